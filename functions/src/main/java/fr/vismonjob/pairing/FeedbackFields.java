package fr.vismonjob.pairing;

import fr.vismonjob.form.Field;
import fr.vismonjob.form.Field.Need;
import fr.vismonjob.form.FieldReader;
import fr.vismonjob.form.Fields;
import fr.vismonjob.form.Kind;
import fr.vismonjob.form.Labelled;
import fr.vismonjob.subscription.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** The fields of the feedback, for forms and JSON alike. */
public final class FeedbackFields {
  /** Which of the person's pairs; needed if there are several. */
  public static final Field<Kind.Line> PAIR =
      PairForm.PAIR.label("De quelle rencontre parlez-vous ?");

  static final Field<Kind.Choice> TOOK_PLACE =
      Field.of(
              "a_eu_lieu",
              new Kind.Choice(
                  List.of(new Labelled("oui", "Oui"), new Labelled("non", "Non")), true),
              "La journée a-t-elle eu lieu ?")
          .required("Indiquez si la journée a eu lieu.");
  static final Field<Kind.Choice> ABSENT =
      Field.of(
              "absent",
              new Kind.Choice(
                  List.of(
                      new Labelled("ambassadeur", "L’ambassadrice ou l’ambassadeur"),
                      new Labelled("etudiant", "L’étudiante ou l’étudiant"),
                      new Labelled("les-deux", "Les deux")),
                  true),
              "Si elle n’a pas eu lieu, qui n’est pas venu ?")
          .help("À remplir seulement si vous avez répondu « Non ».")
          .needed(Need.SOMETIMES, "Indiquez qui n’est pas venu.");
  static final Field<Kind.Whole> MARK =
      Field.of(
          "note",
          new Kind.Whole(
              1,
              5,
              0,
              List.of(
                  "1 – très décevante",
                  "2 – décevante",
                  "3 – correcte",
                  "4 – réussie",
                  "5 – très réussie")),
          "Quelle note donnez-vous à la journée ?");
  static final Field<Kind.Lines> COMMENT =
      Field.of("commentaire", new Kind.Lines(1000, 5), "Que voulez-vous ajouter ?")
          .help(
              "Ce qui vous a plu, ce qui est à améliorer. N’indiquez pas de donnée sur la vie"
                  + " privée d’une autre personne.");

  /** The questions about a pair, in the order of the form. */
  public static final List<Field<?>> QUESTIONS =
      List.of(TOOK_PLACE, ABSENT, MARK, COMMENT, Subscription.WISH);

  /** All fields of the form. */
  public static final List<Field<?>> FIELDS =
      Stream.concat(Stream.of(PAIR), QUESTIONS.stream()).toList();

  private FeedbackFields() {}

  public static PairForm.Result read(Fields fields) {
    FieldReader reader = new FieldReader(fields, FIELDS);
    if (!Set.of("oui", "non", "").contains(fields.text(TOOK_PLACE.name()))) {
      reader.fault(TOOK_PLACE, "Répondez par «\u00a0oui\u00a0» ou par «\u00a0non\u00a0».");
    }
    String answer = reader.choice(TOOK_PLACE).code();
    boolean tookPlace = answer.equals("oui");
    Optional<Feedback.Absent> absent = Feedback.Absent.ofCode(reader.choice(ABSENT).code());
    if (answer.equals("non") && absent.isEmpty()) {
      reader.missing(ABSENT);
    }
    int mark = reader.whole(MARK);
    String comment = reader.text(COMMENT);
    boolean subscribes = reader.ticked(Subscription.WISH);
    // Without a script a browser cannot clear the choice of an absent person, so it is ignored
    // after « oui ».
    return PairForm.result(
        reader,
        () ->
            new PairAction.Report(
                new Feedback(
                    tookPlace,
                    tookPlace ? Optional.empty() : absent,
                    mark == 0 ? OptionalInt.empty() : OptionalInt.of(mark),
                    comment),
                subscribes));
  }
}
