package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.coaching.Booking;
import fr.vismonjob.site.CoachingResource;
import fr.vismonjob.web.WebFunction;
import java.io.InputStream;
import java.io.OutputStream;

/** Books, moves and cancels an ambassador’s coaching seat. */
public final class CoachingFunction implements RequestStreamHandler {
  private final WebFunction web;

  public CoachingFunction() {
    Wiring wiring = Wiring.ofLambda();
    Booking booking =
        new Booking(
            wiring.registrations(),
            wiring.coachingSlots(),
            wiring.mails(),
            wiring.transactions(),
            wiring.clock());
    CoachingResource coaching =
        new CoachingResource(
            wiring.personalLinks(),
            wiring.editions(),
            wiring.registrations(),
            wiring.coachingSlots(),
            booking,
            wiring.pages(),
            wiring.clock());
    web = wiring.web(_ -> coaching);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    web.handle(event, answer);
  }
}
