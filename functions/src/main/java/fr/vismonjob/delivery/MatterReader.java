package fr.vismonjob.delivery;

import fr.vismonjob.coaching.CoachingSlot;
import fr.vismonjob.coaching.CoachingSlotTable;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.edition.Reminder;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.pairing.PairTable;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationTable;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
    return switch (mail.about()) {
      case About.Farewell farewell -> farewell(mail, farewell);
      case About.Report report -> report(mail, report);
      case About.OfRegistration about -> ofRegistration(mail, about, today);
    };
  }

  private Finding farewell(Mail mail, About.Farewell farewell) {
    Optional<About.Addressee> addressee = farewell.addressee();
    if (addressee.isEmpty()) {
      return new Finding.Pointless("l’adresse n’est plus connue ou ne reçoit plus de mails");
    }
    return new Finding.Relevant(
        new Matter.Farewell(
            editions.find(farewell.edition()).orElseGet(editions::current),
            mail.registration(),
            farewell.number(),
            addressee.get().address(),
            addressee.get().firstName(),
            vacated(mail, farewell.vacated())));
  }

  private Finding report(Mail mail, About.Report report) {
    Optional<Edition> edition = editions.find(mail.registration());
    if (edition.isEmpty()) {
      return new Finding.Pointless("l’édition n’existe plus");
    }
    List<String> organisers = edition.get().organisers();
    if (report.rank() >= organisers.size()) {
      return new Finding.Pointless("l’édition compte moins d’organisateurs");
    }
    return new Finding.Relevant(
        new Matter.Report(
            edition.get(),
            organisers.get(report.rank()),
            report.day(),
            report.figures(),
            report.wanted(),
            report.kept(),
            report.until()));
  }

  private Finding ofRegistration(Mail mail, About.OfRegistration about, LocalDate today) {
    Optional<Registration> found = registrations.find(mail.registration());
    if (found.isEmpty()) {
      return new Finding.Pointless("l’inscription n’existe plus");
    }
    Registration recipient = found.get();
    if (recipient.number() != about.number()) {
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
    return switch (about) {
      case About.Own _ ->
          own(
              mail,
              edition.get(),
              recipient,
              objection(mail, recipient, edition.get(), today),
              "",
              "");
      case About.NoPartner(_, String cause, String advice) ->
          own(
              mail,
              edition.get(),
              recipient,
              objection(mail, recipient, edition.get(), today),
              cause,
              advice);
      case About.Withdrawal withdrawal -> withdrawal(mail, withdrawal, edition.get(), recipient);
      case About.Seat seat -> seat(mail, seat, edition.get(), recipient, today);
      case About.CalledOff off -> calledOff(off, edition.get(), recipient);
      case About.Meeting meeting -> meeting(mail, meeting, edition.get(), recipient, today);
    };
  }

  private static Optional<String> objection(
      Mail mail, Registration recipient, Edition edition, LocalDate today) {
    return switch (mail.kind()) {
      case CONFIRMATION -> is(recipient, Status.A_CONFIRMER);
      case NUDGE -> nudgeable(recipient, edition, today);
      case WIDEN -> notYetMatched(recipient, edition, today);
      case NO_PAIR, NO_PAIR_FINAL -> activeAndAlone(recipient);
      default -> active(recipient);
    };
  }

  private Finding own(
      Mail mail,
      Edition edition,
      Registration recipient,
      Optional<String> objection,
      String cause,
      String advice) {
    return objection
        .<Finding>map(Finding.Pointless::new)
        .orElseGet(
            () ->
                new Finding.Relevant(
                    new Matter.Own(edition, recipient, offered(mail, edition), cause, advice)));
  }

  private List<CoachingSlot> offered(Mail mail, Edition edition) {
    return mail.kind() != MailKind.COACHING_OFFER
        ? List.of()
        : coachingSlots.ofEdition(edition.id()).stream()
            .filter(slot -> slot.seatsLeft() > 0)
            .filter(slot -> slot.start().toInstant().isAfter(mail.createdAt()))
            .toList();
  }

  private Finding seat(
      Mail mail, About.Seat about, Edition edition, Registration recipient, LocalDate today) {
    String id = about.slot();
    long sequence = about.sequence().orElse(recipient.state().calendarSequence());
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

  private Finding withdrawal(
      Mail mail, About.Withdrawal about, Edition edition, Registration recipient) {
    return is(recipient, Status.RETIREE)
        .<Finding>map(Finding.Pointless::new)
        .orElseGet(
            () ->
                new Finding.Relevant(
                    new Matter.Withdrawal(edition, recipient, vacated(mail, about.vacated()))));
  }

  /** A seat in an hour that was over by then is left where it is. */
  private Matter.Vacated vacated(Mail leaving, About.Vacated vacated) {
    return new Matter.Vacated(
        vacated.pairs().stream()
            .flatMap(id -> pairs.find(id).stream())
            .filter(pair -> pair.status() == PairStatus.ANNULE)
            .toList(),
        vacated
            .seat()
            .flatMap(seat -> coachingSlots.find(seat.slot()))
            .filter(slot -> slot.start().toInstant().isAfter(leaving.createdAt())),
        vacated.seat().map(About.GivenBack::sequence).orElse(0L));
  }

  private Finding calledOff(About.CalledOff about, Edition edition, Registration recipient) {
    return withPair(
        about.pair(),
        recipient,
        pair ->
            pair.status() != PairStatus.ANNULE
                ? new Finding.Pointless("le binôme n’est pas annulé")
                : new Finding.Relevant(
                    new Matter.CalledOff(
                        edition,
                        recipient,
                        pair,
                        about.by(),
                        Math.max(pair.state().sequence(), about.sequence()))));
  }

  private Finding meeting(
      Mail mail, About.Meeting about, Edition edition, Registration recipient, LocalDate today) {
    return withPair(
        about.pair(),
        recipient,
        pair -> {
          Optional<String> objection = objection(mail, about, recipient, pair, today);
          if (objection.isPresent()) {
            return new Finding.Pointless(objection.get());
          }
          return registrations
              .find(pair.side(other(recipient.role())).registration())
              .<Finding>map(
                  partner ->
                      new Finding.Relevant(
                          new Matter.Meeting(
                              edition,
                              recipient,
                              pair,
                              partner,
                              Math.max(pair.state().sequence(), about.sequence().orElse(0L)))))
              .orElseGet(() -> new Finding.Pointless("l’inscription du binôme n’existe plus"));
        });
  }

  private Finding withPair(String id, Registration recipient, Function<Pair, Finding> then) {
    return pairs
        .find(id)
        .filter(pair -> pair.side(recipient.role()).registration().equals(recipient.id()))
        .map(then)
        .orElseGet(() -> new Finding.Pointless("la personne n’est pas dans ce binôme"));
  }

  private static Optional<String> objection(
      Mail mail, About.Meeting about, Registration recipient, Pair pair, LocalDate today) {
    // Once one of the two has given feedback the pair is no longer on, and the other is still
    // asked.
    boolean asksForFeedback = mail.kind() == MailKind.FEEDBACK;
    if (asksForFeedback ? pair.status() == PairStatus.ANNULE : !pair.isOn()) {
      return Optional.of("le binôme n’a plus lieu");
    }
    if (about.date().filter(then -> !then.equals(pair.date())).isPresent()) {
      return Optional.of("la date du binôme a changé depuis");
    }
    if (isOver(mail, pair.date(), today)) {
      return Optional.of(TOO_LATE);
    }
    // An agreed day stands while others are proposed; a proposal does not outlive the next one.
    if (mail.kind() == MailKind.DATES_PROPOSED
        && about.sequence().filter(then -> then != pair.state().sequence()).isPresent()) {
      return Optional.of("les dates ont changé depuis");
    }
    if (mail.kind() == MailKind.DATES_PROPOSED
        && !pair.state().proposedBy().equals(Optional.of(other(recipient.role())))) {
      return Optional.of("la proposition n’attend plus de réponse");
    }
    return Optional.empty();
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
