package fr.vismonjob.delivery;

import fr.vismonjob.coaching.CoachingSlot;
import fr.vismonjob.coaching.CoachingSlotTable;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.edition.Reminder;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.pairing.CalledOffBy;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.pairing.PairTable;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationTable;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the state again at sending and decides whether a queued mail still says what is so. */
public final class MatterReader {
  private static final String TOO_LATE = "il est trop tard pour ce rappel";

  private final EditionTable editions;
  private final RegistrationTable registrations;
  private final CoachingSlotTable coachingSlots;
  private final PairTable pairs;

  public MatterReader(
      EditionTable editions,
      RegistrationTable registrations,
      CoachingSlotTable coachingSlots,
      PairTable pairs) {
    this.editions = editions;
    this.registrations = registrations;
    this.coachingSlots = coachingSlots;
    this.pairs = pairs;
  }

  Finding read(Mail mail, LocalDate today) {
    return switch (mail.kind()) {
      case ERASED -> farewell(mail);
      case REPORT, RECRUIT -> report(mail);
      default -> ofRegistration(mail, today);
    };
  }

  private Finding farewell(Mail mail) {
    Optional<String> address = mail.detail("destinataire");
    if (address.isEmpty()) {
      return new Finding.Pointless("l’adresse n’est plus connue ou ne reçoit plus de mails");
    }
    Edition edition = mail.detail("edition").flatMap(editions::find).orElseGet(editions::current);
    return new Finding.Relevant(
        new Matter.Farewell(
            edition,
            mail.registration(),
            Long.parseLong(mail.requiredDetail("numero")),
            address.get(),
            mail.detail("prenom").orElse(""),
            vacated(mail)));
  }

  private Finding report(Mail mail) {
    Optional<Edition> edition = editions.find(mail.registration());
    if (edition.isEmpty()) {
      return new Finding.Pointless("l’édition n’existe plus");
    }
    int rank = Integer.parseInt(mail.requiredDetail("destinataire_rang"));
    List<String> organisers = edition.get().organisers();
    if (rank >= organisers.size()) {
      return new Finding.Pointless("l’édition compte moins d’organisateurs");
    }
    Map<String, String> figures = new HashMap<>(mail.details());
    figures
        .keySet()
        .removeAll(
            Set.of(
                "destinataire_rang", "jour", "manques", "numero", "rapport", "rapport_jusqu_au"));
    return new Finding.Relevant(
        new Matter.Report(
            edition.get(),
            organisers.get(rank),
            LocalDate.parse(mail.requiredDetail("jour")),
            figures,
            mail.detail("manques").stream().flatMap(String::lines).toList(),
            mail.requiredDetail("rapport"),
            LocalDate.parse(mail.requiredDetail("rapport_jusqu_au"))));
  }

  private Finding ofRegistration(Mail mail, LocalDate today) {
    Optional<Registration> found = registrations.find(mail.registration());
    if (found.isEmpty()) {
      return new Finding.Pointless("l’inscription n’existe plus");
    }
    Registration recipient = found.get();
    if (recipient.number() != Long.parseLong(mail.requiredDetail("numero"))) {
      return new Finding.Pointless("la personne s’est inscrite à nouveau depuis");
    }
    Optional<String> stopped = recipient.reachability().stopped();
    if (stopped.isPresent()) {
      return new Finding.Pointless(
          "plus aucun mail n’est envoyé à cette personne : " + stopped.get());
    }
    Optional<Edition> edition = editions.find(recipient.edition());
    if (edition.isEmpty()) {
      return new Finding.Pointless("l’édition n’existe plus");
    }
    return switch (mail.kind()) {
      case CONFIRMATION -> own(mail, edition.get(), recipient, is(recipient, Status.A_CONFIRMER));
      case NUDGE -> own(mail, edition.get(), recipient, nudgeable(recipient, edition.get(), today));
      case LINK, COACHING_OFFER, CONFIRMED ->
          own(mail, edition.get(), recipient, active(recipient));
      case WITHDRAWN -> withdrawal(mail, edition.get(), recipient);
      case WIDEN ->
          own(mail, edition.get(), recipient, notYetMatched(recipient, edition.get(), today));
      case NO_PAIR, NO_PAIR_FINAL -> own(mail, edition.get(), recipient, activeAndAlone(recipient));
      case SEAT, SEAT_CANCELLED, SEAT_REMINDER -> seat(mail, edition.get(), recipient, today);
      case PAIR_CANCELLED -> calledOff(mail, edition.get(), recipient);
      case PAIR, DATES_PROPOSED, DATE_AGREED, REMINDER_WEEK, REMINDER_DAY, FEEDBACK ->
          meeting(mail, edition.get(), recipient, today);
      case ERASED, REPORT, RECRUIT -> throw new IllegalStateException("not about a registration");
    };
  }

