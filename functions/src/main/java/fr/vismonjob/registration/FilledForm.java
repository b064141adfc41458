package fr.vismonjob.registration;

import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.form.AnswerSource;
import fr.vismonjob.form.FilledField;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A person's answers in each field but the consent: how they are read from a form or from the
 * table, and, in the order in which they are shown, what each field has.
 */
public final class FilledForm {
  /** The fields that a pair's own item has of each of the two. */
  private static final Set<String> IN_PAIR =
      Set.of(
          RegistrationFields.FIRST_NAME.name(),
          RegistrationFields.LAST_NAME.name(),
          RegistrationFields.ADDRESS.name());

  private FilledForm() {}

  static Person person(AnswerSource from, String address) {
    return new Person(
        from.text(RegistrationFields.FIRST_NAME),
        from.text(RegistrationFields.LAST_NAME),
        address,
        from.text(RegistrationFields.PHONE),
        from.text(RegistrationFields.NEEDS));
  }

  static Details details(AnswerSource from, Role role) {
    return switch (role) {
      case AMBASSADEUR ->
          new Details.Offer(
              from.choice(RegistrationFields.ADMINISTRATION),
              from.text(RegistrationFields.SERVICE),
              from.choice(RegistrationFields.SERVICE_LEVEL),
              from.choice(RegistrationFields.JOB),
              from.text(RegistrationFields.TITLE),
              from.text(RegistrationFields.PRESENTATION),
              from.whole(RegistrationFields.CAPACITY));
      case ETUDIANT ->
          new Details.Wishes(
              from.text(RegistrationFields.SCHOOL),
              from.choice(RegistrationFields.STUDY_LEVEL),
              from.ranking(RegistrationFields.JOBS),
              from.ticked(RegistrationFields.ANY_JOB),
              from.ranking(RegistrationFields.ADMINISTRATIONS),
              from.whole(RegistrationFields.RADIUS));
    };
  }

  public static List<FilledField> of(Registration registration) {
    return of(registration.answers());
  }

  /** The ways to reach a partner, apart from the mail address. */
  public static List<FilledField> waysToReach(Registration partner) {
    return of(partner).stream()
        .filter(answer -> answer.field().isPersonal() && answer.field().isShownToPartner())
        .filter(answer -> !answer.typed().isEmpty() && !IN_PAIR.contains(answer.field().name()))
        .toList();
  }

  public static List<FilledField> of(RegistrationAnswers answers) {
    Person person = answers.person();
    Place place = answers.place();
    return Stream.of(
            who(person),
            switch (answers.details()) {
              case Details.Offer offer -> offer(offer, place);
              case Details.Wishes wishes -> wishes(wishes, place);
            },
            Stream.of(
                FilledField.days(RegistrationFields.DAYS, answers.dates(), FrenchDates::day),
                FilledField.text(
                    answers.details().role() == Role.AMBASSADEUR
                        ? RegistrationFields.NEEDS_OF_AMBASSADOR
                        : RegistrationFields.NEEDS,
                    person.needs())))
        .flatMap(part -> part)
        .toList();
  }

  private static Stream<FilledField> who(Person person) {
    return Stream.of(
        FilledField.text(RegistrationFields.FIRST_NAME, person.firstName())
            .inWords(person.fullName()),
        FilledField.text(RegistrationFields.LAST_NAME, person.lastName()),
        FilledField.text(RegistrationFields.ADDRESS, person.address()),
        FilledField.text(RegistrationFields.PHONE, person.phone()));
  }

  private static Stream<FilledField> offer(Details.Offer offer, Place place) {
    return Stream.of(
        FilledField.choice(RegistrationFields.ADMINISTRATION, offer.administration()),
        FilledField.choice(RegistrationFields.SERVICE_LEVEL, offer.level()),
        FilledField.text(RegistrationFields.SERVICE, offer.service()),
        FilledField.choice(RegistrationFields.JOB, offer.job()),
        FilledField.text(RegistrationFields.TITLE, offer.title()),
        FilledField.text(RegistrationFields.PRESENTATION, offer.presentation()),
        FilledField.whole(RegistrationFields.CAPACITY, offer.capacity())
            .inWords(
                offer.capacity() == 1 ? "1 personne" : offer.capacity() + " personnes au plus"),
        FilledField.text(RegistrationFields.POSTAL_CODE_OF_AMBASSADOR, place.postalCode())
            .inWords(place.postalCode() + " " + place.commune()),
        FilledField.text(RegistrationFields.COMMUNE, place.code()));
  }

  private static Stream<FilledField> wishes(Details.Wishes wishes, Place place) {
    FilledField jobs = FilledField.ranking(RegistrationFields.JOBS, wishes.jobs());
    FilledField administrations =
        FilledField.ranking(RegistrationFields.ADMINISTRATIONS, wishes.administrations());
    return Stream.of(
        FilledField.text(RegistrationFields.SCHOOL, wishes.school()),
        FilledField.choice(RegistrationFields.STUDY_LEVEL, wishes.level()),
        wishes.anyJob()
            ? jobs.inWords(jobs.words().getFirst() + ", ou un autre métier du numérique")
            : jobs,
        FilledField.ticked(RegistrationFields.ANY_JOB, wishes.anyJob()),
        wishes.administrations().isEmpty() ? administrations.inWords("Toutes") : administrations,
        FilledField.text(RegistrationFields.POSTAL_CODE, place.postalCode())
            .inWords(place.postalCode() + " " + place.commune()),
        FilledField.text(RegistrationFields.COMMUNE, place.code()),
        FilledField.whole(RegistrationFields.RADIUS, wishes.radiusKm())
            .inWords(wishes.radiusKm() + " km"));
  }
}
