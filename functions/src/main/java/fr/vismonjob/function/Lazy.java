package fr.vismonjob.function;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Made when first asked for, not when the function starts: a snapshot of the started function
 * (SnapStart) is taken before the stack is complete. A failure is not kept; the next call tries
 * again.
 */
final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private @Nullable T made;

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    T value = made;
    if (value == null) {
      value = maker.get();
      made = value;
    }
    return value;
  }
}
