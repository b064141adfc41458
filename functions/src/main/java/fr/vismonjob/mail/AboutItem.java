package fr.vismonjob.mail;

import fr.vismonjob.dynamodb.Item;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes and reads what a mail is about, as attributes of the mail's item. Only this class knows
 * their names. The meaning of a name must not change, because mails that were queued before a
 * deployment are read after it.
 */
final class AboutItem {
  private static final String NUMBER = "numero";
  private static final String PAIR = "binome";
  private static final String PAIRS = "binomes";
  private static final String SEAT = "seance";
  private static final String SEQUENCE = "sequence";
  private static final String DATE = "date";
  private static final String CALLED_OFF_BY = "par";
  private static final String CAUSE = "cause";
  private static final String ADVICE = "conseil";
  private static final String EDITION = "edition";
  private static final String ADDRESS = "destinataire";
  private static final String ASKED_AT = "demande_le";
  private static final String FIRST_NAME = "prenom";
  private static final String RANK = "destinataire_rang";
  private static final String DAY = "jour";
  private static final String WANTED = "manques";
  private static final String REPORT = "rapport";
  private static final String RUN = "passage";
  private static final String SUBSCRIPTION = "abonnement";
  private static final String UNTIL = "rapport_jusqu_au";

  /**
   * The attributes that say for whom a last mail is. No table may hold them once the mail has its
   * outcome.
   */
  static final List<String> ADDRESSEE = List.of(ADDRESS, FIRST_NAME);

  private static final Set<String> NO_FIGURES = Set.of(RANK, DAY, WANTED, REPORT, UNTIL, RUN);

  private AboutItem() {}

  static Item write(About about) {
    return switch (about) {
      case About.Own(long number, String cause, String advice) ->
          of(number).put(CAUSE, cause).put(ADVICE, advice);
      case About.NewAddress(long number, var askedAt) ->
          of(number).put(ASKED_AT, askedAt.toString());
      case About.Relay(long number, String pair, var askedAt) ->
          of(number).put(PAIR, pair).put(ASKED_AT, askedAt.toString());
      case About.Seat(long number, String slot, var sequence) ->
          of(number).put(SEAT, slot).put(SEQUENCE, text(sequence));
      case About.Meeting(long number, String pair, var sequence, var date) ->
          of(number).put(PAIR, pair).put(SEQUENCE, text(sequence)).put(DATE, text(date));
      case About.CalledOff(long number, String pair, CalledOffBy by) ->
          of(number).put(PAIR, pair).put(CALLED_OFF_BY, by.code());
      case About.Withdrawal(long number, var vacated) -> of(number).putAll(write(vacated));
      case About.Farewell(long number, String edition, var addressee, var vacated) ->
          of(number)
              .put(EDITION, edition)
              .put(ADDRESS, addressee.map(About.Addressee::address))
              .put(FIRST_NAME, addressee.map(About.Addressee::firstName))
              .putAll(write(vacated));
      case About.Opening(String subscription) -> Item.empty().put(SUBSCRIPTION, subscription);
      case About.Report report ->
          toOrganiser(report)
              .put(REPORT, report.kept())
              .put(UNTIL, report.until().toString())
              .put(WANTED, String.join("\n", report.wanted()));
      case About.Proposals proposals -> toOrganiser(proposals).put(RUN, proposals.run());
    };
  }

  private static Item write(About.Vacated vacated) {
    return Item.empty()
        .put(PAIRS, String.join(" ", vacated.pairs()))
        .putAll(vacated.seat().map(AboutItem::write).orElse(Item.empty()));
  }

  private static Item toOrganiser(About.ToOrganiser about) {
    Item item =
        Item.empty().put(RANK, Integer.toString(about.rank())).put(DAY, about.day().toString());
    about.figures().forEach(item::put);
    return item;
  }

  private static Item of(long number) {
    return Item.empty().put(NUMBER, Long.toString(number));
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }

  /**
   * Reads what a mail is about.
   *
   * @param details the item without the attributes that every mail has
   */
  static About read(MailKind kind, Item details) {
    return switch (kind) {
      case CONFIRMATION, NUDGE, LINK, COACHING_OFFER, CONFIRMED, WIDEN, NO_PAIR, NO_PAIR_FINAL ->
          new About.Own(number(details), details.textOrEmpty(CAUSE), details.textOrEmpty(ADVICE));
      case SEAT, SEAT_CANCELLED, SEAT_REMINDER -> seat(details);
      case PAIR,
          WELCOME,
          DATES_PROPOSED,
          DATE_AGREED,
          COORDINATES,
          RELAY_DECLINED,
          REMINDER_WEEK,
          REMINDER_DAY,
          FEEDBACK ->
          meeting(details);
      case PAIR_CANCELLED -> calledOff(details);
      // It says to the former ambassador that the pair is over, and to the others that it goes on.
      case RELAY_TAKEN -> details.has(CALLED_OFF_BY) ? calledOff(details) : meeting(details);
      case RELAY ->
          new About.Relay(number(details), details.required(PAIR), details.instant(ASKED_AT));
      case NEW_ADDRESS -> new About.NewAddress(number(details), details.instant(ASKED_AT));
      case WITHDRAWN -> new About.Withdrawal(number(details), vacated(details));
      case ERASED ->
          new About.Farewell(
              number(details),
              details.required(EDITION),
              details
                  .find(ADDRESS)
                  .map(address -> new About.Addressee(address, details.textOrEmpty(FIRST_NAME))),
              vacated(details));
      case NEXT_EDITION -> new About.Opening(details.required(SUBSCRIPTION));
      case REPORT, RECRUIT -> report(details);
      case PROPOSALS ->
          new About.Proposals(
              (int) details.requiredNumber(RANK),
              details.day(DAY),
              details.required(RUN),
              figures(details));
    };
  }

  private static About.Meeting meeting(Item details) {
    return new About.Meeting(
        number(details),
        details.required(PAIR),
        sequence(details),
        details.find(DATE).map(_ -> details.day(DATE)));
  }

  private static About.CalledOff calledOff(Item details) {
    return new About.CalledOff(
        number(details),
        details.required(PAIR),
        details.find(CALLED_OFF_BY).flatMap(CalledOffBy::ofCode).orElse(CalledOffBy.SELF));
  }

  private static About.Vacated vacated(Item details) {
    return new About.Vacated(details.codes(PAIRS), details.find(SEAT).map(_ -> seat(details)));
  }

  private static About.Seat seat(Item details) {
    return new About.Seat(number(details), details.required(SEAT), sequence(details));
  }

  private static About.Report report(Item details) {
    return new About.Report(
        (int) details.requiredNumber(RANK),
        details.day(DAY),
        details.required(REPORT),
        details.day(UNTIL),
        figures(details),
        details.textOrEmpty(WANTED).lines().toList());
  }

  private static Map<String, String> figures(Item details) {
    Map<String, String> figures = new HashMap<>(details.texts());
    figures.keySet().removeAll(NO_FIGURES);
    return figures;
  }

  private static long number(Item details) {
    return details.requiredNumber(NUMBER);
  }

  private static Optional<Long> sequence(Item details) {
    return details.findNumber(SEQUENCE);
  }
}
