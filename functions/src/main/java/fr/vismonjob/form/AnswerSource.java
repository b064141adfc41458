package fr.vismonjob.form;

import java.time.LocalDate;
import java.util.List;

/** From where the answers to a form's fields are read: what was sent, or what a table keeps. */
public interface AnswerSource {
  /** The answer; empty if there is none. */
  String text(Field<? extends Kind.Text> field);

  /** The choice; one without a code if there is none. */
  Labelled choice(Field<Kind.Choice> field);

  /** The different choices, in order of preference. */
  List<Labelled> ranking(Field<Kind.Ranking> field);

  int whole(Field<Kind.Whole> field);

  boolean ticked(Field<Kind.Box> field);

  List<LocalDate> days(Field<Kind.Days> field);
}
