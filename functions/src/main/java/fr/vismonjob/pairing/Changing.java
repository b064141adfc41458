package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.form.FieldReader.Violation;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationAction;
import fr.vismonjob.registration.RegistrationAnswers;
import fr.vismonjob.registration.RegistrationFields;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes a person's answers. An existing pair stays; the new name is written into it and into the
 * partner's registration, unless the day is over: then the name is the one that the partner met. A
 * matching run that has read the old answers cannot record a pair made from them.
 */
public record Changing(Tables tables) {
  public sealed interface ChangeOutcome {}

  /** The answers are changed, or were the same already. */
  public record Changed(Registration registration) implements ChangeOutcome {}

  /** The answers do not fit the person's pairs. */
  public record Invalid(List<Violation> violations) implements ChangeOutcome {}

  /** The person has withdrawn and has to register again instead. */
  public record Withdrawn() implements ChangeOutcome {}

  public ChangeOutcome change(String registrationId, RegistrationAnswers answers) {
    return tables.decide(
        "changing registration " + registrationId,
        () ->
            tables
                .person(registrationId)
                .filter(person -> person.can(RegistrationAction.CHANGE))
                .map(person -> decision(person, answers))
                .orElse(Decision.nothingToWrite(new Withdrawn())));
  }

  private Decision<ChangeOutcome> decision(Registration before, RegistrationAnswers answers) {
    if (before.answers().equals(answers)) {
      return Decision.nothingToWrite(new Changed(before));
    }
    if (answers.details().capacity() < before.pairs().size()) {
      return Decision.nothingToWrite(new Invalid(List.of(tooFew(before.pairs().size()))));
    }
    Registration after = before.changed(answers, tables.now());
    return new Decision<>(new Changed(after), writes(before, after));
  }

  private static Violation tooFew(int pairs) {
    return new Violation(
        RegistrationFields.CAPACITY.name(),
        "Vous avez déjà "
            + pairs
            + " binômes\u00a0: indiquez au moins "
            + pairs
            + ", ou annulez d’abord un binôme.");
  }

  private List<Write> writes(Registration before, Registration after) {
    List<Write> writes = new ArrayList<>();
    writes.add(tables.registrations().change(before, after));
    String name = after.person().fullName();
    List<Pair> pairs =
        after.answers().person().equals(before.answers().person())
            ? List.of()
            : tables.pairs().readEverOf(before);
    if (!name.equals(before.person().fullName())) {
      pairs.stream()
          .filter(pair -> before.pairs().contains(pair.id()))
          .filter(pair -> !pair.date().isBefore(tables.today()))
          .forEach(pair -> writes.add(tables.pairs().rename(pair.id(), before.role(), name)));
    }
    writes.addAll(new Partners(tables).following(before, after.answers(), pairs));
    return writes;
  }
}
