package fr.vismonjob.function;

import static java.util.Map.entry;

import fr.vismonjob.coaching.Booking;
import fr.vismonjob.pairing.ActingOnPair;
import fr.vismonjob.pairing.ChangingAddress;
import fr.vismonjob.pairing.Entrusting;
import fr.vismonjob.pairing.Tables;
import fr.vismonjob.pairing.TakingOver;
import fr.vismonjob.registration.AddressTable;
import fr.vismonjob.registration.Confirming;
import fr.vismonjob.registration.Registering;
import fr.vismonjob.registration.RequestingAddress;
import fr.vismonjob.registration.Role;
import fr.vismonjob.site.AssetResource;
import fr.vismonjob.site.CertificateResource;
import fr.vismonjob.site.CoachingResource;
import fr.vismonjob.site.ConfirmResource;
import fr.vismonjob.site.FeedbackResource;
import fr.vismonjob.site.MyData;
import fr.vismonjob.site.NewAddressResource;
import fr.vismonjob.site.NextEditionResource;
import fr.vismonjob.site.PairResource;
import fr.vismonjob.site.PlainPages;
import fr.vismonjob.site.RegisterResource;
import fr.vismonjob.site.RegistrationResource;
import fr.vismonjob.site.RelayResource;
import fr.vismonjob.site.ReportResource;
import fr.vismonjob.site.Visits;
import fr.vismonjob.web.Resource;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;

/** The table of routes: the resource of each route, by the route's name in template.yaml. */
final class Routes {
  private Routes() {}

  /** The routes of {@link SiteFunction}. Any other address does not exist. */
  static Map<String, Resource> ofStrangers(Wiring wiring) {
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
            tables.clock());
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

  /** The routes of {@link PersonFunction}. */
  static Map<String, Resource> ofPersons(Wiring wiring) {
    Tables tables = wiring.tables();
    Visits visits = new Visits(tables, wiring.keyed(), wiring.editions(), wiring.pages());
    Confirming confirming =
        new Confirming(
            tables.registrations(),
            tables.mails(),
            tables.subscriptions(),
            tables.transactions(),
            tables.clock());
    Booking booking =
        new Booking(
            tables.registrations(),
            tables.slots(),
            tables.mails(),
            tables.transactions(),
            tables.clock());
    RequestingAddress requesting =
        new RequestingAddress(
            tables.registrations(),
            tables.mails(),
            wiring.allowances(),
            tables.transactions(),
            wiring.keyed(),
            tables.clock());
    AddressTable addresses = wiring.addresses();
    ActingOnPair acting =
        new ActingOnPair(
            tables, new Entrusting(tables, addresses, wiring.allowances(), wiring.keyed()));
    return Map.ofEntries(
        entry("/confirmation/{link}", new ConfirmResource(visits, confirming, wiring.metrics())),
        entry("/inscription/{link}", new RegistrationResource(visits, requesting, addresses)),
        entry(
            "/nouvelle-adresse/{link}",
            new NewAddressResource(visits, new ChangingAddress(tables, addresses))),
        entry("/inscription/{link}/donnees", new MyData(visits)),
        entry(
            "/prochaine/{link}",
            new NextEditionResource(
                tables.subscriptions(), tables.transactions(), wiring.pages(), tables.clock())),
        entry("/coaching/{link}", new CoachingResource(visits, booking)),
        entry("/binome/{link}", new PairResource(visits, acting)),
        entry(
            "/relais/{relay}",
            new RelayResource(visits, new TakingOver(tables, addresses), wiring.metrics())),
        entry("/avis/{link}", new FeedbackResource(visits, acting)),
        entry("/attestation/{certificate}", new CertificateResource(visits)),
        entry(
            "/rapport/{link}", new ReportResource(wiring.keyed(), wiring::files, tables.clock())));
  }
}
