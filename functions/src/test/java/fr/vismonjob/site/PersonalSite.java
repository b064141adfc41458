package fr.vismonjob.site;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.identity.Keyed;
import fr.vismonjob.identity.PersonLink;
import fr.vismonjob.mail.AllowanceTable;
import fr.vismonjob.page.Assets;
import fr.vismonjob.page.Pages;
import fr.vismonjob.page.Site;
import fr.vismonjob.pairing.Changing;
import fr.vismonjob.pairing.Erasing;
import fr.vismonjob.pairing.GivingFeedback;
import fr.vismonjob.pairing.Negotiating;
import fr.vismonjob.pairing.Withdrawing;
import fr.vismonjob.registration.Registering;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import fr.vismonjob.web.Request;
import fr.vismonjob.web.Resource;
import fr.vismonjob.web.WebFunction;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** A person's own pages over the tables of a test, on a day of its choice, under {@code /Prod}. */
record PersonalSite(LocalTables tables, InstantSource clock) {
  private static final Keyed KEYED = new Keyed("a secret of the tests");

  static PersonalSite on(LocalTables tables, LocalDate day) {
    tables.put(
        "Editions",
        Item.empty()
            .put("edition", "2026")
            .put("jour", "2026-11-24")
            .put("inscriptions_du", "2026-09-15")
            .put("inscriptions_au", "2026-11-13")
            .put("premier_appariement", "2026-11-03")
            .put("dernier_appariement", "2026-11-16")
            .put("domaines_etat", List.of("gouv.fr"))
            .put("expediteur", "vis-mon-job@numerique.gouv.fr")
            .attributes());
    return new PersonalSite(
        tables, InstantSource.fixed(day.atTime(12, 0).atZone(FrenchDates.PARIS).toInstant()));
  }

  static String link(Registration person) {
    return PersonLink.of(person.id(), person.number(), KEYED).text();
  }

  /** The forms; {@code hold} is told how long each one sent has to wait. */
  WebFunction register(Consumer<Duration> hold) {
    Registering registering =
        new Registering(
            tables.registrations(),
            tables.mails(),
            new AllowanceTable(tables.client(), "MailAllowances"),
            tables.transactions(),
            KEYED,
            clock);
    Map<String, Resource> forms = new HashMap<>();
    forms.put("/ambassadeurs", form(Role.AMBASSADEUR, registering, hold));
    forms.put("/etudiants", form(Role.ETUDIANT, registering, hold));
    return web(request -> Objects.requireNonNull(forms.get(request.path())));
  }

  private Resource form(Role role, Registering registering, Consumer<Duration> hold) {
    return new RegisterResource(role, editions(), registering, pages(), clock, hold);
  }

  WebFunction registration() {
    MyData data = new MyData(tables.registrations(), tables.pairs());
    MyDataResource download = new MyDataResource(links(), data);
    RegistrationResource registration =
        new RegistrationResource(
            links(),
            editions(),
            new Changing(tables.registrations(), tables.pairs(), tables.transactions()),
            new Withdrawing(
                tables.registrations(),
                tables.coachingSlots(),
                tables.pairs(),
                tables.mails(),
                tables.transactions(),
                clock),
            new Erasing(
                tables.registrations(),
                tables.coachingSlots(),
                tables.pairs(),
                tables.mails(),
                tables.transactions(),
                clock),
            new RegistrationPages(
                editions(), tables.coachingSlots(), tables.pairs(), pages(), clock),
            data);
    return web(request -> request.path().endsWith("/donnees") ? download : registration);
  }

  WebFunction pair() {
    PairResource pair =
        new PairResource(
            links(),
            editions(),
            tables.registrations(),
            tables.pairs(),
            new Negotiating(
                tables.registrations(),
                tables.pairs(),
                tables.mails(),
                tables.transactions(),
                clock),
            pages(),
            clock);
    return web(_ -> pair);
  }

  WebFunction feedback() {
    FeedbackResource feedback =
        new FeedbackResource(
            links(),
            tables.pairs(),
            new GivingFeedback(
                tables.registrations(), tables.pairs(), tables.transactions(), clock),
            pages(),
            clock);
    return web(_ -> feedback);
  }

  WebFunction certificate() {
    CertificateResource certificate =
        new CertificateResource(links(), tables.pairs(), pages(), clock);
    return web(_ -> certificate);
  }

  private PersonalLinks links() {
    return new PersonalLinks(tables.registrations(), KEYED);
  }

  private EditionTable editions() {
    return tables.editions(clock);
  }

  private static Supplier<Pages> pages() {
    Pages pages = new Pages(new Site("/Prod", Assets.fromClassPath()));
    return () -> pages;
  }

  private static WebFunction web(Function<Request, Resource> router) {
    return new WebFunction(() -> "/Prod", pages()::get, router);
  }
}
