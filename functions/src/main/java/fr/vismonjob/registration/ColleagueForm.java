package fr.vismonjob.registration;

import static fr.vismonjob.registration.RegistrationFields.*;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.form.Field;
import fr.vismonjob.form.FieldReader;
import fr.vismonjob.form.Fields;
import fr.vismonjob.form.FilledField;
import fr.vismonjob.form.Kind;
import fr.vismonjob.form.Labelled;
import fr.vismonjob.form.Section;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The short form of a colleague who is asked to host in an ambassador's place. */
public final class ColleagueForm {
  /** What the colleague answers. */
  public static final Field<Kind.Action> ACTION =
      Field.of("action", new Kind.Action("accepter", "decliner"), "")
          .required("Indiquez si vous acceptez ou si vous refusez.");

  /** The day that the colleague has read on the page; programs leave it out. */
  public static final Field<Kind.Day> DAY = Field.of("date", new Kind.Day(), "");

  /** The fields in the groups of the form. */
  public static final List<Section> SECTIONS =
      List.of(
          new Section("Vous", List.of(FIRST_NAME, LAST_NAME, PHONE)),
          new Section(
              "Votre métier",
              List.of(ADMINISTRATION, SERVICE_LEVEL, SERVICE, JOB, TITLE, PRESENTATION)),
          new Section("Votre lieu de travail", List.of(POSTAL_CODE_OF_AMBASSADOR, COMMUNE)),
          new Section("Vos données", List.of(CONSENT)));

  /** All that a colleague may send. */
  public static final List<? extends Field<?>> FIELDS =
      Stream.concat(
              SECTIONS.stream().flatMap(section -> section.fields().stream()),
              Stream.of(ACTION, DAY))
          .toList();

  private ColleagueForm() {}

  /**
   * Reads the form. Administration and level are the ambassador's unless the colleague says
   * otherwise; the colleague hosts one person, on that day.
   *
   * @param address where the colleague was asked
   */
  public static RegistrationForm.Result read(
      Fields fields, String address, Details.Offer from, LocalDate day, Edition edition) {
    FieldReader reader = new FieldReader(fields, FIELDS);
    RegistrationForm form = new RegistrationForm(reader, Role.AMBASSADEUR, edition);
    reader.action(ACTION);
    reader.day(DAY);
    form.checkPhone();
    Person person =
        new Person(
            reader.text(FIRST_NAME), reader.text(LAST_NAME), address, reader.text(PHONE), "");
    Details.Offer offer =
        new Details.Offer(
            given(reader.choice(ADMINISTRATION.optional())).orElse(from.administration()),
            reader.text(SERVICE),
            given(reader.choice(SERVICE_LEVEL.optional())).orElse(from.level()),
            reader.choice(JOB),
            reader.text(TITLE),
            reader.text(PRESENTATION),
            1);
    Optional<Place> place = form.place();
    reader.ticked(CONSENT);
    return form.result(person, place, List.of(day), offer);
  }

  private static Optional<Labelled> given(Labelled choice) {
    return Optional.of(choice).filter(chosen -> !chosen.code().isEmpty());
  }

  /**
   * What the form is filled in with: where the ambassador works.
   *
   * @param place empty if the colleague is asked to host elsewhere
   */
  public static List<FilledField> filledIn(Details.Offer offer, Optional<Place> place) {
    return Stream.concat(
            Stream.of(
                FilledField.choice(ADMINISTRATION, offer.administration()),
                FilledField.choice(SERVICE_LEVEL, offer.level()),
                FilledField.text(SERVICE, offer.service())),
            place.stream()
                .flatMap(
                    work ->
                        Stream.of(
                            FilledField.text(POSTAL_CODE_OF_AMBASSADOR, work.postalCode()),
                            FilledField.text(COMMUNE, work.code()))))
        .toList();
  }
}
