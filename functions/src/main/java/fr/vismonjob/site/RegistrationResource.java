package fr.vismonjob.site;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.form.Field;
import fr.vismonjob.form.FieldReader;
import fr.vismonjob.form.Fields;
import fr.vismonjob.form.Kind;
import fr.vismonjob.form.Violation;
import fr.vismonjob.page.Notice;
import fr.vismonjob.pairing.Changing;
import fr.vismonjob.pairing.Erasing;
import fr.vismonjob.pairing.Withdrawing;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationAnswers;
import fr.vismonjob.registration.RegistrationFields;
import fr.vismonjob.registration.RegistrationForm;
import fr.vismonjob.registration.Status;
import fr.vismonjob.web.Answer;
import fr.vismonjob.web.Request;
import fr.vismonjob.web.Resource;
import java.util.List;
import java.util.Map;

/**
 * {@code /inscription/{link}}: shows, changes, withdraws and erases a person's own registration.
 */
public record RegistrationResource(
    PersonalLinks links,
    EditionTable editions,
    Changing changing,
    Withdrawing withdrawing,
    Erasing erasing,
    RegistrationPages pages,
    MyData data)
    implements Resource {
  /** The page after an erasure, which makes the person's link void. */
  private static final String ERASED_PAGE = "/donnees-effacees";

  private static final String WITHDRAWN =
      "Votre inscription est retirée\u00a0: inscrivez-vous de nouveau pour participer.";

  @Override
  public Answer get(Request request) {
    return links.open(
        request,
        visitor ->
            new Answer.Shown(() -> pages.shown(visitor, request), data.of(visitor.registration())));
  }

  @Override
  public Answer post(Request request, Fields fields) {
    return links.open(request, visitor -> act(visitor, fields));
  }

  private Answer act(Visitor visitor, Fields fields) {
    Field<Kind.Action> action = RegistrationFields.ACTION;
    FieldReader reader = new FieldReader(fields.only(action.name()), List.of(action));
    String pressed = reader.action(action);
    if (!reader.violations().isEmpty()) {
      return invalid(visitor, reader.violations());
    }
    return switch (pressed) {
      case "retirer" -> withdraw(visitor, fields);
      case "supprimer" -> erase(visitor, fields);
      default -> change(visitor, fields);
    };
  }

  private Answer change(Visitor visitor, Fields fields) {
    if (visitor.registration().status() == Status.RETIREE) {
      return withdrawn(visitor);
    }
    Edition edition = Editions.of(visitor, editions);
    return switch (RegistrationForm.readChange(fields, visitor.registration(), edition)) {
      case RegistrationForm.Valid(RegistrationAnswers answers) ->
          switch (changing.change(visitor.registration().id(), answers)) {
            case Changing.Changed(Registration now) ->
                Answer.Done.ok(
                    Notices.path(visitor.path("inscription"), Notice.INSCRIPTION_MODIFIEE),
                    data.of(now));
            case Changing.Invalid(List<Violation> violations) ->
                new Answer.Invalid(
                    () -> pages.form(visitor, FormAnswers.of(fields, violations), List.of()),
                    violations);
            case Changing.Withdrawn _ -> withdrawn(visitor);
          };
      case RegistrationForm.Invalid invalid ->
          new Answer.Invalid(
              () ->
                  pages.form(
                      visitor, FormAnswers.of(fields, invalid.violations()), invalid.communes()),
              invalid.violations());
    };
  }

  private Answer withdraw(Visitor visitor, Fields fields) {
    List<Violation> violations = beyondAction(fields);
    if (!violations.isEmpty()) {
      return invalid(visitor, violations);
    }
    withdrawing.withdraw(visitor.registration().id());
    return Answer.Done.ok(
        Notices.path(visitor.path("inscription"), Notice.INSCRIPTION_RETIREE),
        Map.of("statut", Status.RETIREE.name()));
  }

  private Answer erase(Visitor visitor, Fields fields) {
    List<Violation> violations = beyondAction(fields);
    if (!violations.isEmpty()) {
      return invalid(visitor, violations);
    }
    erasing.erase(visitor.registration().id());
    return Answer.Done.ok(ERASED_PAGE, Map.of("statut", "EFFACEE"));
  }

  private static List<Violation> beyondAction(Fields fields) {
    return new FieldReader(fields, List.of(RegistrationFields.ACTION)).violations();
  }

  private Answer withdrawn(Visitor visitor) {
    return new Answer.Conflict(() -> pages.refused(visitor, WITHDRAWN), WITHDRAWN);
  }

  private Answer invalid(Visitor visitor, List<Violation> violations) {
    return new Answer.Invalid(
        () -> pages.refused(visitor, violations.getFirst().message()), violations);
  }

  @Override
  public boolean isPersonal() {
    return true;
  }
}
