package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.web.WebFunction;
import java.io.InputStream;
import java.io.OutputStream;

/** The web function for people with a link: a person's own pages, and the organisers' report. */
public final class PersonFunction implements RequestStreamHandler {
  private final WebFunction web;

  public PersonFunction() {
    this(Wiring.ofLambda());
    Rehearsal.beforeSnapshot(PersonFunction.class, PersonFunction::new);
  }

  PersonFunction(Wiring wiring) {
    web = wiring.web(Routes.ofPersons(wiring));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    web.handle(event, answer);
  }
}
