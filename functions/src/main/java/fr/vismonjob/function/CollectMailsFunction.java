package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.json.Json;
import fr.vismonjob.mail.MailSweepTable;
import fr.vismonjob.workflow.Fields;
import fr.vismonjob.workflow.RunFiles;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Leaves the keys of all mails that wait for a workflow in batches to be sent, once those whose
 * sender never came back are settled.
 */
public final class CollectMailsFunction implements RequestStreamHandler {
  private static final int BATCH = 50;

  /** The stream has given up on a mail by then, or never saw it. */
  private static final Duration OVERDUE_AFTER = Duration.ofMinutes(10);

  private final MailSweepTable mails;
  private final RunFiles files;
  private final InstantSource clock;

  public CollectMailsFunction() {
    this(Wiring.ofLambda());
  }

  private CollectMailsFunction(Wiring wiring) {
    this(wiring.mailSweeps(), wiring.files(), wiring.clock());
  }

  CollectMailsFunction(MailSweepTable mails, RunFiles files, InstantSource clock) {
    this.mails = mails;
    this.files = files;
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    String file = Fields.read(event).text("dossier") + "/envois.json";
    Instant now = clock.instant();
    mails.settleStaleClaims(now);
    List<String> keys = mails.waiting(now.minus(OVERDUE_AFTER));
    int batches = files.writeBatches(file, "envois", keys, BATCH);
    Json.write(Map.of("envois_fichier", file, "envois_lots", batches), answer);
  }
}
