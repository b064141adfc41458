package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.json.Json;
import fr.vismonjob.mail.MailTable;
import fr.vismonjob.workflow.StepInput;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;

/** Records as failed the mails that the mail service has refused to take time and again. */
public final class GiveUpMailsFunction implements RequestStreamHandler {
  private static final String REASON =
      "le service d’envoi n’a pas pris le mail malgré plusieurs essais";

  private final MailTable mails;
  private final InstantSource clock;

  public GiveUpMailsFunction() {
    this(Wiring.ofLambda());
  }

  private GiveUpMailsFunction(Wiring wiring) {
    this(wiring.mails(), wiring.clock());
  }

  GiveUpMailsFunction(MailTable mails, InstantSource clock) {
    this.mails = mails;
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    int failed = 0;
    for (String key : StepInput.read(event).texts("envois")) {
      // Claimed first, so that no sender can be at it.
      if (mails.claim(key, clock.instant()).isPresent()) {
        mails.recordFailed(key, REASON);
        failed++;
      }
    }
    Json.write(Map.of("echecs", failed), answer);
  }
}
