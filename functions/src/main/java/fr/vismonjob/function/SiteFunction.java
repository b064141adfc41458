package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.site.PlainPages;
import fr.vismonjob.web.WebFunction;
import java.io.InputStream;
import java.io.OutputStream;

/** Home, compulsory pages, communes, assets, and whatever has no page. */
public final class SiteFunction implements RequestStreamHandler {
  private final WebFunction web;

  public SiteFunction() {
    Wiring wiring = Wiring.ofLambda();
    PlainPages plainPages =
        new PlainPages(wiring.editions(), wiring.pages(), wiring.publisher(), wiring.clock());
    web = wiring.web(plainPages::at);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    web.handle(event, answer);
  }
}
