package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.Context;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.pairing.EditionErasure;
import fr.vismonjob.pairing.Forgetting;
import fr.vismonjob.workflow.JsonInput;
import java.time.LocalDate;
import java.util.Map;

/**
 * Erases some of the people of an edition whose data has been kept long enough: all of them once
 * the retention has ended, before that those who have not confirmed for a month. Returns whether
 * any are left.
 */
public record EraseFunction(EditionTable editions, EditionErasure erasure, Forgetting forgetting)
    implements JsonFunction {
  private static final int MOST_AT_ONCE = 1000;

  public EraseFunction() {
    this(Wiring.ofLambda());
  }

  private EraseFunction(Wiring wiring) {
    this(
        wiring.editions(),
        new EditionErasure(wiring.tables(), wiring.editionProgress(), wiring.editionKeys()),
        new Forgetting(wiring.tables()));
  }

  @Override
  public Map<String, ?> handle(JsonInput input, Context context) {
    Edition edition = editions.find(input.text("edition")).orElseThrow();
    LocalDate today = input.day("today");
    ToCorrect toCorrect = new ToCorrect();
    boolean done =
        input.flag("effacement")
            ? erasure.eraseSome(edition, today, MOST_AT_ONCE)
            : forgetting.forgetSome(edition, today, MOST_AT_ONCE, toCorrect);
    return Map.of("fini", done, "a_corriger", toCorrect.named());
  }
}
