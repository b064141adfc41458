package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.pairing.Negotiating;
import fr.vismonjob.site.PairResource;
import fr.vismonjob.web.WebFunction;
import java.io.InputStream;
import java.io.OutputStream;

/** A person's partner or partners, why, and the day: proposes, accepts, cancels. */
public final class PairFunction implements RequestStreamHandler {
  private final WebFunction web;

  public PairFunction() {
    Wiring wiring = Wiring.ofLambda();
    Negotiating negotiating =
        new Negotiating(
            wiring.registrations(),
            wiring.pairs(),
            wiring.mails(),
            wiring.transactions(),
            wiring.clock());
    PairResource pair =
        new PairResource(
            wiring.personalLinks(),
            wiring.editions(),
            wiring.registrations(),
            wiring.pairs(),
            negotiating,
            wiring.pages(),
            wiring.clock());
    web = wiring.web(_ -> pair);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    web.handle(event, answer);
  }
}
