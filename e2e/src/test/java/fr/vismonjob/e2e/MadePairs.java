package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.TABLES;

import fr.vismonjob.e2e.Visitors.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Pairs as a run would have recorded them, for what comes after the run, on any day. */
final class MadePairs {
  private MadePairs() {}

  /** The key of a pair of these two that meets on that day. */
  static String of(Member ambassador, Member student, LocalDate day) {
    return of(ambassador, student, day, "Paris (Paris)");
  }

  /**
   * The same elsewhere.
   *
   * @param place the commune and, in parentheses, its département
   */
  static String of(Member ambassador, Member student, LocalDate day, String place) {
    String id = UUID.randomUUID().toString().replace("-", "");
    Map<String, AttributeValue> pair = new HashMap<>();
    Map.ofEntries(
            Map.entry("binome", id),
            Map.entry("edition", EDITION.key()),
            Map.entry("statut", "FORME"),
            Map.entry("ambassadeur", ambassador.name()),
            Map.entry("ambassadeur_courriel", ambassador.address()),
            Map.entry("ambassadeur_inscription", ambassador.id()),
            Map.entry("etudiant", student.name()),
            Map.entry("etudiant_courriel", student.address()),
            Map.entry("etudiant_inscription", student.id()),
            Map.entry("metier", "Développement"),
            Map.entry("administration", "Ministère de l’Intérieur"),
            Map.entry("lieu", place),
            Map.entry("date", day.toString()),
            Map.entry("passage", EDITION.key() + "/" + EDITION.firstMatching()),
            Map.entry("forme_le", Instant.now().toString()))
        .forEach((name, value) -> pair.put(name, AttributeValue.fromS(value)));
    Map.of("distance_km", "3.2", "score", "100", "sequence", "0")
        .forEach((name, value) -> pair.put(name, AttributeValue.fromN(value)));
    pair.put("raisons", texts("Métier : Développement, premier choix."));
    pair.put("dates_proposees", texts());
    TABLES.put("PairsTable", pair);
    join(ambassador, id, student);
    join(student, id, ambassador);
    return id;
  }

  private static void join(Member member, String pair, Member partner) {
    set(member, "binomes", texts(pair));
    set(member, "binome_avec", texts(partner.name()));
    set(member, "statut", AttributeValue.fromS("APPARIEE"));
  }

  private static void set(Member member, String attribute, AttributeValue to) {
    TABLES.set("RegistrationsTable", "inscription", member.id(), attribute, to);
  }

  private static AttributeValue texts(String... all) {
    return AttributeValue.fromL(List.of(all).stream().map(AttributeValue::fromS).toList());
  }
}
