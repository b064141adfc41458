package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.page.Pages;
import fr.vismonjob.registration.Registering;
import fr.vismonjob.registration.Role;
import fr.vismonjob.site.RegisterResource;
import fr.vismonjob.web.Resource;
import fr.vismonjob.web.WebFunction;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Supplier;

/** The two registration forms. */
public final class RegisterFunction implements RequestStreamHandler {
  private final WebFunction web;

  public RegisterFunction() {
    Wiring wiring = Wiring.ofLambda();
    Registering registering =
        new Registering(
            wiring.registrations(),
            wiring.mails(),
            wiring.allowances(),
            wiring.transactions(),
            wiring.keyed(),
            wiring.clock());
    Supplier<Pages> pages = wiring.pages();
    EditionTable editions = wiring.editions();
    Resource ambassadors =
        new RegisterResource(
            Role.AMBASSADEUR, editions, registering, pages, wiring.clock(), Pause::of);
    Resource students =
        new RegisterResource(
            Role.ETUDIANT, editions, registering, pages, wiring.clock(), Pause::of);
    web = wiring.web(request -> request.path().equals("/ambassadeurs") ? ambassadors : students);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    web.handle(event, answer);
  }
}
