package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.pairing.GivingFeedback;
import fr.vismonjob.site.FeedbackResource;
import fr.vismonjob.web.WebFunction;
import java.io.InputStream;
import java.io.OutputStream;

/** What the two say after their day. */
public final class FeedbackFunction implements RequestStreamHandler {
  private final WebFunction web;

  public FeedbackFunction() {
    Wiring wiring = Wiring.ofLambda();
    GivingFeedback giving =
        new GivingFeedback(
            wiring.registrations(), wiring.pairs(), wiring.transactions(), wiring.clock());
    FeedbackResource feedback =
        new FeedbackResource(
            wiring.personalLinks(), wiring.pairs(), giving, wiring.pages(), wiring.clock());
    web = wiring.web(_ -> feedback);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    web.handle(event, answer);
  }
}
