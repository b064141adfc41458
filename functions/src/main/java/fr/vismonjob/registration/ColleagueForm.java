package fr.vismonjob.registration;

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
          new Section(
              "Vous",
              List.of(
                  RegistrationFields.FIRST_NAME,
                  RegistrationFields.LAST_NAME,
                  RegistrationFields.PHONE)),
          new Section(
              "Votre métier",
              List.of(
                  RegistrationFields.ADMINISTRATION,
                  RegistrationFields.SERVICE_LEVEL,
                  RegistrationFields.SERVICE,
                  RegistrationFields.JOB,
                  RegistrationFields.TITLE,
                  RegistrationFields.PRESENTATION)),
          new Section(
              "Votre lieu de travail",
              List.of(RegistrationFields.POSTAL_CODE_OF_AMBASSADOR, RegistrationFields.COMMUNE)),
          new Section("Vos données", List.of(RegistrationFields.CONSENT)));

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
            reader.text(RegistrationFields.FIRST_NAME),
            reader.text(RegistrationFields.LAST_NAME),
            address,
            reader.text(RegistrationFields.PHONE),
            "");
    Details.Offer offer =
        new Details.Offer(
            given(reader.choice(RegistrationFields.ADMINISTRATION.optional()))
                .orElse(from.administration()),
            reader.text(RegistrationFields.SERVICE),
            given(reader.choice(RegistrationFields.SERVICE_LEVEL.optional())).orElse(from.level()),
            reader.choice(RegistrationFields.JOB),
            reader.text(RegistrationFields.TITLE),
            reader.text(RegistrationFields.PRESENTATION),
            1);
    List<Place> place = form.place();
    reader.ticked(RegistrationFields.CONSENT);
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
                FilledField.choice(RegistrationFields.ADMINISTRATION, offer.administration()),
                FilledField.choice(RegistrationFields.SERVICE_LEVEL, offer.level()),
                FilledField.text(RegistrationFields.SERVICE, offer.service())),
            place.stream()
                .flatMap(
                    work ->
                        Stream.of(
                            FilledField.text(
                                RegistrationFields.POSTAL_CODE_OF_AMBASSADOR, work.postalCode()),
                            FilledField.text(RegistrationFields.COMMUNE, work.code()))))
        .toList();
  }
}
