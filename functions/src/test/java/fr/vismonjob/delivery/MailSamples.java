package fr.vismonjob.delivery;

import biweekly.property.Attendee;
import fr.vismonjob.coaching.CoachingSlot;
import fr.vismonjob.delivery.Letter.Letterhead;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.form.Labelled;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.CalledOffBy;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairBuilder;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.pairing.Relay;
import fr.vismonjob.registration.AddressRequest;
import fr.vismonjob.registration.Details;
import fr.vismonjob.registration.Person;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import fr.vismonjob.registration.Welcome;
import fr.vismonjob.subscription.Subscription;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every mail in every variant, between an invented ambassador and an invented student. */
record MailSamples(
    Person ambassadorPerson,
    Person studentPerson,
    Details.Offer offer,
    Details.Wishes wishes,
    Welcome welcome) {
  static final Edition EDITION =
      EditionBuilder.edition().organisers("organisation@numerique.gouv.fr").build();
  static final String PAIR_ID = "9f86d081884c7d659a2feaa0c55ad015";

  private static final LocalDate TODAY = LocalDate.parse("2026-11-10");

  /** A letter, and when it leaves. */
  record Sample(String name, LocalDate today, Function<LocalDate, Letter> written) {
    /** The same, leaving once registration is closed and the last pairs are made. */
    Sample late() {
      return new Sample(name + "-fin", LocalDate.parse("2026-11-17"), written);
    }

    /** The same, leaving on the last day of matching. */
    Sample onLastDay() {
      return new Sample(name + "-dernier-jour", EDITION.lastMatching(), written);
    }

    Letter letter() {
      return written.apply(today);
    }

    MailKind kind() {
      return letter().head().kind();
    }

    ReceivedMail received() {
      return received(Post.NOW);
    }

    ReceivedMail received(Instant at) {
      return ReceivedMail.of(raw(at));
    }

    byte[] raw(Instant at) {
      return MimeLetter.bytes(
          kind().code() + "/" + letter().envelope().to().length() + "/1", letter(), at);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static MailSamples plausible() {
    return new MailSamples(
        new Person("Maëlle", "Le Goff", "maelle.le-goff@interieur.gouv.fr", "02 99 00 12 34", ""),
        new Person(
            "Idriss",
            "Benali",
            "idriss.benali@etu.univ-rennes.example",
            "+33 6 39 98 12 34",
            "Je me déplace en fauteuil.\nUn accès sans marche est nécessaire."),
        new Details.Offer(
            new Labelled("interieur", "Ministère de l’Intérieur"),
            "Direction du numérique, pôle Ouest",
            new Labelled("deconcentre", "Service déconcentré"),
            new Labelled("developpement", "Développement"),
            "Développeuse de services en ligne",
            "Je développe le site de prise de rendez-vous des préfectures.\n\nAu programme : une"
                + " revue de code, une visite, une démonstration.",
            1),
        new Details.Wishes(
            "Université de Rennes",
            new Labelled("bac+3", "Bac + 3"),
            List.of(new Labelled("developpement", "Développement")),
            false,
            List.of(new Labelled("interieur", "Ministère de l’Intérieur")),
            50),
        new Welcome(
            "Cité administrative, bâtiment C\n12 rue du Port",
            "Pièce d’identité à l’accueil, demandez le pôle Ouest (02 99 00 12 30).\n"
                + "Repas sur place.",
            LocalTime.of(9, 30),
            LocalTime.of(16, 45)));
  }

  List<Sample> all() {
    List<Sample> all = new ArrayList<>();
    for (Role role : Role.values()) {
      String who = role == Role.AMBASSADEUR ? "ambassadeur" : "etudiant";
      all.add(own(MailKind.CONFIRMATION, who, person(role).status(Status.A_CONFIRMER)));
      all.add(own(MailKind.NUDGE, who, person(role).status(Status.A_CONFIRMER)));
      all.add(own(MailKind.LINK, who, person(role)));
      all.add(newAddress(who, role));
      all.add(withdrawal(who + "-seul", role, List.of(), Optional.empty()));
      all.add(own(MailKind.WIDEN, who, person(role)));
      all.add(own(MailKind.NO_PAIR, who, person(role)));
      all.add(own(MailKind.NO_PAIR_FINAL, who, person(role)));
      for (MailKind kind :
          List.of(
              MailKind.PAIR,
              MailKind.DATE_AGREED,
              MailKind.COORDINATES,
              MailKind.REMINDER_WEEK,
              MailKind.REMINDER_DAY,
              MailKind.FEEDBACK)) {
        all.add(meeting(kind, who, role, pair().build()));
      }
      for (MailKind kind :
          List.of(
              MailKind.PAIR,
              MailKind.WELCOME,
              MailKind.DATE_AGREED,
              MailKind.REMINDER_WEEK,
              MailKind.REMINDER_DAY)) {
        all.add(meeting(kind, who + "-accueil", role, welcome, pair().build()));
      }
      all.add(
          meeting(
              MailKind.DATES_PROPOSED,
              who,
              role,
              pair().proposal(role.other(), "2026-11-26", "2026-12-01").build()));
      all.add(
          calledOff(
              who + "-par-partenaire",
              role,
              CalledOffBy.PARTNER,
              pair().status(PairStatus.ANNULE).sequence(3).build()));
      all.add(
          calledOff(
              who + "-par-soi",
              role,
              CalledOffBy.SELF,
              pair().status(PairStatus.ANNULE).sequence(3).build()));
      all.add(
          calledOff(
              who + "-par-organisation",
              role,
              CalledOffBy.ORGANISERS,
              pair().status(PairStatus.ANNULE).sequence(3).build()));
    }
    for (Role role : Role.values()) {
      all.add(
          meeting(
              MailKind.RELAY_TAKEN,
              role == Role.AMBASSADEUR ? "ambassadeur" : "etudiant",
              role,
              pair().build()));
    }
    all.add(meeting(MailKind.RELAY_DECLINED, "ambassadeur", Role.AMBASSADEUR, pair().build()));
    all.add(relay());
    all.add(handedOn());
    Pair off = pair().status(PairStatus.ANNULE).sequence(3).build();
    all.add(withdrawal("ambassadeur", Role.AMBASSADEUR, List.of(off), Optional.of(slots().get(3))));
    all.add(withdrawal("etudiant", Role.ETUDIANT, List.of(off), Optional.empty()));
    all.add(withdrawalBeforeANewRegistration());
    all.add(own(MailKind.COACHING_OFFER, "ambassadeur", person(Role.AMBASSADEUR)));
    all.add(own(MailKind.CONFIRMED, "etudiant", person(Role.ETUDIANT)));
    for (Role role : Role.values()) {
      String who = role == Role.AMBASSADEUR ? "ambassadeur" : "etudiant";
      all.add(own(MailKind.NO_PAIR, who, person(role)).onLastDay());
    }
    all.add(own(MailKind.COACHING_OFFER, "ambassadeur", person(Role.AMBASSADEUR)).onLastDay());
    all.add(own(MailKind.CONFIRMED, "etudiant", person(Role.ETUDIANT)).onLastDay());
    all.add(calledOff("etudiant", Role.ETUDIANT, CalledOffBy.PARTNER, off).onLastDay());
    all.add(own(MailKind.COACHING_OFFER, "ambassadeur", person(Role.AMBASSADEUR)).late());
    all.add(own(MailKind.CONFIRMED, "etudiant", person(Role.ETUDIANT)).late());
    all.add(withdrawal("etudiant", Role.ETUDIANT, List.of(off), Optional.empty()).late());
    all.add(calledOff("etudiant", Role.ETUDIANT, CalledOffBy.PARTNER, off).late());
    all.add(oneOfTwoCalledOff());
    all.add(seat(MailKind.SEAT));
    all.add(seat(MailKind.SEAT_CANCELLED));
    all.add(seat(MailKind.SEAT_REMINDER));
    Pair erased = pair().status(PairStatus.ANNULE).sequence(3).erased(Role.AMBASSADEUR).build();
    all.add(farewell(Role.AMBASSADEUR, List.of(erased), Optional.of(slots().get(3))));
    all.add(farewell(Role.ETUDIANT, List.of(), Optional.empty()));
    all.add(opening());
    all.add(report());
    all.add(recruiting());
    all.add(proposals());
    return List.copyOf(all);
  }

  Sample one(String name) {
    return all().stream().filter(sample -> sample.name().equals(name)).findFirst().orElseThrow();
  }

  RegistrationBuilder person(Role role) {
    return role == Role.AMBASSADEUR
        ? RegistrationBuilder.ambassador("ambassador").person(ambassadorPerson).details(offer)
        : RegistrationBuilder.student("student").person(studentPerson).details(wishes);
  }

  PairBuilder pair() {
    return PairBuilder.pair(
            PAIR_ID, person(Role.AMBASSADEUR).build(), person(Role.ETUDIANT).build())
        .sequence(2)
        .reasons(
            "Métier : Développement, premier choix.",
            "Lieu : 3 km entre les deux communes.",
            "Administration : Ministère de l’Intérieur, premier choix.");
  }

  private Sample own(MailKind kind, String who, RegistrationBuilder recipient) {
    boolean unpaired =
        EnumSet.of(MailKind.WIDEN, MailKind.NO_PAIR, MailKind.NO_PAIR_FINAL).contains(kind);
    About.Own about =
        unpaired
            ? new About.Own(
                1,
                "Aucun accueil n’a pu vous être proposé dans le rayon que vous avez indiqué.",
                "Avec un rayon élargi de 25\u00a0km, 3 possibilités s’ouvriraient à vous.")
            : new About.Own(1);
    List<CoachingSlot> offered = kind == MailKind.COACHING_OFFER ? slots() : List.of();
    return new Sample(
        kind.code() + "-" + who,
        kind == MailKind.WIDEN ? LocalDate.parse("2026-11-02") : TODAY,
        today -> new OwnLetter(head(kind, today), recipient.build(), about, offered));
  }

  private Sample newAddress(String who, Role role) {
    Registration person = person(role).build();
    AddressRequest asked =
        new AddressRequest(person.person().address(), Instant.parse("2026-11-10T09:30:00Z"));
    return sample(
        MailKind.NEW_ADDRESS,
        who,
        head -> new NewAddressLetter(head, person, new About.NewAddress(1, asked.at()), asked));
  }

  private Sample relay() {
    Relay relay =
        new Relay(
            PAIR_ID,
            Optional.of("collegue@interieur.gouv.fr"),
            "",
            Instant.parse("2026-11-10T09:30:00Z"));
    return sample(
        MailKind.RELAY,
        "collegue",
        head ->
            new RelayLetter(
                head,
                person(Role.AMBASSADEUR).build(),
                new About.Relay(1, PAIR_ID, relay.at()),
                pair().build(),
                relay));
  }

  private Sample handedOn() {
    Pair former = pair().status(PairStatus.ANNULE).sequence(3).build();
    return sample(
        MailKind.RELAY_TAKEN,
        "confie",
        head ->
            new CalledOffLetter(
                head,
                person(Role.AMBASSADEUR).handedOn(1).build(),
                new About.CalledOff(1, former.id(), CalledOffBy.SELF),
                former,
                Welcome.NONE));
  }

  Sample meeting(MailKind kind, String who, Role role, Pair pair) {
    return meeting(kind, who, role, Welcome.NONE, pair);
  }

  Sample meeting(MailKind kind, String who, Role role, Welcome received, Pair pair) {
    return sample(
        kind,
        who,
        head ->
            new MeetingLetter(
                head,
                person(role).welcome(received).build(),
                new About.Meeting(1, pair.id(), Optional.empty(), Optional.empty()),
                pair,
                Optional.of(person(role.other()).welcome(received).build())));
  }

  /** The ambassador of the pair works in Lyon now. */
  Sample afterMoving(Role recipient, String address) {
    Welcome received = new Welcome(address, "", Welcome.ARRIVAL, Welcome.DEPARTURE);
    Registration host =
        person(Role.AMBASSADEUR).place("Lyon", "Rhône", 45.76, 4.84).welcome(received).build();
    Registration guest = person(Role.ETUDIANT).build();
    Pair pair = pair().build();
    boolean toHost = recipient == Role.AMBASSADEUR;
    return sample(
        MailKind.PAIR,
        "demenagement",
        head ->
            new MeetingLetter(
                head,
                toHost ? host : guest,
                new About.Meeting(1, pair.id(), Optional.empty(), Optional.empty()),
                pair,
                Optional.of(toHost ? guest : host)));
  }

  Sample calledOff(String who, Role role, CalledOffBy by, Pair pair) {
    return calledOff(who, person(role).build(), by, pair);
  }

  private Sample oneOfTwoCalledOff() {
    return calledOff(
        "ambassadeur-plusieurs",
        person(Role.AMBASSADEUR).capacity(2).pairedWith("other", "Lou Petit").build(),
        CalledOffBy.PARTNER,
        pair().status(PairStatus.ANNULE).sequence(3).erased(Role.ETUDIANT).build());
  }

  private static Sample calledOff(String who, Registration recipient, CalledOffBy by, Pair pair) {
    return sample(
        MailKind.PAIR_CANCELLED,
        who,
        head ->
            new CalledOffLetter(
                head, recipient, new About.CalledOff(1, pair.id(), by), pair, Welcome.NONE));
  }

  private Sample withdrawal(String who, Role role, List<Pair> off, Optional<CoachingSlot> seat) {
    Registration recipient = person(role).status(Status.RETIREE).build();
    return sample(
        MailKind.WITHDRAWN,
        who,
        head ->
            new WithdrawalLetter(
                head,
                recipient,
                false,
                vacated(recipient, CalendarEntry.attendee(recipient), off, seat)));
  }

  private Sample withdrawalBeforeANewRegistration() {
    Registration recipient = person(Role.ETUDIANT).build();
    return sample(
        MailKind.WITHDRAWN,
        "etudiant-reinscrit",
        head ->
            new WithdrawalLetter(
                head,
                recipient,
                true,
                vacated(
                    recipient,
                    CalendarEntry.attendee(recipient),
                    List.of(pair().status(PairStatus.ANNULE).build()),
                    Optional.empty())));
  }

  private static List<CalendarEntry> vacated(
      Registration leaving, Attendee attendee, List<Pair> off, Optional<CoachingSlot> seat) {
    return Stream.concat(
            off.stream()
                .map(
                    pair ->
                        CalendarEntry.ofPair(
                            EDITION, pair, false, Welcome.NONE, List.of(attendee))),
            seat.stream()
                .map(
                    slot ->
                        CalendarEntry.ofSeat(
                            EDITION, leaving.id(), leaving.number(), attendee, slot, 4)))
        .map(CalendarEntry::cancelled)
        .toList();
  }

  private Sample seat(MailKind kind) {
    return sample(
        kind,
        "ambassadeur",
        head ->
            new SeatLetter(
                head,
                person(Role.AMBASSADEUR).seat("seance-3", 4).build(),
                new About.Seat(1, "seance-3", Optional.of(4L)),
                slots().get(3)));
  }

  private Sample farewell(Role role, List<Pair> off, Optional<CoachingSlot> seat) {
    Registration gone = person(role).build();
    About.Addressee leaving =
        new About.Addressee(gone.person().address(), gone.person().firstName());
    return sample(
        MailKind.ERASED,
        role == Role.AMBASSADEUR ? "ambassadeur" : "seul",
        head ->
            new FarewellLetter(
                head,
                leaving,
                vacated(
                    gone,
                    CalendarEntry.attendee(leaving.firstName(), leaving.address()),
                    off,
                    seat)));
  }

  private static Sample opening() {
    return sample(
        MailKind.NEXT_EDITION,
        "ancien",
        head ->
            new OpeningLetter(
                head,
                new Subscription(
                    "0".repeat(32),
                    "A".repeat(22),
                    "idriss.benali@etu.univ-rennes.example",
                    "adresse/1",
                    Instant.parse("2025-11-26T10:00:00Z"),
                    "2025",
                    LocalDate.parse("2025-11-25"),
                    Optional.of(EDITION.id()),
                    Instant.parse("2027-11-16T00:00:00Z"))));
  }

  private static Sample report() {
    About.Report about =
        new About.Report(
            0,
            LocalDate.parse("2026-11-10"),
            "2026/2026-11-10/3f1c7a52",
            LocalDate.parse("2026-11-24"),
            Map.of(
                "binomes", "52",
                "binomes_formes", "52",
                "ambassadeurs", "60",
                "etudiants", "78",
                "etudiants_sans_binome", "26",
                "ambassadeurs_sans_binome", "8",
                "a_confirmer", "4",
                "a_appeler", "2",
                "mails_rejetes", "0"),
            List.of());
    return new Sample(
        "rapport", TODAY, today -> new ReportLetter(head(MailKind.REPORT, today), about));
  }

  private static Sample recruiting() {
    About.Report about =
        new About.Report(
            0,
            LocalDate.parse("2026-10-30"),
            "2026/2026-10-30/3f1c7a52",
            LocalDate.parse("2026-11-13"),
            Map.of(
                "essai_binomes", "52",
                "essai_restes", "34",
                "ambassadeurs", "60",
                "etudiants", "78",
                "a_confirmer", "4",
                "a_appeler", "1"),
            List.of(
                "Développement, Lyon (Rhône) : 7 places",
                "Cybersécurité, Rennes (Ille-et-Vilaine) : 1 place"));
    return new Sample(
        "recrutement", TODAY, today -> new ReportLetter(head(MailKind.RECRUIT, today), about));
  }

  private static Sample proposals() {
    String run = "2026/2026-11-10/1-3f1c7a";
    About.Proposals about =
        new About.Proposals(
            0,
            LocalDate.parse("2026-11-10"),
            run,
            Map.of(
                "propositions", "52",
                "propositions_restes", "34",
                "binomes", "12"));
    Edition edition =
        EditionBuilder.edition()
            .organisers("equipe@numerique.gouv.fr")
            .onAgreement()
            .proposed(run)
            .build();
    return new Sample(
        "proposition",
        TODAY,
        today ->
            new ProposalsLetter(
                new Letterhead(MailKind.PROPOSALS, edition, Post.SITE, Post.KEYED, today), about));
  }

  private static Sample sample(MailKind kind, String who, Function<Letterhead, Letter> written) {
    return new Sample(kind.code() + "-" + who, TODAY, today -> written.apply(head(kind, today)));
  }

  private static Letterhead head(MailKind kind, LocalDate today) {
    return new Letterhead(kind, EDITION, Post.SITE, Post.KEYED, today);
  }

  private static List<CoachingSlot> slots() {
    return IntStream.rangeClosed(0, 10)
        .mapToObj(
            i ->
                new CoachingSlot(
                    "seance-" + i,
                    "2026",
                    OffsetDateTime.parse("2026-11-18T08:30:00+01:00").plusHours(i),
                    OffsetDateTime.parse("2026-11-18T09:30:00+01:00").plusHours(i),
                    10,
                    "https://visio.example/vis-mon-job-" + i,
                    List.of("ada")))
        .toList();
  }
}
