package fr.vismonjob.pairing;

import fr.vismonjob.form.Field;
import fr.vismonjob.form.Field.Need;
import fr.vismonjob.form.FieldReader;
import fr.vismonjob.form.FieldReader.Violation;
import fr.vismonjob.form.Fields;
import fr.vismonjob.form.Kind;
import fr.vismonjob.form.MailAddress;
import fr.vismonjob.registration.Welcome;
import fr.vismonjob.registration.WelcomeForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The fields of a pair's page, for forms and JSON alike. */
public final class PairForm {
  private static final int MOST_DAYS = 5;

  /** Which of the person's pairs; needed if there are several. */
  static final Field<Kind.Line> PAIR =
      Field.of("binome", Kind.Line.ofCode(64), "").needed(Need.SOMETIMES, "");

  private static final Field<Kind.Action> ACTION =
      Field.of(
              "action",
              new Kind.Action("proposer", "accepter", "annuler", "confier", "accueil"),
              "")
          .required("Indiquez ce que vous voulez faire.");
  public static final Field<Kind.Days> DAYS =
      Field.of("dates", new Kind.Days(), "Les jours que vous proposez")
          .help(
              "De un à cinq jours. L’autre personne en choisit un ; d’ici là, la date convenue ne"
                  + " change pas.")
          .needed(Need.SOMETIMES, "Choisissez au moins un jour.");
  private static final Field<Kind.Day> DAY =
      Field.of("date", new Kind.Day(), "")
          .needed(Need.SOMETIMES, "Indiquez le jour que vous acceptez.");

  public static final Field<Kind.Line> COLLEAGUE =
      Field.of("courriel", Kind.Line.ofCode(254), "Adresse mail de votre collègue")
          .help("Une adresse de l’État, par exemple prenom.nom@exemple.gouv.fr.")
          .needed(Need.SOMETIMES, "Indiquez l’adresse mail de votre collègue.");

  /** All fields, in the order of the page. */
  public static final List<Field<?>> FIELDS =
      Stream.concat(Stream.of(PAIR, ACTION, DAYS, DAY, COLLEAGUE), WelcomeForm.FIELDS.stream())
          .toList();

  /** The outcome of reading a form about a pair. */
  public sealed interface Result {}

  /** The action, and the pair if the form names one. */
  public record Valid(Optional<String> pair, PairAction action) implements Result {}

  /** Where and how the person receives people, whichever pair the form names. */
  public record ToWelcome(Welcome welcome) implements Result {}

  /** What is wrong with a welcome matters only to somebody who can write one. */
  public record WrongWelcome(List<Violation> violations) implements Result {}

  public record Invalid(List<Violation> violations) implements Result {}

  private PairForm() {}

  /** Reads also what the action does not need: nothing wrong that is sent passes unnoticed. */
  public static Result read(Fields fields) {
    FieldReader reader = new FieldReader(fields, FIELDS);
    String action = reader.action(ACTION);
    List<LocalDate> days = days(reader);
    Optional<LocalDate> day = reader.day(DAY);
    String colleague = MailAddress.normal(reader.text(COLLEAGUE));
    return switch (action) {
      case "proposer" -> {
        if (days.isEmpty()) {
          reader.missing(DAYS);
        }
        yield result(reader, () -> new PairAction.Propose(days));
      }
      case "accepter" -> {
        if (day.isEmpty()) {
          reader.missing(DAY);
        }
        yield result(reader, () -> new PairAction.Accept(day.orElseThrow()));
      }
      case "annuler" -> result(reader, PairAction.Cancel::new);
      case "confier" -> {
        if (colleague.isEmpty()) {
          reader.missing(COLLEAGUE);
        }
        yield result(reader, () -> new PairAction.Entrust(colleague));
      }
      case "accueil" ->
          WelcomeForm.read(reader)
              .<Result>map(ToWelcome::new)
              .orElseGet(() -> new WrongWelcome(reader.violations()));
      default -> new Invalid(reader.violations());
    };
  }

  /** The action, if nothing is wrong. */
  static Result result(FieldReader reader, Supplier<PairAction> action) {
    Optional<String> pair = Optional.of(reader.text(PAIR)).filter(id -> !id.isEmpty());
    return reader.violations().isEmpty()
        ? new Valid(pair, action.get())
        : new Invalid(reader.violations());
  }

  private static List<LocalDate> days(FieldReader reader) {
    List<LocalDate> days = reader.days(DAYS);
    if (days.size() > MOST_DAYS) {
      reader.fault(DAYS, "Proposez " + MOST_DAYS + " jours au plus.");
    }
    if (days.stream().distinct().count() < days.size()) {
      reader.fault(DAYS, "Le même jour est indiqué plusieurs fois.");
    }
    return days;
  }
}
