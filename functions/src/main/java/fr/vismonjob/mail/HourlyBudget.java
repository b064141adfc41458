package fr.vismonjob.mail;

import java.time.Instant;
import java.util.function.IntSupplier;

/**
 * How many mails may leave in a clock hour to addresses that have not confirmed, all together:
 * whoever types other people's addresses into forms can cause no more.
 */
public record HourlyBudget(AllowanceTable allowances, IntSupplier most) {
  /** Takes one mail from the budget of this hour; false if it is used up. */
  public boolean takeOne(Instant now) {
    return allowances.countInHour(now, most.getAsInt());
  }

  /** Gives back one that was taken at that moment, for a mail that did not leave. */
  public void giveBack(Instant taken) {
    allowances.uncountInHour(taken);
  }
}
