package fr.vismonjob.edition;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A setting of an edition. A wrong value stops only what asks for it.
 *
 * @param <T> the type of its value
 */
final class Setting<T> {
  private final @Nullable T value;
  private final @Nullable InvalidEdition fault;

  private Setting(@Nullable T value, @Nullable InvalidEdition fault) {
    this.value = value;
    this.fault = fault;
  }

  static <T> Setting<T> read(Supplier<T> reading) {
    try {
      return new Setting<>(reading.get(), null);
    } catch (InvalidEdition e) {
      return new Setting<>(null, e);
    }
  }

  /**
   * @throws InvalidEdition if the edition's item has a wrong value for it
   */
  T get() {
    if (value == null) {
      throw fault == null ? new IllegalStateException("a setting has a value or a fault") : fault;
    }
    return value;
  }
}
