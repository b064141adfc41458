package fr.vismonjob.registration;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.Unreadable;
import java.util.List;

/** Writes and reads whom organisers want a person to be paired with; they write it by hand. */
final class ImposedItem {
  static final String WITH = "a_apparier_avec";

  /** Why a run could not do so. */
  static final String REFUSAL = "a_apparier_refus";

  private ImposedItem() {}

  static Item write(Imposed imposed) {
    return with(imposed.with()).put(REFUSAL, imposed.refusal());
  }

  /** Whom to impose; no attribute if nobody. */
  static Item with(List<String> keys) {
    return keys.isEmpty() ? Item.empty().put(WITH, "") : Item.empty().put(WITH, keys);
  }

  static Imposed read(Item item) {
    return new Imposed(keys(item), item.find(REFUSAL));
  }

  /** A value that holds no keys is a key that nobody has, so that it is refused in words. */
  private static List<String> keys(Item item) {
    if (!item.mark(WITH)) {
      return List.of();
    }
    try {
      return RegistrationItem.keys(item.codes(WITH)).toList();
    } catch (Unreadable e) {
      return List.of("?");
    }
  }
}
