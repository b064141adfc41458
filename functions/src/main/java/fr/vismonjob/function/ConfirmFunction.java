package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.registration.Confirming;
import fr.vismonjob.site.ConfirmResource;
import fr.vismonjob.web.WebFunction;
import java.io.InputStream;
import java.io.OutputStream;

/** Confirms a registration from the link in the mail. */
public final class ConfirmFunction implements RequestStreamHandler {
  private final WebFunction web;

  public ConfirmFunction() {
    Wiring wiring = Wiring.ofLambda();
    Confirming confirming =
        new Confirming(
            wiring.registrations(), wiring.mails(), wiring.transactions(), wiring.clock());
    ConfirmResource confirmation =
        new ConfirmResource(wiring.personalLinks(), wiring.editions(), confirming, wiring.pages());
    web = wiring.web(_ -> confirmation);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    web.handle(event, answer);
  }
}