  private Finding own(
      Mail mail, Edition edition, Registration recipient, Optional<String> objection) {
    return objection
        .<Finding>map(Finding.Pointless::new)
        .orElseGet(
            () ->
                new Finding.Relevant(
                    new Matter.Own(edition, recipient, offered(mail, edition), mail.details())));
  }

  private List<CoachingSlot> offered(Mail mail, Edition edition) {
    return mail.kind() != MailKind.COACHING_OFFER
        ? List.of()
        : coachingSlots.ofEdition(edition.id()).stream()
            .filter(slot -> slot.seatsLeft() > 0)
            .filter(slot -> slot.start().toInstant().isAfter(mail.createdAt()))
            .toList();
  }

  private Finding seat(Mail mail, Edition edition, Registration recipient, LocalDate today) {
    String id = mail.requiredDetail("seance");
    long sequence =
        mail.detail("sequence").map(Long::parseLong).orElse(recipient.state().calendarSequence());
    if (mail.kind() != MailKind.SEAT_CANCELLED
        && !(recipient.isActive()
            && recipient.seat().equals(Optional.of(id))
            && recipient.state().calendarSequence() == sequence)) {
      return new Finding.Pointless("la réservation a changé depuis");
    }
    Optional<CoachingSlot> slot = coachingSlots.find(id);
    if (slot.isEmpty()) {
      return new Finding.Pointless("la séance n’existe plus");
    }
    if (isOver(mail, slot.get().day(), today)) {
      return new Finding.Pointless(TOO_LATE);
    }
    return new Finding.Relevant(new Matter.Seat(edition, recipient, slot.get(), sequence));
  }

  private static boolean isOver(Mail mail, LocalDate meeting, LocalDate today) {
    return Reminder.ofCode(mail.kind().code())
        .filter(reminder -> reminder.isOver(meeting, today))
        .isPresent();
  }

  private Finding withdrawal(Mail mail, Edition edition, Registration recipient) {
    return is(recipient, Status.RETIREE)
        .<Finding>map(Finding.Pointless::new)
        .orElseGet(
            () -> new Finding.Relevant(new Matter.Withdrawal(edition, recipient, vacated(mail))));
  }

  /** A seat in an hour that was over by then is left where it is. */
  private Matter.Vacated vacated(Mail leaving) {
    return new Matter.Vacated(
        leaving.detail("binomes").stream()
            .flatMap(ids -> Stream.of(ids.split(" ")))
            .flatMap(id -> pairs.find(id).stream())
            .filter(pair -> pair.status() == PairStatus.ANNULE)
            .toList(),
        leaving
            .detail("seance")
            .flatMap(coachingSlots::find)
            .filter(slot -> slot.start().toInstant().isAfter(leaving.createdAt())),
        leaving.detail("sequence").map(Long::parseLong).orElse(0L));
  }

  private Finding calledOff(Mail mail, Edition edition, Registration recipient) {
    return withPair(
        mail,
        recipient,
        pair ->
            pair.status() != PairStatus.ANNULE
                ? new Finding.Pointless("le binôme n’est pas annulé")
                : new Finding.Relevant(
                    new Matter.CalledOff(
                        edition,
                        recipient,
                        pair,
                        mail.detail("par").flatMap(CalledOffBy::ofCode).orElse(CalledOffBy.SELF),
                        sequence(mail, pair))));
  }

