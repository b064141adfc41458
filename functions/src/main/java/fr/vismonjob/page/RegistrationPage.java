package fr.vismonjob.page;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.form.Field;
import fr.vismonjob.form.Kind;
import fr.vismonjob.form.Section;
import fr.vismonjob.identity.SecretLink;
import fr.vismonjob.registration.ColleagueForm;
import fr.vismonjob.registration.Place;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationFields;
import fr.vismonjob.registration.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The registration form: blank, with what was typed, or with the present registration.
 *
 * @param now the time at which the page is shown; days up to then are not offered
 * @param communes communes of the typed postal code, if it has several
 * @param change the registration that is changed; empty for a first registration
 * @param sections the fields of the form
 */
public record RegistrationPage(
    Role role,
    Edition edition,
    Instant now,
    Answers answers,
    List<Place> communes,
    Optional<Change> change,
    List<Section> sections) {

  /** What the form shows of the registration and cannot change. */
  public record Change(SecretLink link, String address, boolean paired) {}

  /** Shows what will be sent. */
  public static final String RECAP = "recapitulatif";

  /** Leads back to the form with what was typed. */
  public static final String MODIFY = "modifier";

  /** The button that was pressed; without it the form registers. */
  public static final Field<Kind.Action> STEP =
      Field.of("etape", new Kind.Action(RECAP, MODIFY), "");

  /** Hidden from people: a filled-in field means that a robot sent the form. */
  public static final Field<Kind.Line> TRAP =
      Field.of("site_web", new Kind.Line(100, "off"), "Site web").help("À laisser vide.");

  /** The time at which the page was shown, in milliseconds since 1970. */
  public static final Field<Kind.Line> SHOWN_AT = Field.of("affiche_a", Kind.Line.ofCode(15), "");

  public RegistrationPage {
    communes = List.copyOf(communes);
    sections = List.copyOf(sections);
  }

  public static RegistrationPage first(
      Role role, Edition edition, Instant now, Answers answers, List<Place> communes) {
    return new RegistrationPage(
        role, edition, now, answers, communes, Optional.empty(), RegistrationFields.sections(role));
  }

  /** The short form of a colleague who is asked to host in an ambassador's place. */
  public static RegistrationPage ofColleague(
      Edition edition, Instant now, Answers answers, List<Place> communes) {
    return new RegistrationPage(
        Role.AMBASSADEUR,
        edition,
        now,
        answers,
        communes,
        Optional.empty(),
        ColleagueForm.SECTIONS);
  }

  /** The form that changes a registration, filled in with its answers or with what was typed. */
  public static RegistrationPage change(
      SecretLink link,
      Registration registration,
      Edition edition,
      Instant now,
      Answers answers,
      List<Place> communes) {
    Change change =
        new Change(link, registration.person().address(), !registration.pairs().isEmpty());
    return new RegistrationPage(
        registration.role(),
        edition,
        now,
        answers,
        communes,
        Optional.of(change),
        RegistrationFields.sections(registration.role()).stream()
            .flatMap(RegistrationPage::changeable)
            .toList());
  }

  public boolean isAmbassador() {
    return role == Role.AMBASSADEUR;
  }

  private static Stream<Section> changeable(Section section) {
    List<? extends Field<?>> fields =
        section.fields().stream().filter(field -> !RegistrationFields.isFixed(field)).toList();
    return fields.isEmpty() ? Stream.of() : Stream.of(new Section(section.heading(), fields));
  }

  /** Whether the person has a pair, which a change does not affect. */
  public boolean hasPair() {
    return change.filter(Change::paired).isPresent();
  }

  public boolean isChange() {
    return change.isPresent();
  }

  /** Whether the field has a control on this page, so that an error can link to it. */
  public boolean shows(String field) {
    boolean hasTrap = sections.equals(RegistrationFields.sections(role));
    return (hasTrap && field.equals(TRAP.name()))
        || sections.stream()
            .flatMap(section -> section.fields().stream())
            .anyMatch(shown -> shown.name().equals(field));
  }

  /**
   * Whether the form asks for the commune: the typed postal code has several, or the typed commune
   * is not one of them.
   */
  public boolean asksCommune() {
    return communes.size() > 1 || answers.isWrong(RegistrationFields.COMMUNE.name());
  }

  /**
   * The days to choose from, the event day first: those to come, and chosen days that have passed
   * since.
   */
  public List<LocalDate> days() {
    LocalDate today = FrenchDates.dayOf(now);
    return Stream.concat(
            Stream.of(edition.day()),
            edition.possibleDays().stream().filter(day -> !day.equals(edition.day())))
        .filter(day -> day.isAfter(today) || answers.has("dates", day.toString()))
        .toList();
  }
}
