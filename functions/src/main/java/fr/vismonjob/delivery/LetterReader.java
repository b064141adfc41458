package fr.vismonjob.delivery;

import biweekly.property.Attendee;
import fr.vismonjob.coaching.CoachingSlot;
import fr.vismonjob.delivery.Letter.Letterhead;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.identity.Keyed;
import fr.vismonjob.identity.SiteAddress;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.Tables;
import fr.vismonjob.registration.Registration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads from the tables, when a mail is sent, what the mail is about, and makes its letter. */
public record LetterReader(EditionTable editions, Tables tables, Keyed keyed) {

  /**
   * @throws Pointless if the letter makes no sense any more
   */
  Letter read(Mail mail, SiteAddress site, LocalDate today) {
    return switch (mail.about()) {
      case About.OfRegistration about -> {
        Registration recipient = recipient(mail, about);
        yield personal(mail, about, recipient, head(mail, recipient.edition(), site, today));
      }
      case About.Farewell about -> {
        Letterhead head = head(mail, about.edition(), site, today);
        About.Addressee leaving =
            Pointless.ifAbsent(
                about.addressee(), "l’adresse n’est plus connue ou ne reçoit plus de mails");
        Attendee attendee = CalendarEntry.attendee(leaving.firstName(), leaving.address());
        yield new FarewellLetter(
            head, leaving, removals().of(mail, head, about.vacated(), attendee));
      }
      case About.Opening about ->
          new OpeningLetter(
              head(mail, mail.registration(), site, today),
              Pointless.ifAbsent(
                  tables.subscriptions().find(about.subscription(), FrenchDates.morningOf(today)),
                  "la personne ne veut plus être prévenue"));
      case About.Report about ->
          new ReportLetter(head(mail, mail.registration(), site, today), about);
      case About.Proposals about ->
          new ProposalsLetter(head(mail, mail.registration(), site, today), about);
    };
  }

  private Letter.Personal personal(
      Mail mail, About.OfRegistration of, Registration recipient, Letterhead head) {
    return switch (of) {
      case About.Own about -> new OwnLetter(head, recipient, about, offered(mail, recipient));
      case About.NewAddress about ->
          new NewAddressLetter(
              head,
              recipient,
              about,
              Pointless.ifAbsent(
                  tables.registrations().addressChanges().requested(recipient.id()),
                  "la demande a été retirée ou confirmée"));
      case About.Relay about ->
          new RelayLetter(
              head,
              recipient,
              about,
              pair(about.pair(), recipient),
              Pointless.ifAbsent(
                  tables.pairs().relays().find(about.pair()), "la demande de relais est close"));
      case About.Seat about ->
          new SeatLetter(
              head,
              recipient,
              about,
              Pointless.ifAbsent(tables.slots().find(about.slot()), "la séance n’existe plus"));
      case About.Meeting about -> {
        Pair pair = pair(about.pair(), recipient);
        String other = pair.side(recipient.role().other()).registration();
        yield new MeetingLetter(head, recipient, about, pair, tables.person(other));
      }
      case About.CalledOff about -> {
        Pair pair = pair(about.pair(), recipient);
        yield new CalledOffLetter(head, recipient, about, pair, removals().hours(pair));
      }
      case About.Withdrawal about ->
          new WithdrawalLetter(
              head,
              recipient,
              recipient.number() != about.number(),
              removals().of(mail, head, about.vacated(), CalendarEntry.attendee(recipient)));
    };
  }

  private CalendarRemovals removals() {
    return new CalendarRemovals(tables);
  }

  private Letterhead head(Mail mail, String edition, SiteAddress site, LocalDate today) {
    return new Letterhead(
        mail.kind(),
        Pointless.ifAbsent(editions.find(edition), "l’édition n’existe plus"),
        site,
        keyed,
        today);
  }

  private Registration recipient(Mail mail, About.OfRegistration about) {
    Registration recipient =
        Pointless.ifAbsent(tables.person(mail.registration()), "l’inscription n’existe plus");
    Pointless.unless(
        recipient.number() == about.number() || endsMeetings(about),
        "la personne s’est inscrite à nouveau depuis");
    Optional<String> stopped = recipient.reachability().stopped();
    // Whoever gets no mails at the present address may still ask for some elsewhere.
    Pointless.unless(
        stopped.isEmpty() || about.goesElsewhere(),
        "plus aucun mail n’est envoyé à cette personne : " + stopped.orElse(""));
    return recipient;
  }

  /** Without such a letter the calendar would keep what an earlier registration has put there. */
  private static boolean endsMeetings(About.OfRegistration about) {
    return about instanceof About.CalledOff || about instanceof About.Withdrawal;
  }

  private Pair pair(String id, Registration recipient) {
    return Pointless.ifAbsent(
        tables
            .pair(id)
            .filter(pair -> pair.side(recipient.role()).registration().equals(recipient.id())),
        "la personne n’est pas dans ce binôme");
  }

  private List<CoachingSlot> offered(Mail mail, Registration recipient) {
    return mail.kind() != MailKind.COACHING_OFFER
        ? List.of()
        : tables.slots().ofEdition(recipient.edition(), UnreadableRow::log).stream()
            .filter(slot -> slot.seatsLeft() > 0)
            .filter(slot -> slot.isAhead(mail.createdAt()))
            .toList();
  }
}
