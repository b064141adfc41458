package fr.vismonjob.registration;

import java.time.LocalTime;
import java.util.function.UnaryOperator;

/**
 * Where, how and from when to when an ambassador receives people, the same for all of them.
 *
 * @param address the exact address; empty until the ambassador has filled it in
 * @param instructions how to get in: whom to ask for, what to bring; may be empty
 */
public record Welcome(String address, String instructions, LocalTime arrival, LocalTime departure) {
  public static final LocalTime ARRIVAL = LocalTime.of(9, 0);
  public static final LocalTime DEPARTURE = LocalTime.of(17, 0);

  /** What goes for everybody who has not filled it in. */
  public static final Welcome NONE = new Welcome("", "", ARRIVAL, DEPARTURE);

  public Welcome {
    if (!arrival.isBefore(departure)) {
      throw new IllegalArgumentException(
          "a welcome from %s to %s: the departure must come after the arrival"
              .formatted(arrival, departure));
    }
  }

  public boolean isFilledIn() {
    return !address.isEmpty();
  }

  /** The same with both texts changed. */
  public Welcome reworded(UnaryOperator<String> change) {
    return new Welcome(change.apply(address), change.apply(instructions), arrival, departure);
  }

  /** The hours alone, for whom the address is not. */
  public Welcome hoursOnly() {
    return new Welcome("", "", arrival, departure);
  }
}
