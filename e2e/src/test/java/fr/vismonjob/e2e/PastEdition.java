package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.TABLES;

import fr.vismonjob.e2e.Tables.Row;
import fr.vismonjob.e2e.Visitors.Member;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An edition whose day is over, made by hand, with people who registered for the current one. */
record PastEdition(String key, LocalDate day) implements AutoCloseable {
  static PastEdition of(String name, LocalDate day) {
    PastEdition edition = new PastEdition(Sheet.unique(name), day);
    TABLES.put("EditionsTable", edition.row().attributes());
    return edition;
  }

  Row row() {
    return EDITION
        .row()
        .without("traite_jusqu_au")
        .without("chiffres")
        .with("edition", text(key))
        .with("inscriptions_du", text(day.minusDays(60).toString()))
        .with("inscriptions_au", text(day.minusDays(19).toString()))
        .with("premier_appariement", text(day.minusDays(18).toString()))
        .with("dernier_appariement", text(day.minusDays(9).toString()))
        .with("jour", text(day.toString()))
        .with("organisateurs", texts());
  }

  /** The key of a pair of these two, who both belong to this edition from now on. */
  String pair(Member host, Member guest) {
    String pair = MadePairs.of(host, guest, day);
    TABLES.set("PairsTable", "binome", pair, "edition", text(key));
    for (Member member : List.of(host, guest)) {
      TABLES.set("RegistrationsTable", "inscription", member.id(), "edition", text(key));
      TABLES.set("RegistrationsTable", "inscription", member.id(), "dates", texts(day.toString()));
    }
    return pair;
  }

  /** The key of a coaching slot with five seats, of which this person has one. */
  String seat(Member host, LocalDate on) {
    String slot = Sheet.unique("creneau");
    TABLES.put(
        "CoachingSlotsTable",
        Map.of(
            "seance", text(slot),
            "edition", text(key),
            "debut", text(on + "T10:00+01:00"),
            "fin", text(on + "T11:00+01:00"),
            "places", AttributeValue.fromN("5"),
            "places_restantes", AttributeValue.fromN("4"),
            "inscrits", texts(host.id())));
    TABLES.set("RegistrationsTable", "inscription", host.id(), "seance", text(slot));
    return slot;
  }

  @Override
  public void close() {
    delete("PairsTable", "binome", TABLES.pairs());
    delete("RegistrationsTable", "inscription", TABLES.registrations());
    delete("CoachingSlotsTable", "seance", TABLES.slots());
    TABLES.delete("EditionsTable", "edition", key);
  }

  private void delete(String table, String id, List<Row> rows) {
    rows.stream()
        .filter(row -> row.text("edition").equals(key))
        .forEach(row -> TABLES.delete(table, id, row.text(id)));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue texts(String... all) {
    return AttributeValue.fromL(List.of(all).stream().map(AttributeValue::fromS).toList());
  }
}
