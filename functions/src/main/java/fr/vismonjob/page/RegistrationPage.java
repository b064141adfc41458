package fr.vismonjob.page;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.form.Field;
import fr.vismonjob.form.Kind;
import fr.vismonjob.form.Section;
import fr.vismonjob.identity.PersonLink;
import fr.vismonjob.registration.FilledForm;
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
 * The registration form, blank, with what was typed, or with what is registered.
 *
 * @param now when the page is shown: days that have come are not offered any more
 * @param communes those of the postal code typed, if it has several
 * @param change whose registration is changed; none on a first registration
 */
public record RegistrationPage(
    Role role,
    Edition edition,
    Instant now,
    Answers answers,
    List<Place> communes,
    Optional<Change> change) {

  /** What a change leaves as it is. */
  public record Change(PersonLink link, String address, boolean paired) {}

  /** The button pressed; without it the form is a registration to be made. */
  public static final String STEP = "etape";

  /** To be shown what will be sent. */
  public static final String RECAP = "recapitulatif";

  /** Back to the form with what was typed. */
  public static final String MODIFY = "modifier";

  /** Hidden from people: whoever fills it in is taken for a robot. */
  public static final Field<Kind.Line> TRAP =
      Field.of("site_web", new Kind.Line(100), "Site web").help("À laisser vide.");

  /** When the page was shown, in milliseconds since 1970. */
  public static final String SHOWN_AT = "affiche_a";

  public RegistrationPage {
    communes = List.copyOf(communes);
  }

  public static RegistrationPage first(
      Role role, Edition edition, Instant now, Answers answers, List<Place> communes) {
    return new RegistrationPage(role, edition, now, answers, communes, Optional.empty());
  }

  /**
   * The form that changes a registration, filled in with it; {@code communes} are those of its
   * postal code.
   */
  public static RegistrationPage change(
      PersonLink link,
      Registration registration,
      Edition edition,
      Instant now,
      List<Place> communes) {
    return change(
        link, registration, edition, now, Answers.of(FilledForm.of(registration)), communes);
  }

  /** The form that changes a registration, with what was typed. */
  public static RegistrationPage change(
      PersonLink link,
      Registration registration,
      Edition edition,
      Instant now,
      Answers answers,
      List<Place> communes) {
    Change change =
        new Change(link, registration.person().address(), !registration.pairs().isEmpty());
    return new RegistrationPage(
        registration.role(), edition, now, answers, communes, Optional.of(change));
  }

  public boolean isAmbassador() {
    return role == Role.AMBASSADEUR;
  }

  /** The fields to fill in; a change leaves some out. */
  public List<Section> sections() {
    List<Section> all = RegistrationFields.sections(role);
    return isChange() ? all.stream().flatMap(RegistrationPage::changeable).toList() : all;
  }

  private static Stream<Section> changeable(Section section) {
    List<? extends Field<?>> fields =
        section.fields().stream().filter(field -> !RegistrationFields.isFixed(field)).toList();
    return fields.isEmpty() ? Stream.of() : Stream.of(new Section(section.heading(), fields));
  }

  /** Whether a pair is made already, which a change leaves as it is. */
  public boolean hasPair() {
    return change.filter(Change::paired).isPresent();
  }

  public boolean isChange() {
    return change.isPresent();
  }

  /** Whether the field has a control on this page, to which an error can lead. */
  public boolean shows(String field) {
    return (!isChange() && field.equals(TRAP.name()))
        || sections().stream()
            .flatMap(section -> section.fields().stream())
            .anyMatch(shown -> shown.name().equals(field));
  }

  /**
   * Whether the commune has to be told: the postal code typed has several, or the one told is not
   * of it.
   */
  public boolean asksCommune() {
    return communes.size() > 1 || answers.isWrong("commune");
  }

  /**
   * The days to choose from, the event day first: those to come, and those chosen before they
   * passed.
   */
  public List<LocalDate> days() {
    LocalDate today = FrenchDates.today(() -> now);
    return Stream.concat(
            Stream.of(edition.day()),
            edition.possibleDays().stream().filter(day -> !day.equals(edition.day())))
        .filter(day -> day.isAfter(today) || answers.has("dates", day.toString()))
        .toList();
  }
}
