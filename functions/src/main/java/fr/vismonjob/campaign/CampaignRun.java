package fr.vismonjob.campaign;

import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.Tables;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.subscription.Subscription;
import java.time.Instant;
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
public record CampaignRun(Tables tables) {
  /**
   * Queues the mail with the link for a share of the people who take part or have still to confirm,
   * once for each key of links.
   *
   * @return how many mails were newly queued
   */
  public int queueLinks(
      Edition edition, String linkKeyId, Share share, Consumer<UnreadableRow> unreadable) {
    Instant now = tables.now();
    return (int)
        tables
            .registrations()
            .scan(edition.id(), share, unreadable)
            .flatMap(person -> Campaigns.link(person, linkKeyId, now).stream())
            .filter(tables.mails()::queueUnlessKnown)
            .count();
  }

  /**
   * Queues what is due for a share of the people and of the pairs.
   *
   * @return how many mails were newly queued
   */
  public int queue(
      Edition edition, LocalDate today, Share share, Consumer<UnreadableRow> unreadable) {
    Instant now = tables.now();
    Set<String> nextSlots =
        Campaigns.slotsToRemindOf(tables.slots().ofEdition(edition.id(), unreadable), today);
    Stream<Mail> toPeople =
        tables
            .registrations()
            .scan(edition.id(), share, unreadable)
            .flatMap(
                person ->
                    Stream.concat(
                        Campaigns.toPerson(person, edition, today, now).stream(),
                        Campaigns.ofSeat(person, nextSlots, now).stream()));
    Stream<Mail> toPairs =
        tables
            .pairs()
            .scan(edition.id(), share, unreadable)
            .flatMap(pair -> toBoth(pair, today, now, unreadable));
    int queued =
        (int) Stream.concat(toPeople, toPairs).filter(tables.mails()::queueUnlessKnown).count();
    // Last, so that all else is queued even if a setting is wrong that only this needs.
    return queued + tellOfOpening(edition, today, share, unreadable);
  }

  /**
   * Tells those who wanted to know when the next edition opens, each once. Whoever takes part in it
   * already is forgotten instead.
   */
  private int tellOfOpening(
      Edition edition, LocalDate today, Share share, Consumer<UnreadableRow> unreadable) {
    List<Subscription> awaiting =
        tables.subscriptions().awaiting(edition, today, share, unreadable).toList();
    // In this order: nobody waits for a past edition, so its dates may be wrong.
    if (awaiting.isEmpty() || !edition.isRegistrationOpen(today)) {
      return 0;
    }
    Set<String> takingPart =
        tables
            .registrations()
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
    return tables.decide(
        "telling somebody of edition " + edition.id(),
        () ->
            tables
                .subscriptions()
                .evenIfOver(awaiting.id())
                .filter(wish -> wish.awaits(edition))
                .map(wish -> takesPart ? forgetting(wish) : telling(wish, edition))
                .orElse(Decision.nothingToWrite(false)));
  }

  private Decision<Boolean> forgetting(Subscription wish) {
    return new Decision<>(false, tables.subscriptions().forget(wish));
  }

  private Decision<Boolean> telling(Subscription wish, Edition edition) {
    List<Write> writes = new ArrayList<>(tables.subscriptions().tell(wish, edition));
    writes.add(
        tables.queue(
            Mail.campaign(
                MailKind.NEXT_EDITION,
                edition.id(),
                wish.id(),
                tables.now(),
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
                            UnreadableRow.skip(() -> tables.person(side.registration()), unreadable)
                                .stream())
                    .map(recipient -> Campaigns.ofPair(kind, pair, recipient, now)));
  }
}
