package fr.vismonjob.registration;

import static fr.vismonjob.registration.RegistrationFields.*;

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
      Set.of(FIRST_NAME.name(), LAST_NAME.name(), ADDRESS.name());

  private FilledForm() {}

  static Person person(AnswerSource from, String address) {
    return new Person(
        from.text(FIRST_NAME), from.text(LAST_NAME), address, from.text(PHONE), from.text(NEEDS));
  }

  static Details details(AnswerSource from, Role role) {
    return switch (role) {
      case AMBASSADEUR ->
          new Details.Offer(
              from.choice(ADMINISTRATION),
              from.text(SERVICE),
              from.choice(SERVICE_LEVEL),
              from.choice(JOB),
              from.text(TITLE),
              from.text(PRESENTATION),
              from.whole(CAPACITY));
      case ETUDIANT ->
          new Details.Wishes(
              from.text(SCHOOL),
              from.choice(STUDY_LEVEL),
              from.ranking(JOBS),
              from.ticked(ANY_JOB),
              from.ranking(ADMINISTRATIONS),
              from.whole(RADIUS));
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
                FilledField.days(DAYS, answers.dates(), FrenchDates::day),
                FilledField.text(
                    answers.details().role() == Role.AMBASSADEUR ? NEEDS_OF_AMBASSADOR : NEEDS,
                    person.needs())))
        .flatMap(part -> part)
        .toList();
  }

  private static Stream<FilledField> who(Person person) {
    return Stream.of(
        FilledField.text(FIRST_NAME, person.firstName()).inWords(person.fullName()),
        FilledField.text(LAST_NAME, person.lastName()),
        FilledField.text(ADDRESS, person.address()),
        FilledField.text(PHONE, person.phone()));
  }

  private static Stream<FilledField> offer(Details.Offer offer, Place place) {
    return Stream.of(
        FilledField.choice(ADMINISTRATION, offer.administration()),
        FilledField.choice(SERVICE_LEVEL, offer.level()),
        FilledField.text(SERVICE, offer.service()),
        FilledField.choice(JOB, offer.job()),
        FilledField.text(TITLE, offer.title()),
        FilledField.text(PRESENTATION, offer.presentation()),
        FilledField.whole(CAPACITY, offer.capacity())
            .inWords(
                offer.capacity() == 1 ? "1 personne" : offer.capacity() + " personnes au plus"),
        FilledField.text(POSTAL_CODE_OF_AMBASSADOR, place.postalCode())
            .inWords(place.postalCode() + " " + place.commune()),
        FilledField.text(COMMUNE, place.code()));
  }

  private static Stream<FilledField> wishes(Details.Wishes wishes, Place place) {
    FilledField jobs = FilledField.ranking(JOBS, wishes.jobs());
    FilledField administrations = FilledField.ranking(ADMINISTRATIONS, wishes.administrations());
    return Stream.of(
        FilledField.text(SCHOOL, wishes.school()),
        FilledField.choice(STUDY_LEVEL, wishes.level()),
        wishes.anyJob()
            ? jobs.inWords(jobs.words().getFirst() + ", ou un autre métier du numérique")
            : jobs,
        FilledField.ticked(ANY_JOB, wishes.anyJob()),
        wishes.administrations().isEmpty() ? administrations.inWords("Toutes") : administrations,
        FilledField.text(POSTAL_CODE, place.postalCode())
            .inWords(place.postalCode() + " " + place.commune()),
        FilledField.text(COMMUNE, place.code()),
        FilledField.whole(RADIUS, wishes.radiusKm()).inWords(wishes.radiusKm() + " km"));
  }
}
