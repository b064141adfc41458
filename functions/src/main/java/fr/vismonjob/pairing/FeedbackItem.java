package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.registration.Role;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How an answer is written in a pair's {@code avis_ambassadeur} or {@code avis_etudiant}. */
final class FeedbackItem {
  static final String COMMENT = "commentaire";

  private FeedbackItem() {}

  static String attribute(Role role) {
    return switch (role) {
      case AMBASSADEUR -> "avis_ambassadeur";
      case ETUDIANT -> "avis_etudiant";
    };
  }

  static AttributeValue write(Feedback feedback) {
    Item item = Item.empty().put("a_eu_lieu", feedback.tookPlace() ? "oui" : "non");
    feedback.absent().ifPresent(absent -> item.put("absent", absent.code()));
    feedback.mark().ifPresent(mark -> item.put("note", mark));
    item.put(COMMENT, feedback.comment());
    return AttributeValue.fromM(item.attributes());
  }

  static Optional<Feedback> read(Map<String, AttributeValue> pair, Role role) {
    AttributeValue value = pair.get(attribute(role));
    if (value == null || !value.hasM()) {
      return Optional.empty();
    }
    Item item = Item.of(value.m());
    long mark = item.numberOr("note", 0);
    return Optional.of(
        new Feedback(
            item.required("a_eu_lieu").equals("oui"),
            item.find("absent").flatMap(Feedback.Absent::ofCode),
            mark == 0 ? OptionalInt.empty() : OptionalInt.of((int) mark),
            item.textOrEmpty(COMMENT)));
  }
}
