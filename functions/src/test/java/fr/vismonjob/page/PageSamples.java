package fr.vismonjob.page;

import fr.vismonjob.edition.EditionInFigures;
import fr.vismonjob.edition.PublicFigures;
import fr.vismonjob.form.Field;
import fr.vismonjob.identity.SecretLink;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairBuilder;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.pairing.Relay;
import fr.vismonjob.pairing.TakingOver;
import fr.vismonjob.registration.AddressHolderTable;
import fr.vismonjob.registration.ColleagueForm;
import fr.vismonjob.registration.Details;
import fr.vismonjob.registration.FilledForm;
import fr.vismonjob.registration.Place;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.RegistrationFields;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import fr.vismonjob.subscription.Subscription;
import fr.vismonjob.web.ErrorPage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Every page in every state, by a name for each. */
final class PageSamples {
  private static final LocalDate BEFORE = LocalDate.of(2026, 9, 1);
  private static final LocalDate OPEN = LocalDate.of(2026, 10, 1);
  private static final LocalDate CLOSED = LocalDate.of(2026, 11, 14);
  private static final LocalDate LAST = LocalDate.of(2026, 11, 16);
  private static final LocalDate LATE = LocalDate.of(2026, 11, 23);
  private static final LocalDate AFTER = LocalDate.of(2026, 11, 25);
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-14T12:00:00Z");
  private static final List<Place> COMMUNES =
      List.of(
          new Place("01300", "01034", "Belley", "01", "Ain", 45.76, 5.69),
          new Place("01300", "01015", "Arboys en Bugey", "01", "Ain", 45.71, 5.61));

  private final Pages pages;
  private final People people;
  private final UnaryOperator<String> text;
  private final Map<String, String> all = new LinkedHashMap<>();

  private PageSamples(Site site, UnaryOperator<String> text) {
    this.pages = new Pages(site);
    this.text = text;
    this.people = new People(text);
  }

  /** The pages' HTML by name; {@code text} replaces whatever people type. */
  static Map<String, String> of(Site site, UnaryOperator<String> text) {
    PageSamples samples = new PageSamples(site, text);
    samples.homeAndForms();
    samples.registrations();
    samples.coaching();
    samples.pairs();
    samples.relays();
    samples.feedback();
    samples.others();
    return samples.all;
  }

  private static Home home(LocalDate today) {
    return new Home(People.EDITION, today, Optional.empty());
  }

  private void homeAndForms() {
    Map.of(
            "not-yet-open",
            BEFORE,
            "open",
            OPEN,
            "closed",
            CLOSED,
            "event-day",
            People.DAY,
            "after",
            AFTER)
        .forEach((state, today) -> all.put("home-" + state, pages.home(home(today))));
    Home announced = new Home(People.EDITION, AFTER, Optional.of(AFTER.plusMonths(10)));
    all.put("home-next", pages.home(announced));
    all.put("home-next-unseen", pages.home(new Home(People.EDITION, OPEN, announced.next())));
    all.put("student-next", pages.registrationClosed(Role.ETUDIANT, announced));
    for (Role role : Role.values()) {
      String name = role == Role.AMBASSADEUR ? "ambassador" : "student";
      all.put(name + "-form", form(role, Answers.blank(), List.of()));
      all.put(name + "-form-wrong", form(role, wrong(role), COMMUNES));
      all.put(name + "-recap", recap(role));
      all.put(name + "-not-yet-open", pages.registrationClosed(role, home(BEFORE)));
      all.put(name + "-closed", pages.registrationClosed(role, home(CLOSED)));
      all.put(name + "-check-your-mail", pages.checkYourMail(role));
    }
  }

  private String form(Role role, Answers answers, List<Place> communes) {
    return pages.registrationForm(
        RegistrationPage.first(role, People.EDITION, NOW, answers, communes));
  }

  private String recap(Role role) {
    Registration same =
        role == Role.AMBASSADEUR
            ? people.ambassador(Status.A_CONFIRMER)
            : people.student(Status.A_CONFIRMER);
    return pages.recap(same.answers(), Answers.of(FilledForm.of(same)));
  }

