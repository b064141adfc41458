package fr.vismonjob.function;

import static java.util.Map.entry;

import fr.vismonjob.coaching.Booking;
import fr.vismonjob.coaching.CoachingSlotTable;
import fr.vismonjob.dynamodb.Transactions;
import fr.vismonjob.mail.MailTable;
import fr.vismonjob.pairing.Changing;
import fr.vismonjob.pairing.GivingFeedback;
import fr.vismonjob.pairing.Negotiating;
import fr.vismonjob.pairing.PairTable;
import fr.vismonjob.pairing.Withdrawing;
import fr.vismonjob.registration.Confirming;
import fr.vismonjob.registration.Registering;
import fr.vismonjob.registration.RegistrationTable;
import fr.vismonjob.registration.Role;
import fr.vismonjob.site.AssetResource;
import fr.vismonjob.site.CertificateResource;
import fr.vismonjob.site.CoachingResource;
import fr.vismonjob.site.ConfirmResource;
import fr.vismonjob.site.FeedbackResource;
import fr.vismonjob.site.MyData;
import fr.vismonjob.site.PairResource;
import fr.vismonjob.site.PlainPages;
import fr.vismonjob.site.RegisterResource;
import fr.vismonjob.site.RegistrationResource;
import fr.vismonjob.site.ReportResource;
import fr.vismonjob.site.Visits;
import fr.vismonjob.web.Resource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** The table of routes: the resource of each route, by the route's name in template.yaml. */
final class Routes {
  private Routes() {}

  /** The routes of {@link SiteFunction}. Any other address does not exist. */
  static Map<String, Resource> ofStrangers(Wiring wiring, Consumer<Duration> hold) {
    InstantSource clock = wiring.clock();
    PlainPages plain = new PlainPages(wiring.editions(), wiring.pages(), wiring.publisher(), clock);
    Registering registering =
        new Registering(
            wiring.registrations(),
            wiring.mails(),
            wiring.allowances(),
            wiring.transactions(),
            wiring.keyed(),
            clock);
    Function<Role, Resource> form =
        role ->
            new RegisterResource(role, wiring.editions(), registering, wiring.pages(), clock, hold);
    return Map.ofEntries(
        entry("/", plain.home()),
        entry("/ambassadeurs", form.apply(Role.AMBASSADEUR)),
        entry("/etudiants", form.apply(Role.ETUDIANT)),
        entry("/communes", PlainPages::communes),
        entry("/accessibilite", plain.accessibility()),
        entry("/donnees-personnelles", plain.personalData()),
        entry("/donnees-effacees", plain.erased()),
        entry("/mentions-legales", plain.legalNotice()),
        entry("/sante", plain.health()),
        entry("/assets/{name}", new AssetResource()));
  }

  /** The routes of {@link PersonFunction}. */
  static Map<String, Resource> ofPersons(Wiring wiring) {
    RegistrationTable people = wiring.registrations();
    CoachingSlotTable slots = wiring.coachingSlots();
    PairTable pairs = wiring.pairs();
    MailTable mails = wiring.mails();
    Transactions transactions = wiring.transactions();
    InstantSource clock = wiring.clock();
    Visits visits = new Visits(people, wiring.keyed(), wiring.editions(), wiring.pages(), clock);
    return Map.of(
        "/confirmation/{link}",
        new ConfirmResource(visits, new Confirming(people, mails, transactions, clock)),
        "/inscription/{link}",
        new RegistrationResource(
            visits,
            slots,
            pairs,
            new Changing(people, pairs, transactions),
            new Withdrawing(people, slots, pairs, mails, transactions, clock),
            wiring.erasing()),
        "/inscription/{link}/donnees",
        new MyData(visits, pairs),
        "/coaching/{link}",
        new CoachingResource(visits, slots, new Booking(people, slots, mails, transactions, clock)),
        "/binome/{link}",
        new PairResource(visits, pairs, new Negotiating(people, pairs, mails, transactions, clock)),
        "/avis/{link}",
        new FeedbackResource(visits, pairs, new GivingFeedback(people, pairs, transactions, clock)),
        "/attestation/{link}",
        new CertificateResource(visits, pairs),
        "/rapport/{link}",
        new ReportResource(wiring.keyed(), wiring::files, clock));
  }
}
