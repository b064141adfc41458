package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.json.ErrorLine;
import fr.vismonjob.pairing.ActingOnMarks;
import fr.vismonjob.workflow.JsonInput;
import java.time.InstantSource;
import java.util.Map;

/**
 * Does what organisers have just marked, from the streams of the tables {@code Registrations} and
 * {@code Pairs}. They bring every change, and rows without a mark are left alone. A row with one is
 * read again, so that the mark counts as it stands now.
 */
public record MarkStreamFunction(ActingOnMarks marks, InstantSource clock) implements JsonFunction {
  private static final String PAIR = "binome";
  private static final String REGISTRATION = "inscription";

  public MarkStreamFunction() {
    Wiring wiring = Wiring.ofLambda();
    this(wiring.marks(), wiring.clock());
  }

  @Override
  public Map<String, ?> handle(JsonInput input, Context context) {
    return StreamBatch.settle(
        input,
        change ->
            !ActingOnMarks.mayBeMarked(change.object("NewImage").values().keySet())
                || settled(change.object("Keys")));
  }

  private boolean settled(JsonInput keys) {
    String keyName = keys.has(PAIR) ? PAIR : REGISTRATION;
    String key = keys.object(keyName).text("S");
    try {
      if (keyName.equals(PAIR)) {
        marks.onPair(key, FrenchDates.dayOf(clock.instant()), UnreadableRow::log);
      } else {
        marks.onRegistration(key, UnreadableRow::log);
      }
      return true;
    } catch (RuntimeException e) {
      log(keyName + " " + key, e);
      return false;
    }
  }

  private static void log(String row, RuntimeException fault) {
    ErrorLine.of("mark-failed").with("row", row).with("detail", ErrorLine.words(fault)).print();
  }
}