  /** An error on every field. */
  private Answers wrong(Role role) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    Map<String, String> violations = new LinkedHashMap<>();
    Stream.concat(
            RegistrationFields.of(role).stream().map(Field::name), Stream.of("inconnu", "site_web"))
        .forEach(
            field ->
                violations.put(field, text.apply("La réponse « " + field + " » est à corriger.")));
    violations.keySet().forEach(field -> values.put(field, List.of(text.apply("Réponse"))));
    values.put("dates", List.of("2026-11-25"));
    return new Answers(values, violations);
  }

  private void registrations() {
    for (Registration person :
        List.of(people.ambassador(Status.A_CONFIRMER), people.student(Status.A_CONFIRMER))) {
      String name = person.role() == Role.AMBASSADEUR ? "ambassador" : "student";
      all.put(name + "-confirm", confirmation(person, Message.none()));
      all.put(name + "-to-confirm", registration(person, OPEN, Message.none()));
    }
    all.put(
        "ambassador-confirmed",
        confirmation(
            people.ambassador(Status.CONFIRMEE),
            Message.of(Notice.INSCRIPTION_CONFIRMEE, people.ambassador(Status.CONFIRMEE))));
    all.put("student-confirmed", confirmation(people.student(Status.CONFIRMEE), Message.none()));
    all.put(
        "student-confirm-withdrawn", confirmation(people.student(Status.RETIREE), Message.none()));
    all.put(
        "ambassador-registration",
        registration(people.ambassador(Status.CONFIRMEE), OPEN, Message.none()));
    all.put(
        "student-registration",
        registration(
            people.student(Status.CONFIRMEE),
            OPEN,
            Message.of(Notice.INSCRIPTION_MODIFIEE, people.student(Status.CONFIRMEE))));
    all.put(
        "student-unpaired", registration(people.student(Status.CONFIRMEE), LATE, Message.none()));
    all.put(
        "student-unpaired-last-day",
        registration(people.student(Status.CONFIRMEE), LAST, Message.none()));
    all.put(
        "ambassador-confirm-last-day",
        pages.confirmation(own(people.ambassador(Status.A_CONFIRMER), LAST, Message.none())));
    all.put(
        "ambassador-confirm-late",
        pages.confirmation(own(people.ambassador(Status.A_CONFIRMER), LATE, Message.none())));
    all.put(
        "student-confirm-withdrawn-closed",
        pages.confirmation(own(people.student(Status.RETIREE), CLOSED, Message.none())));
    all.put("student-past", registration(people.student(Status.CONFIRMEE), AFTER, Message.none()));
    all.put(
        "student-never-confirmed",
        registration(people.student(Status.A_CONFIRMER), LATE, Message.none()));
    all.put(
        "ambassador-withdrawn-closed",
        registration(people.ambassador(Status.RETIREE), CLOSED, Message.none()));
    all.put(
        "student-withdrawn", registration(people.student(Status.RETIREE), OPEN, Message.none()));
    Registration unreachable = People.unreachable(people.student(Status.CONFIRMEE));
    all.put("student-unreachable", registration(unreachable, OPEN, Message.none()));
    all.put(
        "student-unreachable-withdrawn",
        registration(People.unreachable(people.student(Status.RETIREE)), OPEN, Message.none()));
    all.put("student-unreachable-new-link", pages.renewLink(People.LINK, unreachable));
    Registration ambassador =
        People.paired(people.ambassador(Status.APPARIEE), text.apply("Sacha Martin"));
    all.put(
        "ambassador-paired",
        pages.myRegistration(
            new MyRegistration(
                People.LINK,
                ambassador,
                People.EDITION,
                CLOSED,
                Optional.of(people.slots().get(1)),
                List.of(people.pair("binome-1", PairStatus.FORME, Optional.empty())),
                Optional.empty(),
                Message.none())));
    all.put(
        "ambassador-change",
        pages.registrationForm(
            RegistrationPage.change(
                People.LINK,
                ambassador,
                People.EDITION,
                LATER,
                Answers.of(FilledForm.of(ambassador)),
                List.of())));
    Registration student = people.student(Status.CONFIRMEE);
    all.put(
        "student-change-wrong",
        pages.registrationForm(
            RegistrationPage.change(
                People.LINK, student, People.EDITION, NOW, wrong(Role.ETUDIANT), COMMUNES)));
    all.put(
        "withdraw", pages.withdraw(People.LINK, ambassador, List.of(text.apply("Sacha Martin"))));
    all.put(
        "erase",
        pages.erase(
            People.LINK, student, List.of(text.apply("Sacha Martin"), text.apply("Noor Petit"))));
    all.put("renew-link", pages.renewLink(People.LINK, ambassador));
    all.put("change-address", pages.changeAddress(People.LINK, ambassador, Answers.blank()));
    all.put(
        "change-address-unreachable",
        pages.changeAddress(People.LINK, unreachable, Answers.blank()));
    all.put(
        "change-address-wrong", pages.changeAddress(People.LINK, student, wrong(Role.ETUDIANT)));
    all.put(
        "take-address",
        pages.takeAddress(People.LINK, ambassador.person().address(), false, Message.none()));
    all.put(
        "take-address-refused",
        pages.takeAddress(
            People.LINK,
            student.person().address(),
            false,
            Message.refused("Une autre inscription a déjà cette adresse.")));
    all.put(
        "take-address-taken",
        pages.takeAddress(People.LINK, student.person().address(), true, Message.none()));
    all.put("link-renewed", pages.linkRenewed());
    all.put("erased", pages.erased());
  }

  private String confirmation(Registration registration, Message message) {
    return pages.confirmation(own(registration, OPEN, message));
  }

  private String registration(Registration registration, LocalDate today, Message message) {
    return pages.myRegistration(own(registration, today, message));
  }

  private static MyRegistration own(Registration registration, LocalDate today, Message message) {
    return new MyRegistration(
        People.LINK,
        registration,
        People.EDITION,
        today,
        Optional.empty(),
        List.of(),
        registration.isActive() ? Optional.empty() : Optional.of(People.LINK),
        message);
  }

  private void coaching() {
    Registration booked = People.paired(people.ambassador(Status.CONFIRMEE), "Sacha Martin");
    all.put(
        "coaching", coaching(people.ambassador(Status.CONFIRMEE), Answers.blank(), Message.none()));
    all.put(
        "coaching-booked",
        coaching(booked, Answers.blank(), Message.of(Notice.SEANCE_RESERVEE, booked)));
    all.put(
        "coaching-full",
        coaching(
            booked,
            Answers.blank(),
            Message.refused("Cette séance est complète. Choisissez-en une autre.")));
    all.put(
        "coaching-wrong",
        coaching(
            booked,
            new Answers(Map.of(), Map.of("seance", "Choisissez une séance.")),
            Message.none()));
    all.put(
        "coaching-none",
        pages.coaching(
            new CoachingPage(
                People.LINK,
                booked,
                People.EDITION,
                List.of(),
                NOW,
                Answers.blank(),
                Message.none())));
  }

  private String coaching(Registration registration, Answers answers, Message message) {
    return pages.coaching(
        new CoachingPage(
            People.LINK, registration, People.EDITION, people.slots(), NOW, answers, message));
  }

  private void pairs() {
    Registration student = people.student(Status.APPARIEE);
    Registration ambassador = people.ambassador(Status.APPARIEE);
    PairPage.Partner formed =
        PairPage.Partner.of(
            people.pair("binome-1", PairStatus.FORME, Optional.empty()), student, ambassador, true);
    all.put("pair-formed", pair(student, LocalDate.of(2026, 11, 3), Answers.blank(), formed));
    all.put("pair-past", pair(student, AFTER, Answers.blank(), formed));
    all.put(
        "pair-proposal-of-the-other",
        pair(
            student,
            CLOSED,
            Answers.blank(),
            PairPage.Partner.of(
                people.pair("binome-1", PairStatus.DATE_PROPOSEE, Optional.of(Role.AMBASSADEUR)),
                student,
                ambassador,
                true)));
    all.put(
        "pair-proposal-passed",
        pair(
            student,
            CLOSED,
            Answers.blank(),
            PairPage.Partner.of(
                PairBuilder.pair("binome-1", ambassador, student)
                    .proposal(Role.AMBASSADEUR, CLOSED.toString())
                    .build(),
                student,
                ambassador,
                true)));
    PairPage.Partner own =
        PairPage.Partner.of(
            people.pair("binome-1", PairStatus.DATE_PROPOSEE, Optional.of(Role.AMBASSADEUR)),
            ambassador,
            student,
            true);
    PairPage.Partner second =
        PairPage.Partner.of(
            people.pair("binome-2", PairStatus.DATE_PROPOSEE, Optional.of(Role.ETUDIANT)),
            ambassador,
            student,
            true);
    all.put("pair-several", pair(ambassador, CLOSED, Answers.blank(), own, second));
    all.put(
        "pair-several-wrong",
        pair(
            ambassador,
            CLOSED,
            new Answers(
                Map.of("binome", List.of("binome-2"), "dates", List.of("2026-11-26")),
                Map.of(
                    "dates", "Choisissez un à cinq jours.", "date", "Choisissez un jour proposé.")),
            own,
            second));
    welcomes(student, ambassador, own, second);
    all.put("pair-none-yet", pair(people.student(Status.CONFIRMEE), OPEN, Answers.blank()));
    all.put("pair-searching", pair(people.student(Status.CONFIRMEE), CLOSED, Answers.blank()));
    all.put("pair-last-day", pair(people.student(Status.CONFIRMEE), LAST, Answers.blank()));
    all.put("pair-never", pair(people.student(Status.CONFIRMEE), LATE, Answers.blank()));
    all.put("pair-to-confirm", pair(people.student(Status.A_CONFIRMER), OPEN, Answers.blank()));
    all.put("pair-withdrawn", pair(people.student(Status.RETIREE), OPEN, Answers.blank()));
    all.put(
        "pair-cancel", pages.cancelPair(People.LINK, people.ambassador(Status.APPARIEE), formed));
  }

  private void welcomes(
      Registration student,
      Registration ambassador,
      PairPage.Partner own,
      PairPage.Partner second) {
    Registration receiving = people.receiving(ambassador);
    Pair formed = people.pair("binome-1", PairStatus.FORME, Optional.empty());
    PairPage.Partner guest = PairPage.Partner.of(formed, receiving, student, true);
    PairPage.Partner host = PairPage.Partner.of(formed, student, receiving, true);
    all.put(
        "pair-welcome-missing",
        pair(
            ambassador,
            CLOSED,
            Answers.blank(),
            PairPage.Partner.of(formed, ambassador, student, true)));
    all.put("pair-welcome", pair(receiving, CLOSED, Answers.blank(), guest));
    all.put("pair-welcome-of-the-host", pair(student, CLOSED, Answers.blank(), host));
    all.put(
        "pair-welcome-wrong",
        pair(
            ambassador,
            CLOSED,
            new Answers(
                Map.of(
                    "action", List.of("accueil"),
                    "accueil_consignes", List.of("Badge"),
                    "accueil_arrivee", List.of("18:00")),
                Map.of(
                    "accueil_adresse", "Indiquez l’adresse exacte.",
                    "accueil_depart", "L’heure de départ doit venir après l’heure d’arrivée.")),
            own,
            second));
  }

  private String pair(
      Registration registration, LocalDate today, Answers answers, PairPage.Partner... partners) {
    return pages.pair(
        new PairPage(
            People.LINK,
            People.LINK,
            registration,
            People.EDITION,
            today,
            List.of(partners),
            answers,
            Message.none()));
  }

  private void relays() {
    Registration ambassador = people.ambassador(Status.APPARIEE);
    PairPage.Partner asked =
        PairPage.Partner.of(
                people.pair("binome-1", PairStatus.FORME, Optional.empty()),
                ambassador,
                people.student(Status.APPARIEE),
                true)
            .asking(Optional.of(text.apply("alix.petit@exemple.gouv.fr")));
    all.put("pair-relay-asked", pair(ambassador, CLOSED, Answers.blank(), asked));
    all.put(
        "pair-relay-wrong",
        pair(
            ambassador,
            CLOSED,
            new Answers(
                Map.of("courriel", List.of(text.apply("alix"))),
                Map.of("courriel", "Indiquez une adresse de l’État.")),
            asked.asking(Optional.empty())));
    Answers filledIn =
        Answers.of(
            ColleagueForm.filledIn(
                (Details.Offer) ambassador.details(), Optional.of(ambassador.place())));
    all.put("relay", relay(filledIn, List.of(), Optional.empty(), Optional.empty()));
    all.put(
        "relay-wrong",
        relay(wrong(Role.AMBASSADEUR), COMMUNES, Optional.empty(), Optional.empty()));
    Optional<Registration> registered = Optional.of(people.ambassador(Status.CONFIRMEE));
    all.put("relay-registered", relay(filledIn, List.of(), registered, Optional.empty()));
    all.put(
        "relay-refused",
        relay(
            filledIn,
            List.of(),
            registered,
            Optional.of("Vous accueillez déjà autant de personnes que vous l’avez indiqué.")));
    Registration former = RegistrationBuilder.ambassador("Camille").capacity(1).handedOn(1).build();
    all.put("pair-handed-on", pair(former, CLOSED, Answers.blank()));
    all.put("registration-handed-on", registration(former, CLOSED, Message.none()));
    all.put("relay-taken", pages.relayAnswered(true));
    all.put("relay-declined", pages.relayAnswered(false));
  }

  private String relay(
      Answers answers,
      List<Place> communes,
      Optional<Registration> registered,
      Optional<String> refusal) {
    Relay relay =
        new Relay(People.LINK.id(), Optional.of(text.apply("alix.petit@exemple.gouv.fr")), "", NOW);
    return pages.relay(
        new RelayPage(
            new SecretLink(relay.pair(), People.LINK.secret()),
            new TakingOver.Open(
                people.pair("binome-1", PairStatus.FORME, Optional.empty()),
                relay,
                people.ambassador(Status.APPARIEE),
                people.student(Status.APPARIEE),
                new AddressHolderTable.Holding("", Optional.empty()),
                registered,
                refusal),
            RegistrationPage.ofColleague(People.EDITION, NOW, answers, communes),
            Message.none()));
  }

  private void feedback() {
    Registration ambassador = people.ambassador(Status.APPARIEE);
    var first = people.pair("binome-1", PairStatus.FORME, Optional.empty());
    var second = people.pair("binome-2", PairStatus.FORME, Optional.empty());
    all.put(
        "feedback",
        pages.feedback(
            new FeedbackForm(
                People.LINK,
                people.student(Status.APPARIEE),
                List.of(first),
                Answers.blank(),
                Message.none())));
    Map<String, String> violations = new LinkedHashMap<>();
    List.of("binome", "a_eu_lieu", "absent", "note", "commentaire")
        .forEach(field -> violations.put(field, "La réponse « " + field + " » est à corriger."));
    all.put(
        "feedback-several-wrong",
        pages.feedback(
            new FeedbackForm(
                People.LINK,
                ambassador,
                List.of(first, second),
                new Answers(Map.of("commentaire", List.of(text.apply("Très bien"))), violations),
                Message.none())));
    all.put(
        "feedback-done", pages.feedbackDone(People.LINK, Role.ETUDIANT, Optional.of(People.LINK)));
  }

  private static Subscription wish(Optional<String> toldOf) {
    return new Subscription(
        People.LINK.id(),
        People.LINK.secret(),
        "zoe@example.fr",
        "adresse/1",
        NOW,
        "2026",
        People.DAY,
        toldOf,
        NOW.plus(Duration.ofDays(700)));
  }

  /** One that is over, and one that has just begun. */
  private static List<EditionInFigures> inFigures() {
    return List.of(
        new EditionInFigures(
            "2027",
            LocalDate.parse("2027-11-23"),
            LocalDate.parse("2027-09-30"),
            PublicFigures.of(4, 12, 0, 0, Optional.empty())),
        new EditionInFigures(
            "2026",
            LocalDate.parse("2026-11-24"),
            LocalDate.parse("2026-12-01"),
            PublicFigures.of(
                1204, 1530, 1107, 986, Optional.of(new PublicFigures.Mean(4.36, 1211)))));
  }

  private void others() {
    Publisher told =
        new Publisher(
            text.apply("Direction d’essai"),
            text.apply("1 rue de l’Essai, 75000 Paris"),
            "01 00 00 00 00",
            text.apply("contact@essai.exemple.gouv.fr"),
            text.apply("Camille Durand, direction"),
            text.apply("Hébergeur d’essai, 2 rue de l’Essai, 75000 Paris"),
            text.apply("dpd@essai.exemple.gouv.fr"),
            text.apply("securite@essai.exemple.gouv.fr"),
            "1er septembre 2026");
    Publisher unknown = Publisher.of(Map.of());
    all.put("accessibility", pages.accessibility(told));
    all.put("accessibility-to-fill-in", pages.accessibility(unknown));
    all.put("personal-data", pages.personalData(People.EDITION, told));
    all.put("personal-data-to-fill-in", pages.personalData(People.EDITION, unknown));
    all.put("legal-notice", pages.legalNotice(told));
    all.put("legal-notice-to-fill-in", pages.legalNotice(unknown));
    all.put("next-edition", pages.nextEdition(wish(Optional.empty()), Message.none()));
    all.put("next-edition-told", pages.nextEdition(wish(Optional.of("2027")), Message.none()));
    all.put("address-forgotten", pages.addressForgotten());
    all.put("statistics", pages.statistics(new Statistics(inFigures())));
    all.put("statistics-none", pages.statistics(new Statistics(List.of())));
    all.put("error-404", pages.error(ErrorPage.notFound()));
    all.put(
        "error-409", pages.error(ErrorPage.conflict(text.apply("Les inscriptions sont closes."))));
    for (int status : List.of(400, 405, 413, 415)) {
      all.put(
          "error-" + status,
          pages.error(ErrorPage.refused(status, text.apply("La raison du refus."))));
    }
    String reference = text.apply("c6af9ac6-7b61-11e6-9a41-93e8deadbeef");
    all.put("error-500", pages.error(ErrorPage.fault(reference)));
    all.put(
        "error-503",
        pages.error(
            ErrorPage.unavailable(
                text.apply("À corriger dans la table Editions : l’attribut « fenetre_jours »."),
                reference)));
  }
}
