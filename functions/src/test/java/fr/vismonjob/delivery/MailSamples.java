package fr.vismonjob.delivery;

import fr.vismonjob.coaching.CoachingSlot;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.form.Labelled;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.CalledOffBy;
import fr.vismonjob.mail.Departure;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairBuilder;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.registration.Details;
import fr.vismonjob.registration.Person;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Every mail in every variant, between an invented ambassador and an invented student. */
record MailSamples(
    Person ambassadorPerson, Person studentPerson, Details.Offer offer, Details.Wishes wishes) {
  static final Edition EDITION =
      EditionBuilder.edition().organisers("organisation@numerique.gouv.fr").build();
  static final String PAIR_ID = "9f86d081884c7d659a2feaa0c55ad015";

  /** A mail as it was queued, what it is about, and when it leaves. */
  record Sample(String name, Mail mail, Matter matter, LocalDate today) {
    Sample(String name, Mail mail, Matter matter) {
      this(name, mail, matter, LocalDate.parse("2026-11-10"));
    }

    /** The same, leaving once registration is closed and the last pairs are made. */
    Sample late() {
      return new Sample(name + "-fin", mail, matter, LocalDate.parse("2026-11-17"));
    }

    Letter letter() {
      return new MailComposer(Post.KEYED).compose(mail, matter, Post.SITE, today);
    }

    ReceivedMail received() {
      return ReceivedMail.of(MimeLetter.bytes(letter(), Post.NOW));
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
            50));
  }

  List<Sample> all() {
    List<Sample> all = new ArrayList<>();
    for (Role role : Role.values()) {
      String who = role == Role.AMBASSADEUR ? "ambassadeur" : "etudiant";
      all.add(own(MailKind.CONFIRMATION, who, person(role).status(Status.A_CONFIRMER)));
      all.add(own(MailKind.NUDGE, who, person(role).status(Status.A_CONFIRMER)));
      all.add(own(MailKind.LINK, who, person(role)));
      all.add(withdrawal(who + "-seul", role, List.of(), Optional.empty()));
      all.add(own(MailKind.WIDEN, who, person(role)));
      all.add(own(MailKind.NO_PAIR, who, person(role)));
      all.add(own(MailKind.NO_PAIR_FINAL, who, person(role)));
      for (MailKind kind :
          List.of(
              MailKind.PAIR,
              MailKind.DATE_AGREED,
              MailKind.REMINDER_WEEK,
              MailKind.REMINDER_DAY,
              MailKind.FEEDBACK)) {
        all.add(meeting(kind, who, role, pair().build()));
      }
      all.add(
          meeting(
              MailKind.DATES_PROPOSED,
              who,
              role,
              pair().proposal(other(role), "2026-11-26", "2026-12-01").build()));
      all.add(
          calledOff(
              who + "-par-partenaire",
              role,
              CalledOffBy.PARTNER,
              pair().status(PairStatus.ANNULE).build()));
      all.add(
          calledOff(
              who + "-par-soi", role, CalledOffBy.SELF, pair().status(PairStatus.ANNULE).build()));
      all.add(
          calledOff(
              who + "-par-organisation",
              role,
              CalledOffBy.ORGANISERS,
              pair().status(PairStatus.ANNULE).build()));
    }
    Pair off = pair().status(PairStatus.ANNULE).build();
    all.add(withdrawal("ambassadeur", Role.AMBASSADEUR, List.of(off), Optional.of(slots().get(3))));
    all.add(withdrawal("etudiant", Role.ETUDIANT, List.of(off), Optional.empty()));
    all.add(own(MailKind.COACHING_OFFER, "ambassadeur", person(Role.AMBASSADEUR)));
    all.add(own(MailKind.CONFIRMED, "etudiant", person(Role.ETUDIANT)));
    all.add(own(MailKind.COACHING_OFFER, "ambassadeur", person(Role.AMBASSADEUR)).late());
    all.add(own(MailKind.CONFIRMED, "etudiant", person(Role.ETUDIANT)).late());
    all.add(withdrawal("etudiant", Role.ETUDIANT, List.of(off), Optional.empty()).late());
    all.add(calledOff("etudiant", Role.ETUDIANT, CalledOffBy.PARTNER, off).late());
    all.add(oneOfTwoCalledOff());
    all.add(seat(MailKind.SEAT));
    all.add(seat(MailKind.SEAT_CANCELLED));
    all.add(seat(MailKind.SEAT_REMINDER));
    Pair erased = pair().status(PairStatus.ANNULE).erased(Role.AMBASSADEUR).build();
    all.add(farewell(Role.AMBASSADEUR, List.of(erased), Optional.of(slots().get(3))));
    all.add(farewell(Role.ETUDIANT, List.of(), Optional.empty()));
    all.add(report());
    all.add(recruiting());
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
    return sample(
        who,
        kind,
        recipient.build(),
        new Matter.Own(
            EDITION,
            recipient.build(),
            kind == MailKind.COACHING_OFFER ? slots() : List.of(),
            unpaired ? "Personne n’accueille dans le rayon que vous avez indiqué." : "",
            unpaired
                ? "Avec un rayon élargi de 25\u00a0km, 3 possibilités s’ouvriraient à vous."
                : ""));
  }

  private Sample meeting(MailKind kind, String who, Role role, Pair pair) {
    Registration recipient = person(role).build();
    return sample(
        who,
        kind,
        recipient,
        new Matter.Meeting(
            EDITION, recipient, pair, person(other(role)).build(), pair.state().sequence()));
  }

  Sample calledOff(String who, Role role, CalledOffBy by, Pair pair) {
    Registration recipient = person(role).build();
    return sample(
        who,
        MailKind.PAIR_CANCELLED,
        recipient,
        new Matter.CalledOff(EDITION, recipient, pair, by, 3));
  }

  private Sample oneOfTwoCalledOff() {
    Registration recipient =
        person(Role.AMBASSADEUR).capacity(2).pairedWith("other", "Lou Petit").build();
    return sample(
        "ambassadeur-plusieurs",
        MailKind.PAIR_CANCELLED,
        recipient,
        new Matter.CalledOff(
            EDITION,
            recipient,
            pair().status(PairStatus.ANNULE).erased(Role.ETUDIANT).build(),
            CalledOffBy.PARTNER,
            3));
  }

  private Sample withdrawal(String who, Role role, List<Pair> off, Optional<CoachingSlot> seat) {
    Registration recipient = person(role).status(Status.RETIREE).build();
    return sample(
        who,
        MailKind.WITHDRAWN,
        recipient,
        new Matter.Withdrawal(EDITION, recipient, new Matter.Vacated(off, seat, 4)));
  }

  private Sample seat(MailKind kind) {
    Registration recipient = person(Role.AMBASSADEUR).seat("seance-3", 4).build();
    return sample(
        "ambassadeur", kind, recipient, new Matter.Seat(EDITION, recipient, slots().get(3), 4));
  }

  private Sample farewell(Role role, List<Pair> off, Optional<CoachingSlot> seat) {
    Registration gone = person(role).build();
    return sample(
        role == Role.AMBASSADEUR ? "ambassadeur" : "seul",
        MailKind.ERASED,
        gone,
        new Matter.Farewell(
            EDITION,
            gone.id(),
            gone.number(),
            gone.person().address(),
            gone.person().firstName(),
            new Matter.Vacated(off, seat, 4)));
  }

  private static Sample report() {
    return new Sample(
        "rapport",
        mail(MailKind.REPORT, EDITION.id()),
        new Matter.Report(
            EDITION,
            "organisation@numerique.gouv.fr",
            LocalDate.parse("2026-11-10"),
            Map.of(
                "binomes", "52",
                "binomes_formes", "52",
                "ambassadeurs", "60",
                "etudiants", "78",
                "etudiants_sans_binome", "26",
                "ambassadeurs_sans_binome", "8",
                "a_confirmer", "4",
                "mails_rejetes", "0"),
            List.of(),
            "2026/2026-11-10/3f1c7a52",
            LocalDate.parse("2026-11-24")));
  }

  private static Sample recruiting() {
    return new Sample(
        "recrutement",
        mail(MailKind.RECRUIT, EDITION.id()),
        new Matter.Report(
            EDITION,
            "organisation@numerique.gouv.fr",
            LocalDate.parse("2026-10-30"),
            Map.of(
                "essai_binomes", "52",
                "essai_restes", "34",
                "ambassadeurs", "60",
                "etudiants", "78",
                "a_confirmer", "4",
                "a_appeler", "1"),
            List.of(
                "Développement, Lyon (Rhône) : 7 places",
                "Cybersécurité, Rennes (Ille-et-Vilaine) : 1 place"),
            "2026/2026-10-30/3f1c7a52",
            LocalDate.parse("2026-11-13")));
  }

  private static Sample sample(String who, MailKind kind, Registration recipient, Matter matter) {
    return new Sample(kind.code() + "-" + who, mail(kind, recipient.id()), matter);
  }

  private static Mail mail(MailKind kind, String registration) {
    return new Mail(
        kind.code() + "/" + registration + "/1",
        kind,
        registration,
        Departure.CAMPAIGN,
        Instant.parse("2026-11-10T06:00:00Z"),
        new About.Own(1));
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
                    3,
                    "https://visio.example/vis-mon-job-" + i,
                    List.of()))
        .toList();
  }

  private static Role other(Role role) {
    return role == Role.AMBASSADEUR ? Role.ETUDIANT : Role.AMBASSADEUR;
  }
}
