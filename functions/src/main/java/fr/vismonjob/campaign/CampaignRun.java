package fr.vismonjob.campaign;

import fr.vismonjob.coaching.CoachingSlotTable;
import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.mail.MailTable;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairTable;
import fr.vismonjob.registration.RegistrationTable;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Goes through an edition's people and pairs, and queues the campaign mails that are due on a day.
 */
public record CampaignRun(
    RegistrationTable registrations,
    CoachingSlotTable slots,
    PairTable pairs,
    MailTable mails,
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
    return (int) Stream.concat(toPeople, toPairs).filter(mails::queueUnlessKnown).count();
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
