package fr.vismonjob.registration;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.Unreadable;
import fr.vismonjob.form.Field;
import fr.vismonjob.form.Kind;
import fr.vismonjob.form.TypedHour;
import java.time.LocalTime;
import java.util.Optional;

/** Writes and reads a welcome as attributes of the ambassador's item. */
final class WelcomeItem {
  private WelcomeItem() {}

  /** Its attributes; none as long as nothing is filled in. */
  static Item write(Welcome welcome) {
    boolean isNone = welcome.equals(Welcome.NONE);
    Item item = Item.empty();
    WelcomeForm.of(welcome)
        .forEach(
            filled ->
                item.put(filled.field().name(), isNone ? "" : String.join("", filled.typed())));
    return item;
  }

  /** The attributes in the ambassador's own words. */
  static Item words(Welcome welcome) {
    return write(welcome).only(WelcomeForm.ADDRESS.name(), WelcomeForm.INSTRUCTIONS.name());
  }

  static Welcome read(Item item) {
    LocalTime arrival = hour(item, WelcomeForm.ARRIVAL).orElse(Welcome.ARRIVAL);
    LocalTime departure = hour(item, WelcomeForm.DEPARTURE).orElse(Welcome.DEPARTURE);
    if (!arrival.isBefore(departure)) {
      throw new Unreadable(
          WelcomeForm.DEPARTURE.name(), "une heure après celle d’arrivée est attendue");
    }
    return new Welcome(
        item.textOrEmpty(WelcomeForm.ADDRESS.name()),
        item.textOrEmpty(WelcomeForm.INSTRUCTIONS.name()),
        arrival,
        departure);
  }

  private static Optional<LocalTime> hour(Item item, Field<Kind.Hour> field) {
    return item.find(field.name())
        .map(
            typed ->
                TypedHour.of(typed)
                    .orElseThrow(
                        () -> new Unreadable(field.name(), "une heure comme 09:30 est attendue")));
  }
}
