package fr.vismonjob.function;

import static java.util.Map.entry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.pairing.Tables;
import fr.vismonjob.registration.Registering;
import fr.vismonjob.registration.Role;
import fr.vismonjob.site.AssetResource;
import fr.vismonjob.site.PlainPages;
import fr.vismonjob.site.RegisterResource;
import fr.vismonjob.web.Resource;
import fr.vismonjob.web.WebFunction;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;

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
    web = wiring.web(routes(wiring));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    web.handle(event, answer);
  }

  /**
   * The resource of each route, by the route's name in template.yaml. Any other address does not
   * exist.
   */
  static Map<String, Resource> routes(Wiring wiring) {
    Tables tables = wiring.tables();
    InstantSource clock = tables.clock();
    PlainPages plain = new PlainPages(wiring.editions(), wiring.pages(), wiring::publisher, clock);
    Registering registering =
        new Registering(
            tables.registrations(),
            tables.mails(),
            wiring.allowances(),
            tables.transactions(),
            wiring.addresses(),
            wiring.keyed(),
            clock);
    Function<Role, Resource> form =
        role ->
            new RegisterResource(
                role, wiring.editions(), registering, wiring.pages(), clock, wiring.metrics());
    return Map.ofEntries(
        entry("/", plain.home()),
        entry("/ambassadeurs", form.apply(Role.AMBASSADEUR)),
        entry("/etudiants", form.apply(Role.ETUDIANT)),
        entry("/communes", PlainPages::communes),
        entry("/accessibilite", plain.accessibility()),
        entry("/donnees-personnelles", plain.personalData()),
        entry("/donnees-effacees", plain.erased()),
        entry("/lien-renouvele", plain.linkRenewed()),
        entry("/adresse-oubliee", plain.addressForgotten()),
        entry("/relais-pris", plain.relayTaken()),
        entry("/relais-decline", plain.relayDeclined()),
        entry("/mentions-legales", plain.legalNotice()),
        entry("/statistiques", plain.statistics()),
        entry("/.well-known/security.txt", plain.securityContact()),
        entry("/sante", plain.health()),
        entry("/assets/{name}", new AssetResource()));
  }
}
