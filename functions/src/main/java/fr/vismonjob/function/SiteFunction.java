package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.web.WebFunction;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The web function for strangers: home, the two forms, the pages that are the same for everybody,
 * and the page for addresses that do not exist.
 */
public final class SiteFunction implements RequestStreamHandler {
  private final WebFunction web;

  public SiteFunction() {
    this(Wiring.ofLambda());
    Rehearsal.beforeSnapshot(SiteFunction.class, SiteFunction::new);
  }

  SiteFunction(Wiring wiring) {
    web = wiring.web(Routes.ofStrangers(wiring));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    web.handle(event, answer);
  }
}