  private Finding meeting(Mail mail, Edition edition, Registration recipient, LocalDate today) {
    return withPair(
        mail,
        recipient,
        pair -> {
          Optional<String> objection = objection(mail, recipient, pair, today);
          if (objection.isPresent()) {
            return new Finding.Pointless(objection.get());
          }
          return registrations
              .find(pair.side(other(recipient.role())).registration())
              .<Finding>map(
                  partner ->
                      new Finding.Relevant(
                          new Matter.Meeting(
                              edition, recipient, pair, partner, sequence(mail, pair))))
              .orElseGet(() -> new Finding.Pointless("l’inscription du binôme n’existe plus"));
        });
  }

  private Finding withPair(Mail mail, Registration recipient, Function<Pair, Finding> then) {
    return pairs
        .find(mail.requiredDetail("binome"))
        .filter(pair -> pair.side(recipient.role()).registration().equals(recipient.id()))
        .map(then)
        .orElseGet(() -> new Finding.Pointless("la personne n’est pas dans ce binôme"));
  }

  private static Optional<String> objection(
      Mail mail, Registration recipient, Pair pair, LocalDate today) {
    // Once one of the two has given feedback the pair is no longer on, and the other is still
    // asked.
    boolean asksForFeedback = mail.kind() == MailKind.FEEDBACK;
    if (asksForFeedback ? pair.status() == PairStatus.ANNULE : !pair.isOn()) {
      return Optional.of("le binôme n’a plus lieu");
    }
    if (differs(mail, "date", pair.date().toString())) {
      return Optional.of("la date du binôme a changé depuis");
    }
    if (isOver(mail, pair.date(), today)) {
      return Optional.of(TOO_LATE);
    }
    // An agreed day stands while others are proposed; a proposal does not outlive the next one.
    if (mail.kind() == MailKind.DATES_PROPOSED
        && differs(mail, "sequence", Long.toString(pair.state().sequence()))) {
      return Optional.of("les dates ont changé depuis");
    }
    if (mail.kind() == MailKind.DATES_PROPOSED
        && !pair.state().proposedBy().equals(Optional.of(other(recipient.role())))) {
      return Optional.of("la proposition n’attend plus de réponse");
    }
    return Optional.empty();
  }

  private static boolean differs(Mail mail, String detail, String now) {
    return mail.detail(detail).filter(then -> !then.equals(now)).isPresent();
  }

  /** A calendar takes the highest SEQUENCE it has seen: never below the pair's own. */
  private static long sequence(Mail mail, Pair pair) {
    return Math.max(
        pair.state().sequence(), mail.detail("sequence").map(Long::parseLong).orElse(0L));
  }

  private static Role other(Role role) {
    return role == Role.AMBASSADEUR ? Role.ETUDIANT : Role.AMBASSADEUR;
  }

  private static Optional<String> is(Registration recipient, Status expected) {
    return recipient.status() == expected
        ? Optional.empty()
        : Optional.of("l’inscription a changé d’état depuis");
  }

  private static Optional<String> nudgeable(
      Registration recipient, Edition edition, LocalDate today) {
    return is(recipient, Status.A_CONFIRMER)
        .or(
            () ->
                edition.isRegistrationOpen(today)
                    ? Optional.empty()
                    : Optional.of("les inscriptions sont closes"));
  }

  private static Optional<String> active(Registration recipient) {
    return recipient.isActive()
        ? Optional.empty()
        : Optional.of("l’inscription a changé d’état depuis");
  }

  /** Advice for the first run has lost its sense once that has come. */
  private static Optional<String> notYetMatched(
      Registration recipient, Edition edition, LocalDate today) {
    return activeAndAlone(recipient)
        .or(
            () ->
                today.isBefore(edition.firstMatching())
                    ? Optional.empty()
                    : Optional.of("les premiers binômes sont formés"));
  }

  private static Optional<String> activeAndAlone(Registration recipient) {
    return active(recipient)
        .or(
            () ->
                recipient.pairs().isEmpty()
                    ? Optional.empty()
                    : Optional.of("la personne a un binôme"));
  }
}
