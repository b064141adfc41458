package fr.vismonjob.campaign;

import fr.vismonjob.coaching.CoachingSlotTable;
import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.dynamodb.Transactions;
import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.dynamodb.Write;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.mail.MailTable;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairTable;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationTable;
import fr.vismonjob.subscription.Subscription;
import fr.vismonjob.subscription.SubscriptionTable;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Goes through an edition's people and pairs, and queues the campaign mails that are due on a day.
 */
public record CampaignRun(
    RegistrationTable registrations,
    CoachingSlotTable slots,
    PairTable pairs,
    MailTable mails,
    SubscriptionTable subscriptions,
    Transactions transactions,
    InstantSource clock) {
  /**
   * Queues the mail with the link for a share of the people who take part or have still to confirm,
   * once for each key of links.
   *
   * @param unreadable is told the rows that cannot be read
   * @return how many mails were newly queued
   */
  public int queueLinks(
      Edition edition, String linkKeyId, Share share, Consumer<UnreadableRow> unreadable) {
    Instant now = clock.instant();
    return (int)
        registrations
            .scan(edition.id(), share, unreadable)
            .flatMap(person -> Campaigns.link(person, linkKeyId, now).stream())
            .filter(mails::queueUnlessKnown)
            .count();
  }

  /**
   * Queues what is due for a share of the people and of the pairs.
   *
   * @param unreadable is told the rows that cannot be read
   * @return how many mails were newly queued
   */
  public int queue(
      Edition edition, LocalDate today, Share share, Consumer<UnreadableRow> unreadable) {
    Instant now = clock.instant();
    Set<String> nextSlots =
        Campaigns.slotsToRemindOf(slots.ofEdition(edition.id(), unreadable), today);
    Stream<Mail> toPeople =
        registrations
            .scan(edition.id(), share, unreadable)
            .flatMap(
                person ->
                    Stream.concat(
                        Campaigns.toPerson(person, edition, today, now).stream(),
                        Campaigns.ofSeat(person, nextSlots, now).stream()));
    Stream<Mail> toPairs =
        pairs
            .scan(edition.id(), share, unreadable)
            .flatMap(pair -> toBoth(pair, today, now, unreadable));
    int queued = (int) Stream.concat(toPeople, toPairs).filter(mails::queueUnlessKnown).count();
    // Last, so that a wrong setting which only this needs holds up nothing else.
    return queued + tellOfOpening(edition, today, share, unreadable);
  }

  /**
   * Tells those who wanted to know when the next edition opens, each once. Whoever takes part in it
   * already is forgotten instead.
   */
  private int tellOfOpening(
      Edition edition, LocalDate today, Share share, Consumer<UnreadableRow> unreadable) {
    List<Subscription> awaiting =
        subscriptions.awaiting(edition, today, share, unreadable).toList();
    // In this order: nobody waits for a past edition, so its dates may be wrong.
    if (awaiting.isEmpty() || !edition.isRegistrationOpen(today)) {
      return 0;
    }
    Set<String> takingPart =
        registrations
            .scan(edition.id(), Share.WHOLE, unreadable)
            .filter(Registration::isActive)
            .map(person -> person.person().address())
            .collect(Collectors.toSet());
    return (int)
        awaiting.stream()
            .filter(wish -> tell(wish, edition, takingPart.contains(wish.address())))
            .count();
  }

  private boolean tell(Subscription awaiting, Edition edition, boolean takesPart) {
    return transactions.decide(
        "telling somebody of edition " + edition.id(),
        () ->
            subscriptions
                .evenIfOver(awaiting.id())
                .filter(wish -> wish.awaits(edition))
                .map(wish -> takesPart ? forgetting(wish) : telling(wish, edition))
                .orElse(Decision.nothingToWrite(false)));
  }

  private Decision<Boolean> forgetting(Subscription wish) {
    return new Decision<>(false, subscriptions.forget(wish));
  }

  private Decision<Boolean> telling(Subscription wish, Edition edition) {
    List<Write> writes = new ArrayList<>(subscriptions.tell(wish, edition));
    writes.add(
        mails.queue(
            Mail.campaign(
                MailKind.NEXT_EDITION,
                edition.id(),
                wish.id(),
                clock.instant(),
                new About.Opening(wish.id()))));
    return new Decision<>(true, writes);
  }

  private Stream<Mail> toBoth(
      Pair pair, LocalDate today, Instant now, Consumer<UnreadableRow> unreadable) {
    return Campaigns.toPair(pair, today).stream()
        .flatMap(
            kind ->
                Stream.of(pair.ambassador(), pair.student())
                    // Feedback may be given from the pair's day on, before anybody asks for it.
                    .filter(side -> kind != MailKind.FEEDBACK || side.feedback().isEmpty())
                    .flatMap(
                        side ->
                            UnreadableRow.skip(
                                () -> registrations.find(side.registration()), unreadable)
                                .stream())
                    .map(recipient -> Campaigns.ofPair(kind, pair, recipient, now)));
  }
}
