package fr.vismonjob.site;

import static java.time.temporal.ChronoUnit.DAYS;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionInFigures;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.edition.PublicFigures;
import fr.vismonjob.form.TypedText;
import fr.vismonjob.page.Home;
import fr.vismonjob.page.Pages;
import fr.vismonjob.page.Publisher;
import fr.vismonjob.page.Statistics;
import fr.vismonjob.registration.Communes;
import fr.vismonjob.web.Answer;
import fr.vismonjob.web.Request;
import fr.vismonjob.web.Resource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The pages that are the same for everybody, and the two small answers for programs. */
public record PlainPages(
    EditionTable editions,
    Supplier<Pages> pages,
    Supplier<Publisher> publisher,
    InstantSource clock) {
  public Resource home() {
    return _ -> home(editions.current(), FrenchDates.dayOf(clock.instant()));
  }

  private Answer home(Edition edition, LocalDate today) {
    return new Answer.Shown(
        () -> pages.get().home(new Home(edition, today, editions.nextRegistration())),
        Map.of(
            "edition", edition.id(),
            "jour", edition.day().toString(),
            "inscriptions_du", edition.registrationFrom().toString(),
            "inscriptions_au", edition.registrationUntil().toString(),
            "inscriptions_ouvertes", edition.isRegistrationOpen(today)));
  }

  public Resource accessibility() {
    return page("Accessibilité", () -> pages.get().accessibility(publisher.get()));
  }

  public Resource personalData() {
    return page(
        "Données personnelles",
        () -> pages.get().personalData(editions.current(), publisher.get()));
  }

  public Resource legalNotice() {
    return page("Mentions légales", () -> pages.get().legalNotice(publisher.get()));
  }

  /** All editions in numbers, for everybody. */
  public Resource statistics() {
    return _ -> {
      LocalDate today = FrenchDates.dayOf(clock.instant());
      List<EditionInFigures> counted = editions.inFigures(today);
      return new Answer.Shown(
          () -> pages.get().statistics(new Statistics(counted)),
          Map.of("editions", counted.stream().map(PlainPages::json).toList()));
    };
  }

  private static Map<String, @Nullable Object> json(EditionInFigures edition) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    PublicFigures figures = edition.figures();
    json.put("edition", edition.edition());
    json.put("jour", edition.day().toString());
    json.put("ambassadeurs", orNull(figures.ambassadors()));
    json.put("etudiants", orNull(figures.students()));
    json.put("binomes", orNull(figures.pairs()));
    json.put("journees", orNull(figures.daysHeld()));
    json.put("note", figures.mark().map(PublicFigures.Mean::value).orElse(null));
    return json;
  }

  private static @Nullable Long orNull(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }

  /**
   * Whom to tell about a security flaw (RFC 9116). The text has to say until when it holds: a year,
   * as the RFC recommends at most.
   */
  public Resource securityContact() {
    return _ ->
        publisher
            .get()
            .securityContact()
            .<Answer>map(
                mail ->
                    new Answer.File(
                        "Contact: mailto:%s\nExpires: %s\nPreferred-Languages: fr, en\n"
                            .formatted(
                                mail, clock.instant().truncatedTo(DAYS).plus(Duration.ofDays(364)))
                            .getBytes(StandardCharsets.UTF_8),
                        Map.of(
                            "Content-Type",
                            "text/plain; charset=utf-8",
                            "Cache-Control",
                            "public, max-age=86400")))
            .orElseGet(Answer.NotFound::new);
  }

  /** The page that a browser shows after a person's link was replaced. */
  public Resource linkRenewed() {
    return page("Nouveau lien envoyé", () -> pages.get().linkRenewed());
  }

  /** The pages that a browser shows after a colleague has answered. */
  public Resource relayTaken() {
    return page("Relais pris", () -> pages.get().relayAnswered(true));
  }

  public Resource relayDeclined() {
    return page("Réponse enregistrée", () -> pages.get().relayAnswered(false));
  }

  /** The page that a browser shows to whom nobody will tell of the next edition. */
  public Resource addressForgotten() {
    return page("Adresse effacée", () -> pages.get().addressForgotten());
  }

  /** The page that a browser shows after an erasure. */
  public Resource erased() {
    return page("Données effacées", () -> pages.get().erased());
  }

  /** Says that the site can read its edition. A fault is answered 500 or 503 like any other. */
  public Resource health() {
    return _ ->
        new Answer.Data(
            Map.of("statut", "OK", "edition", editions.current().id()),
            Map.of("Cache-Control", "no-store"));
  }

  public static Answer communes(Request request) {
    List<Map<String, String>> communes =
        Communes.of(TypedText.code(request.queryParameter("code_postal").orElse(""))).stream()
            .map(place -> Map.of("code", place.code(), "nom", place.commune()))
            .toList();
    return new Answer.Data(communes, Map.of("Cache-Control", "public, max-age=86400"));
  }

  private static Resource page(String title, Supplier<String> page) {
    return _ -> new Answer.Shown(page, Map.of("titre", title));
  }
}
