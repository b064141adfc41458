package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.pairing.Changing;
import fr.vismonjob.pairing.Erasing;
import fr.vismonjob.pairing.Withdrawing;
import fr.vismonjob.site.MyData;
import fr.vismonjob.site.MyDataResource;
import fr.vismonjob.site.RegistrationPages;
import fr.vismonjob.site.RegistrationResource;
import fr.vismonjob.web.WebFunction;
import java.io.InputStream;
import java.io.OutputStream;

/** A person's own registration: shows, changes, withdraws, erases, hands out. */
public final class RegistrationFunction implements RequestStreamHandler {
  private final WebFunction web;

  public RegistrationFunction() {
    Wiring wiring = Wiring.ofLambda();
    MyData data = new MyData(wiring.registrations(), wiring.pairs());
    RegistrationResource registration =
        new RegistrationResource(
            wiring.personalLinks(),
            wiring.editions(),
            new Changing(wiring.registrations(), wiring.pairs(), wiring.transactions()),
            withdrawing(wiring),
            erasing(wiring),
            new RegistrationPages(
                wiring.editions(),
                wiring.coachingSlots(),
                wiring.pairs(),
                wiring.pages(),
                wiring.clock()),
            data);
    MyDataResource download = new MyDataResource(wiring.personalLinks(), data);
    web = wiring.web(request -> request.path().endsWith("/donnees") ? download : registration);
  }

  private static Withdrawing withdrawing(Wiring wiring) {
    return new Withdrawing(
        wiring.registrations(),
        wiring.coachingSlots(),
        wiring.pairs(),
        wiring.mails(),
        wiring.transactions(),
        wiring.clock());
  }

  private static Erasing erasing(Wiring wiring) {
    return new Erasing(
        wiring.registrations(),
        wiring.coachingSlots(),
        wiring.pairs(),
        wiring.mails(),
        wiring.transactions(),
        wiring.clock());
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    web.handle(event, answer);
  }
}
