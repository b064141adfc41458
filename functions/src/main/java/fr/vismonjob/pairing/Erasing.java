package fr.vismonjob.pairing;

import fr.vismonjob.coaching.CoachingSlotTable;
import fr.vismonjob.dynamodb.Transactions;
import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.dynamodb.Write;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.mail.MailTable;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationTable;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Erases somebody: the registration goes, and in pairs and mails what tells who it was; the
 * anonymous rest stays. First what is over is cleaned, pair by pair and mail by mail; then one
 * transaction calls off what is still to come, tells everybody concerned and deletes the
 * registration. Until that last step erasing can be asked for again, and goes on.
 */
public final class Erasing {
  /** Stands in the partner's list of names for somebody met and since erased. */
  private static final String NOBODY = "(données effacées)";

  private final RegistrationTable registrations;
  private final CoachingSlotTable slots;
  private final PairTable pairs;
  private final MailTable mails;
  private final Parting parting;
  private final Transactions transactions;
  private final InstantSource clock;

  public Erasing(
      RegistrationTable registrations,
      CoachingSlotTable slots,
      PairTable pairs,
      MailTable mails,
      Transactions transactions,
      InstantSource clock) {
    this.registrations = registrations;
    this.slots = slots;
    this.pairs = pairs;
    this.mails = mails;
    this.parting = new Parting(registrations, mails);
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Erases, with a last mail to the person and one to each partner who loses a pair. */
  public void erase(String registrationId) {
    erase(registrationId, FrenchDates.dayOf(clock.instant()), true);
  }

  /** Erases without a mail to anybody, at the end of the time for which data is kept. */
  public void eraseQuietly(String registrationId, LocalDate today) {
    erase(registrationId, today, false);
  }

  private void erase(String registrationId, LocalDate today, boolean tell) {
    transactions.decide(
        "erasing registration " + registrationId,
        () -> {
          Optional<Registration> person = registrations.find(registrationId);
          return new Decision<>(
              person, person.map(found -> writes(found, today, tell)).orElse(List.of()));
        });
  }

  /**
   * Cleans the pairs whose time is over.
   *
   * @return all that the person ever was in
   */
  private List<Pair> cleaned(Registration person, LocalDate today) {
    // What the registration names is certain, the index knows what is off.
    SortedSet<String> ids = new TreeSet<>(person.pairs());
    ids.addAll(pairs.everOf(person));
    return ids.stream().flatMap(id -> cleaned(id, person, today).stream()).toList();
  }

  private Optional<Pair> cleaned(String pair, Registration person, LocalDate today) {
    return transactions.decide(
        "erasing registration " + person.id() + " from pair " + pair,
        () -> {
          Optional<Pair> found = pairs.find(pair);
          return new Decision<>(
              found,
              found
                  .filter(known -> !known.isAhead(today))
                  .map(over -> forgetting(person, over))
                  .orElse(List.of()));
        });
  }

  private List<Write> forgetting(Registration person, Pair pair) {
    return Stream.concat(
            Stream.of(pairs.forget(pair, pair, person)),
            parting.partner(person, pair).stream()
                .filter(partner -> partner.pairs().contains(pair.id()))
                .map(
                    partner ->
                        registrations.advance(
                            partner, partner.state().withPartner(pair.id(), NOBODY))))
        .toList();
  }

  private List<Write> writes(Registration person, LocalDate today, boolean tell) {
    List<Pair> ever = cleaned(person, today);
    mails.forget(person.id(), PersonalTraces.of(person)::in);
    Instant now = clock.instant();
    List<Write> writes = new ArrayList<>();
    for (Pair pair : ever) {
      PairMoves.cancelled(pair, today)
          .ifPresent(
              cancelled -> {
                writes.add(pairs.forget(pair, cancelled, person));
                writes.addAll(parting.partnerFreed(person, cancelled, now, tell));
              });
    }
    slots.giveBackSeatOf(person).ifPresent(writes::add);
    writes.add(registrations.delete(person));
    if (tell) {
      writes.add(mails.queue(farewell(person, toTakeOut(ever, today), now)));
    }
    return writes;
  }

  /**
   * Pairs that are off, and whose day is still to come. Of one called off earlier, the mail that
   * was to take it out of the person's calendar may still wait, and will find no registration any
   * more; a calendar that has had it is told the same once more.
   */
  private static List<Pair> toTakeOut(List<Pair> ever, LocalDate today) {
    return ever.stream()
        .filter(pair -> pair.status() == PairStatus.ANNULE || pair.isOn())
        .filter(pair -> !pair.date().isBefore(today))
        .toList();
  }

  /**
   * Carries the address, since no registration does any more; the sender takes it out once it is
   * sent. Without one, for whom nothing is sent any more, it will be found pointless.
   */
  private static Mail farewell(Registration person, List<Pair> off, Instant now) {
    Optional<About.Addressee> addressee =
        person.reachability().stopped().isPresent()
            ? Optional.empty()
            : Optional.of(
                new About.Addressee(person.person().address(), person.person().firstName()));
    return Mail.immediate(
        MailKind.ERASED,
        person.id(),
        Long.toString(person.number()),
        now,
        new About.Farewell(
            person.number(), person.edition(), addressee, PairMails.vacated(person, off)));
  }
}
