package fr.vismonjob.edition;

import fr.vismonjob.dynamodb.Item;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An edition for tests: 24 November 2026, pairs made from the 3rd to the 16th. */
public final class EditionBuilder {
  private final String id;
  private LocalDate day = LocalDate.parse("2026-11-24");
  private LocalDate registrationFrom = LocalDate.parse("2026-09-15");
  private LocalDate registrationUntil = LocalDate.parse("2026-11-13");
  private LocalDate firstMatching = LocalDate.parse("2026-11-03");
  private LocalDate lastMatching = LocalDate.parse("2026-11-16");
  private String sender = "vis-mon-job@numerique.gouv.fr";
  private List<String> organisers = List.of();
  private String publication = "";
  private String proposed = "";

  private EditionBuilder(String id) {
    this.id = id;
  }

  public static EditionBuilder edition() {
    return edition("2026");
  }

  public static EditionBuilder edition(String id) {
    return new EditionBuilder(id);
  }

  public EditionBuilder day(String value) {
    day = LocalDate.parse(value);
    return this;
  }

  public EditionBuilder registration(String from, String until) {
    registrationFrom = LocalDate.parse(from);
    registrationUntil = LocalDate.parse(until);
    return this;
  }

  public EditionBuilder matching(String first, String last) {
    firstMatching = LocalDate.parse(first);
    lastMatching = LocalDate.parse(last);
    return this;
  }

  public EditionBuilder sender(String address) {
    sender = address;
    return this;
  }

  public EditionBuilder organisers(String... addresses) {
    organisers = List.of(addresses);
    return this;
  }

  public EditionBuilder onAgreement() {
    publication = "SUR_ACCORD";
    return this;
  }

  /** The run whose proposals count. */
  public EditionBuilder proposed(String run) {
    proposed = run;
    return this;
  }

  public Edition build() {
    return new Edition(new EditionItem(Item.of(item())));
  }

  /** The edition as its table holds it. */
  public Map<String, AttributeValue> item() {
    return Item.empty()
        .put("edition", id)
        .put("jour", day.toString())
        .put("inscriptions_du", registrationFrom.toString())
        .put("inscriptions_au", registrationUntil.toString())
        .put("premier_appariement", firstMatching.toString())
        .put("dernier_appariement", lastMatching.toString())
        .put("fenetre_jours", 14)
        .put("domaines_etat", List.of("gouv.fr"))
        .put("expediteur", sender)
        .put("organisateurs", organisers)
        .put("graine", 7)
        .put("conservation_jours", 90)
        .put("publication", publication)
        .put("passage_propose", proposed)
        .attributes();
  }

  /** An item of which one attribute stands as somebody typed it. */
  public Map<String, AttributeValue> item(String attribute, String typed) {
    return Item.of(item()).put(attribute, typed).attributes();
  }

  /** An item in which an organiser left {@code jour} in a form that cannot be read. */
  public Map<String, AttributeValue> brokenItem() {
    return item("jour", "24/11/2026");
  }
}
