package fr.vismonjob.function;

import static java.util.Map.entry;

import fr.vismonjob.coaching.Booking;
import fr.vismonjob.pairing.Changing;
import fr.vismonjob.pairing.GivingFeedback;
import fr.vismonjob.pairing.Negotiating;
import fr.vismonjob.pairing.Withdrawing;
import fr.vismonjob.registration.Confirming;
import fr.vismonjob.registration.Registering;
import fr.vismonjob.registration.Role;
import fr.vismonjob.site.AssetResource;
import fr.vismonjob.site.CertificateResource;
import fr.vismonjob.site.CoachingResource;
import fr.vismonjob.site.ConfirmResource;
import fr.vismonjob.site.FeedbackResource;
import fr.vismonjob.site.MyData;
import fr.vismonjob.site.MyDataResource;
import fr.vismonjob.site.PairResource;
import fr.vismonjob.site.PersonalLinks;
import fr.vismonjob.site.PlainPages;
import fr.vismonjob.site.RegisterResource;
import fr.vismonjob.site.RegistrationPages;
import fr.vismonjob.site.RegistrationResource;
import fr.vismonjob.site.ReportResource;
import fr.vismonjob.web.Resource;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The table of routes: the resource of each route, by the route's name in template.yaml. A resource
 * is made for each request, so that it makes only what it uses.
 */
final class Routes {
  private final Wiring wiring;

  private Routes(Wiring wiring) {
    this.wiring = wiring;
  }

  /** The routes of {@link SiteFunction}. Any other address does not exist. */
  static Map<String, Supplier<Resource>> ofStrangers(Wiring wiring, Consumer<Duration> hold) {
    Routes routes = new Routes(wiring);
    PlainPages plain =
        new PlainPages(wiring.editions(), wiring.pages(), wiring.publisher(), wiring.clock());
    return Map.ofEntries(
        entry("/", plain::home),
        entry("/ambassadeurs", () -> routes.form(Role.AMBASSADEUR, hold)),
        entry("/etudiants", () -> routes.form(Role.ETUDIANT, hold)),
        entry("/communes", plain::communes),
        entry("/accessibilite", plain::accessibility),
        entry("/donnees-personnelles", plain::personalData),
        entry("/donnees-effacees", plain::erased),
        entry("/mentions-legales", plain::legalNotice),
        entry("/sante", plain::health),
        entry("/assets/{name}", AssetResource::new));
  }

  /** The routes of {@link PersonFunction}. */
  static Map<String, Supplier<Resource>> ofPersons(Wiring wiring) {
    Routes routes = new Routes(wiring);
    return Map.of(
        "/confirmation/{link}", routes::confirmation,
        "/inscription/{link}", routes::registration,
        "/inscription/{link}/donnees", routes::data,
        "/coaching/{link}", routes::coaching,
        "/binome/{link}", routes::pair,
        "/avis/{link}", routes::feedback,
        "/attestation/{link}", routes::certificate,
        "/rapport/{link}", routes::report);
  }

  private Resource form(Role role, Consumer<Duration> hold) {
    Registering registering =
        new Registering(
            wiring.registrations(),
            wiring.mails(),
            wiring.allowances(),
            wiring.transactions(),
            wiring.keyed(),
            wiring.clock());
    return new RegisterResource(
        role, wiring.editions(), registering, wiring.pages(), wiring.clock(), hold);
  }

  private Resource confirmation() {
    Confirming confirming =
        new Confirming(
            wiring.registrations(), wiring.mails(), wiring.transactions(), wiring.clock());
    return new ConfirmResource(links(), wiring.editions(), confirming, wiring.pages());
  }

  private Resource registration() {
    Withdrawing withdrawing =
        new Withdrawing(
            wiring.registrations(),
            wiring.coachingSlots(),
            wiring.pairs(),
            wiring.mails(),
            wiring.transactions(),
            wiring.clock());
    RegistrationPages pages =
        new RegistrationPages(
            wiring.editions(),
            wiring.coachingSlots(),
            wiring.pairs(),
            wiring.pages(),
            wiring.clock());
    return new RegistrationResource(
        links(),
        wiring.editions(),
        new Changing(wiring.registrations(), wiring.pairs(), wiring.transactions()),
        withdrawing,
        wiring.erasing(),
        pages,
        myData());
  }

  private Resource data() {
    return new MyDataResource(links(), myData());
  }

  private MyData myData() {
    return new MyData(wiring.registrations(), wiring.pairs());
  }

  private Resource coaching() {
    Booking booking =
        new Booking(
            wiring.registrations(),
            wiring.coachingSlots(),
            wiring.mails(),
            wiring.transactions(),
            wiring.clock());
    return new CoachingResource(
        links(),
        wiring.editions(),
        wiring.registrations(),
        wiring.coachingSlots(),
        booking,
        wiring.pages(),
        wiring.clock());
  }

  private Resource pair() {
    Negotiating negotiating =
        new Negotiating(
            wiring.registrations(),
            wiring.pairs(),
            wiring.mails(),
            wiring.transactions(),
            wiring.clock());
    return new PairResource(
        links(),
        wiring.editions(),
        wiring.registrations(),
        wiring.pairs(),
        negotiating,
        wiring.pages(),
        wiring.clock());
  }

  private Resource feedback() {
    GivingFeedback giving =
        new GivingFeedback(
            wiring.registrations(), wiring.pairs(), wiring.transactions(), wiring.clock());
    return new FeedbackResource(links(), wiring.pairs(), giving, wiring.pages(), wiring.clock());
  }

  private Resource certificate() {
    return new CertificateResource(links(), wiring.pairs(), wiring.pages(), wiring.clock());
  }

  private Resource report() {
    return new ReportResource(wiring.keyed(), wiring::files, wiring.clock());
  }

  private PersonalLinks links() {
    return new PersonalLinks(wiring.registrations(), wiring.keyed());
  }
}
