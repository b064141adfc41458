package fr.vismonjob.mail;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a mail is about, as named texts beside the other attributes of its item. Only this class
 * knows the names. Their sense does not change: mails queued before a deployment are read after it.
 */
final class AboutDetails {
  /** What tells whom a last mail is for, which no table may know once it is settled. */
  static final List<String> ADDRESSEE = List.of("destinataire", "prenom");

  private static final Set<String> OF_REPORT =
      Set.of("destinataire_rang", "jour", "manques", "rapport", "rapport_jusqu_au");

  private final Map<String, String> texts;

  private AboutDetails(Map<String, String> texts) {
    this.texts = texts;
  }

  static Map<String, String> write(About about) {
    return switch (about) {
      case About.Own(long number, String cause, String advice) ->
          named("numero", number, "cause", cause, "conseil", advice);
      case About.Seat(long number, String slot, var sequence) ->
          named("numero", number, "seance", slot, "sequence", sequence);
      case About.Meeting(long number, String pair, var sequence, var date) ->
          named("numero", number, "binome", pair, "sequence", sequence, "date", date);
      case About.CalledOff(long number, String pair, long sequence, CalledOffBy by) ->
          named("numero", number, "binome", pair, "sequence", sequence, "par", by.code());
      case About.Withdrawal(long number, About.Vacated vacated) ->
          joined(named("numero", number), write(vacated));
      case About.Farewell(long number, String edition, var addressee, About.Vacated vacated) ->
          joined(
              named(
                  "numero",
                  number,
                  "edition",
                  edition,
                  "destinataire",
                  addressee.map(About.Addressee::address),
                  "prenom",
                  addressee.map(About.Addressee::firstName)),
              write(vacated));
      case About.Report report ->
          joined(
              named(
                  "destinataire_rang", report.rank(),
                  "jour", report.day(),
                  "rapport", report.kept(),
                  "rapport_jusqu_au", report.until(),
                  "manques", String.join("\n", report.wanted())),
              report.figures());
    };
  }

  private static Map<String, String> write(About.Vacated vacated) {
    return named(
        "binomes", String.join(" ", vacated.pairs()),
        "seance", vacated.seat().map(About.GivenBack::slot),
        "sequence", vacated.seat().map(About.GivenBack::sequence));
  }

  static About read(MailKind kind, Map<String, String> texts) {
    AboutDetails details = new AboutDetails(texts);
    return switch (kind) {
      case CONFIRMATION, NUDGE, LINK, COACHING_OFFER, CONFIRMED, WIDEN, NO_PAIR, NO_PAIR_FINAL ->
          new About.Own(details.number(), details.orEmpty("cause"), details.orEmpty("conseil"));
      case SEAT, SEAT_CANCELLED, SEAT_REMINDER ->
          new About.Seat(details.number(), details.required("seance"), details.sequence());
      case PAIR, DATES_PROPOSED, DATE_AGREED, REMINDER_WEEK, REMINDER_DAY, FEEDBACK ->
          new About.Meeting(
              details.number(),
              details.required("binome"),
              details.sequence(),
              details.find("date").map(LocalDate::parse));
      case PAIR_CANCELLED ->
          new About.CalledOff(
              details.number(),
              details.required("binome"),
              details.sequence().orElse(0L),
              details.find("par").flatMap(CalledOffBy::ofCode).orElse(CalledOffBy.SELF));
      case WITHDRAWN -> new About.Withdrawal(details.number(), details.vacated());
      case ERASED ->
          new About.Farewell(
              details.number(),
              details.required("edition"),
              details
                  .find("destinataire")
                  .map(address -> new About.Addressee(address, details.orEmpty("prenom"))),
              details.vacated());
      case REPORT, RECRUIT -> details.report();
    };
  }

  private About.Vacated vacated() {
    return new About.Vacated(
        find("binomes").stream().flatMap(ids -> Stream.of(ids.split(" "))).toList(),
        find("seance").map(slot -> new About.GivenBack(slot, sequence().orElse(0L))));
  }

  private About.Report report() {
    Map<String, String> figures = new HashMap<>(texts);
    figures.keySet().removeAll(OF_REPORT);
    return new About.Report(
        Integer.parseInt(required("destinataire_rang")),
        LocalDate.parse(required("jour")),
        required("rapport"),
        LocalDate.parse(required("rapport_jusqu_au")),
        figures,
        orEmpty("manques").lines().toList());
  }

  private long number() {
    return Long.parseLong(required("numero"));
  }

  private Optional<Long> sequence() {
    return find("sequence").map(Long::parseLong);
  }

  private Optional<String> find(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  private String orEmpty(String name) {
    return find(name).orElse("");
  }

  private String required(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("a queued mail lacks its detail " + name));
  }

  /** Names and values in turn; an empty value is left out. */
  private static Map<String, String> named(Object... namesAndValues) {
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      Object present =
          value instanceof Optional<?> maybe ? maybe.map(Object.class::cast).orElse("") : value;
      if (!present.toString().isEmpty()) {
        named.put(namesAndValues[i].toString(), present.toString());
      }
    }
    return named;
  }

  private static Map<String, String> joined(Map<String, String> some, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }
}
