package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.site.CertificateResource;
import fr.vismonjob.web.WebFunction;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Makes out certificates of participation; a function of its own, so that no other loads what
 * writes PDF.
 */
public final class CertificateFunction implements RequestStreamHandler {
  private final WebFunction web;

  public CertificateFunction() {
    Wiring wiring = Wiring.ofLambda();
    CertificateResource certificate =
        new CertificateResource(
            wiring.personalLinks(), wiring.pairs(), wiring.pages(), wiring.clock());
    web = wiring.web(_ -> certificate);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    web.handle(event, answer);
  }
}
