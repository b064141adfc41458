package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import fr.vismonjob.delivery.RejectionRecorder;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.mail.Rejection;
import fr.vismonjob.workflow.JsonInput;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Records the bounces and complaints that SES reports through a topic. A failure is thrown, so that
 * Lambda calls again with the same report; what was recorded is recognised then.
 */
public record MailEventFunction(RejectionRecorder recorder, InstantSource clock)
    implements JsonFunction {
  public MailEventFunction() {
    Wiring wiring = Wiring.ofLambda();
    this(wiring.rejectionRecorder(), wiring.clock());
  }

  @Override
  public Map<String, ?> handle(JsonInput input, Context context) {
    List<String> handlings = new ArrayList<>();
    for (Rejection rejection :
        SesEvent.rejections(input.values(), FrenchDates.dayOf(clock.instant()))) {
      RejectionRecorder.Handling handling = recorder.record(rejection);
      handlings.add(handling.name());
      context
          .getLogger()
          .log(
              "SES message " + rejection.messageId() + ": " + rejection.gravity() + " " + handling);
    }
    return Map.of("rejets", handlings);
  }
}
