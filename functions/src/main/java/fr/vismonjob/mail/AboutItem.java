package fr.vismonjob.mail;

import fr.vismonjob.dynamodb.Item;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes and reads what a mail is about, as attributes of the mail's item. Only this class knows
 * their names. The meaning of a name must not change, because mails that were queued before a
 * deployment are read after it.
 */
final class AboutItem {
  /**
   * The attributes that say for whom a last mail is. No table may hold them once the mail has its
   * outcome.
   */
  static final List<String> ADDRESSEE = List.of("destinataire", "prenom");

  private static final Set<String> NO_FIGURES =
      Set.of("destinataire_rang", "jour", "manques", "rapport", "rapport_jusqu_au");

  private AboutItem() {}

  static Item write(About about) {
    return switch (about) {
      case About.Own(long number, String cause, String advice) ->
          of(number).put("cause", cause).put("conseil", advice);
      case About.Seat(long number, String slot, var sequence) ->
          of(number).put("seance", slot).put("sequence", text(sequence));
      case About.Meeting(long number, String pair, var sequence, var date) ->
          of(number).put("binome", pair).put("sequence", text(sequence)).put("date", text(date));
      case About.CalledOff(long number, String pair, long sequence, CalledOffBy by) ->
          of(number)
              .put("binome", pair)
              .put("sequence", Long.toString(sequence))
              .put("par", by.code());
      case About.Withdrawal(long number, var vacated) -> of(number).putAll(write(vacated));
      case About.Farewell(long number, String edition, var addressee, var vacated) ->
          of(number)
              .put("edition", edition)
              .put("destinataire", text(addressee.map(About.Addressee::address)))
              .put("prenom", text(addressee.map(About.Addressee::firstName)))
              .putAll(write(vacated));
      case About.Report report -> {
        Item item =
            Item.empty()
                .put("destinataire_rang", Integer.toString(report.rank()))
                .put("jour", report.day().toString())
                .put("rapport", report.kept())
                .put("rapport_jusqu_au", report.until().toString())
                .put("manques", String.join("\n", report.wanted()));
        report.figures().forEach(item::put);
        yield item;
      }
    };
  }

  private static Item write(About.Vacated vacated) {
    return Item.empty()
        .put("binomes", String.join(" ", vacated.pairs()))
        .put("seance", text(vacated.seat().map(About.GivenBack::slot)))
        .put("sequence", text(vacated.seat().map(About.GivenBack::sequence)));
  }

  private static Item of(long number) {
    return Item.empty().put("numero", Long.toString(number));
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
          new About.Own(
              number(details), details.textOrEmpty("cause"), details.textOrEmpty("conseil"));
      case SEAT, SEAT_CANCELLED, SEAT_REMINDER ->
          new About.Seat(number(details), details.required("seance"), sequence(details));
      case PAIR, DATES_PROPOSED, DATE_AGREED, REMINDER_WEEK, REMINDER_DAY, FEEDBACK ->
          new About.Meeting(
              number(details),
              details.required("binome"),
              sequence(details),
              details.find("date").map(LocalDate::parse));
      case PAIR_CANCELLED ->
          new About.CalledOff(
              number(details),
              details.required("binome"),
              sequence(details).orElse(0L),
              details.find("par").flatMap(CalledOffBy::ofCode).orElse(CalledOffBy.SELF));
      case WITHDRAWN -> new About.Withdrawal(number(details), vacated(details));
      case ERASED ->
          new About.Farewell(
              number(details),
              details.required("edition"),
              details
                  .find("destinataire")
                  .map(address -> new About.Addressee(address, details.textOrEmpty("prenom"))),
              vacated(details));
      case REPORT, RECRUIT -> report(details);
    };
  }

  private static About.Vacated vacated(Item details) {
    return new About.Vacated(
        details.find("binomes").stream().flatMap(ids -> Stream.of(ids.split(" "))).toList(),
        details
            .find("seance")
            .map(slot -> new About.GivenBack(slot, sequence(details).orElse(0L))));
  }

  private static About.Report report(Item details) {
    Map<String, String> figures = new HashMap<>(details.texts());
    figures.keySet().removeAll(NO_FIGURES);
    return new About.Report(
        Integer.parseInt(details.required("destinataire_rang")),
        LocalDate.parse(details.required("jour")),
        details.required("rapport"),
        LocalDate.parse(details.required("rapport_jusqu_au")),
        figures,
        details.textOrEmpty("manques").lines().toList());
  }

  private static long number(Item details) {
    return Long.parseLong(details.required("numero"));
  }

  private static Optional<Long> sequence(Item details) {
    return details.find("sequence").map(Long::parseLong);
  }
}
