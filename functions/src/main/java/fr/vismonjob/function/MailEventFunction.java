package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.delivery.RejectionRecorder;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.json.Json;
import fr.vismonjob.mail.Rejection;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Records the bounces and complaints that SES reports through a topic. A failure is thrown, so that
 * Lambda calls again with the same report; what was recorded is recognised then.
 */
public record MailEventFunction(RejectionRecorder recorder, InstantSource clock)
    implements RequestStreamHandler {
  public MailEventFunction() {
    Wiring wiring = Wiring.ofLambda();
    this(wiring.rejectionRecorder(), wiring.clock());
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    List<String> handlings = new ArrayList<>();
    for (Rejection rejection : SesEvent.rejections(event, FrenchDates.dayOf(clock.instant()))) {
      RejectionRecorder.Handling handling = recorder.record(rejection);
      handlings.add(handling.name());
      context
          .getLogger()
          .log(
              "SES message " + rejection.messageId() + ": " + rejection.gravity() + " " + handling);
    }
    Json.write(Map.of("rejets", handlings), answer);
  }
}
