package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.registration.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How a pair is written in the {@code Pairs} table. */
final class PairItem {
  private static final String TO_CALL = "_a_appeler";

  /** That organisers want the pair called off; written by hand. */
  static final String TO_RELEASE = "a_annuler";

  private PairItem() {}

  static Map<String, AttributeValue> write(Pair pair) {
    Item item =
        Item.empty()
            .put("binome", pair.id())
            .put("edition", pair.edition())
            .put("statut", pair.status().name())
            .put("ambassadeur", pair.ambassador().fullName())
            .put("ambassadeur_courriel", pair.ambassador().address())
            .put("ambassadeur_inscription", pair.ambassador().registration())
            .put("etudiant", pair.student().fullName())
            .put("etudiant_courriel", pair.student().address())
            .put("etudiant_inscription", pair.student().registration())
            .put("metier", pair.job())
            .put("administration", pair.administration())
            .put("lieu", pair.place())
            .putDecimal("distance_km", pair.distanceKm(), 1)
            .put("date", pair.date().toString())
            .put("score", pair.score())
            .put("raisons", pair.reasons())
            .put("dates_proposees", pair.proposed().stream().map(LocalDate::toString).toList())
            .put("passage", pair.run())
            .put("forme_le", pair.formedAt().toString())
            .put("sequence", pair.sequence());
    pair.proposedBy().ifPresent(role -> item.put("proposees_par", role.name()));
    for (Role role : Role.values()) {
      pair.side(role).toCall().ifPresent(why -> item.put(toCall(role), why));
    }
    return item.attributes();
  }

  static Pair read(Map<String, AttributeValue> attributes) {
    Item item = Item.of(attributes);
    return new Pair(
        item.required("binome"),
        item.required("edition"),
        PairStatus.valueOf(item.required("statut")),
        side(item, "ambassadeur"),
        side(item, "etudiant"),
        item.required("metier"),
        item.required("administration"),
        item.textOrEmpty("lieu"),
        item.decimal("distance_km"),
        LocalDate.parse(item.required("date")),
        (int) item.requiredNumber("score"),
        item.list("raisons"),
        item.list("dates_proposees").stream().map(LocalDate::parse).toList(),
        item.find("proposees_par").map(Role::valueOf),
        item.required("passage"),
        Instant.parse(item.required("forme_le")),
        item.numberOr("sequence", 0));
  }

  /** The attribute that names one of the two, and what the others about that person begin with. */
  static String side(Role role) {
    return switch (role) {
      case AMBASSADEUR -> "ambassadeur";
      case ETUDIANT -> "etudiant";
    };
  }

  /** Why an organiser should call one of the two; removed by hand once that is done. */
  static String toCall(Role role) {
    return side(role) + TO_CALL;
  }

  private static PersonInPair side(Item item, String side) {
    return new PersonInPair(
        item.required(side + "_inscription"),
        item.textOrEmpty(side),
        item.textOrEmpty(side + "_courriel"),
        item.find(side + TO_CALL));
  }
}
