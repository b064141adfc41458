package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.site.ReportResource;
import fr.vismonjob.web.WebFunction;
import java.io.InputStream;
import java.io.OutputStream;

/** Shows organisers a report from the private bucket. */
public final class ReportPageFunction implements RequestStreamHandler {
  private final WebFunction web;

  public ReportPageFunction() {
    Wiring wiring = Wiring.ofLambda();
    ReportResource report = new ReportResource(wiring.keyed(), wiring.files(), wiring.clock());
    web = wiring.web(_ -> report);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    web.handle(event, answer);
  }
}
