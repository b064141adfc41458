package fr.vismonjob.registration;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.form.FieldReader;
import fr.vismonjob.form.Fields;
import fr.vismonjob.form.FilledField;
import fr.vismonjob.form.Labelled;
import fr.vismonjob.form.MailAddress;
import fr.vismonjob.form.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks the answers of a registration. These rules hold for forms and JSON, for registering and
 * for changing.
 */
public final class RegistrationForm {
  private static final Pattern PHONE_SEPARATORS = Pattern.compile("[ ./()\\p{Pd}\u2212]");
  private static final Pattern PHONE = Pattern.compile("0[1-9][0-9]{8}|(\\+|00)[1-9][0-9]{6,14}");

  /** The outcome of reading a form. */
  public sealed interface Result {}

  /** All fields are valid. */
  public record Valid(RegistrationAnswers answers) implements Result {}

  /**
   * Some fields are not valid; {@code communes} are those to choose from if the postal code has
   * several.
   */
  public record Invalid(List<Violation> violations, List<Place> communes) implements Result {}

  private final FieldReader reader;
  private final Role role;
  private final Edition edition;
  private List<Place> communes = List.of();

  private RegistrationForm(FieldReader reader, Role role, Edition edition) {
    this.reader = reader;
    this.role = role;
    this.edition = edition;
  }

  /** Reads a first registration. */
  public static Result read(Fields fields, Role role, Edition edition) {
    FieldReader reader = new FieldReader(fields, RegistrationFields.of(role));
    RegistrationForm form = new RegistrationForm(reader, role, edition);
    reader.ticked(RegistrationFields.CONSENT);
    return form.read(form.address());
  }

  /** Reads a change of a registration. Address, role and consent stay the same. */
  public static Result readChange(Fields fields, Registration registration, Edition edition) {
    FieldReader reader =
        new FieldReader(
            fields,
            Stream.concat(
                    RegistrationFields.of(registration.role()).stream(),
                    Stream.of(RegistrationFields.ACTION))
                .toList());
    String address = registration.person().address();
    String sent = MailAddress.normal(reader.text(RegistrationFields.ADDRESS.optional()));
    if (!sent.isEmpty() && !sent.equals(address)) {
      reader.fault(
          RegistrationFields.ADDRESS,
          "L’adresse ne se change pas ici : choisissez « Changer d’adresse mail » sur votre page.");
    }
    reader.ticked(RegistrationFields.CONSENT.optional());
    return new RegistrationForm(reader, registration.role(), edition).read(address);
  }

  /**
   * Reads the short form of a colleague who takes over a pair. Administration and level are the
   * ambassador's unless the colleague says otherwise; the colleague hosts one person, on that day.
   *
   * @param address where the colleague was asked
   */
  public static Result readRelay(
      Fields fields, String address, Details.Offer from, LocalDate day, Edition edition) {
    FieldReader reader = new FieldReader(fields, RegistrationFields.ofRelay());
    RegistrationForm form = new RegistrationForm(reader, Role.AMBASSADEUR, edition);
    reader.action(RegistrationFields.RELAY_ACTION);
    reader.day(RegistrationFields.RELAY_DAY);
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
    return reader.violations().isEmpty()
        ? new Valid(new RegistrationAnswers(person, place.getFirst(), List.of(day), offer))
        : new Invalid(reader.violations(), form.communes);
  }

  private static Optional<Labelled> given(Labelled choice) {
    return Optional.of(choice).filter(chosen -> !chosen.code().isEmpty());
  }

  /** What the form of a colleague is filled in with: where the ambassador works. */
  public static List<FilledField> filledInForColleague(Details.Offer offer, Place place) {
    return List.of(
        FilledField.choice(RegistrationFields.ADMINISTRATION, offer.administration()),
        FilledField.choice(RegistrationFields.SERVICE_LEVEL, offer.level()),
        FilledField.text(RegistrationFields.SERVICE, offer.service()),
        FilledField.text(RegistrationFields.POSTAL_CODE_OF_AMBASSADOR, place.postalCode()),
        FilledField.text(RegistrationFields.COMMUNE, place.code()));
  }

  /** The outcome of reading another address that a person asks for. */
  public record NewAddress(String address, List<Violation> violations) {
    public NewAddress {
      violations = List.copyOf(violations);
    }
  }

  /** Reads another address that a person asks for. */
  public static NewAddress readNewAddress(Fields fields, Registration person, Edition edition) {
    FieldReader reader = new FieldReader(fields, RegistrationFields.ofNewAddress(person.role()));
    String address = new RegistrationForm(reader, person.role(), edition).address();
    if (address.equals(person.person().address())) {
      reader.fault(RegistrationFields.ADDRESS, "C’est déjà votre adresse.");
    }
    return new NewAddress(address, reader.violations());
  }

  private Result read(String address) {
    checkPhone();
    Person person = FilledForm.person(reader, address);
    List<Place> place = place();
    List<LocalDate> dates = dates();
    Details details = FilledForm.details(reader, role);
    return reader.violations().isEmpty()
        ? new Valid(new RegistrationAnswers(person, place.getFirst(), dates, details))
        : new Invalid(reader.violations(), communes);
  }

  private String address() {
    String address = MailAddress.normal(reader.text(RegistrationFields.ADDRESS));
    fault(address, role, edition)
        .ifPresent(fault -> reader.fault(RegistrationFields.ADDRESS, fault));
    return address;
  }

  /**
   * What is wrong with an address in its normal spelling for somebody in this role, in French;
   * empty if nothing is.
   */
  public static Optional<String> fault(String address, Role role, Edition edition) {
    return MailAddress.fault(address)
        .or(
            () ->
                role == Role.AMBASSADEUR && !edition.isStateAddress(address)
                    ? Optional.of(
                        "Indiquez votre adresse professionnelle d’agent de l’État ("
                            + edition.stateDomains().stream()
                                .map(domain -> "@" + domain)
                                .collect(Collectors.joining(", "))
                            + ").")
                    : Optional.empty());
  }

  private void checkPhone() {
    String phone = reader.text(RegistrationFields.PHONE);
    if (!phone.isEmpty()
        && !PHONE.matcher(PHONE_SEPARATORS.matcher(phone).replaceAll("")).matches()) {
      reader.fault(
          RegistrationFields.PHONE,
          "Indiquez un numéro de la forme 06 12 34 56 78 ou +33 6 12 34 56 78.");
    }
  }

  /** The place; empty if its fields are not valid, which is then recorded. */
  private List<Place> place() {
    String postalCode = reader.text(RegistrationFields.POSTAL_CODE);
    String commune = reader.text(RegistrationFields.COMMUNE);
    if (postalCode.isEmpty()) {
      return List.of();
    }
    List<Place> all = Communes.of(postalCode);
    if (all.isEmpty()) {
      reader.fault(
          RegistrationFields.POSTAL_CODE,
          Communes.mayBeCedex(postalCode)
              ? "Aucune commune n’a ce code postal. Si c’est un code CEDEX, indiquez le code postal"
                  + " de la rue."
              : "Indiquez un code postal français existant, à cinq chiffres.");
      return List.of();
    }
    if (commune.isEmpty() && all.size() == 1) {
      return all;
    }
    List<Place> chosen = Communes.find(postalCode, commune).stream().toList();
    if (chosen.isEmpty()) {
      communes = all;
      reader.fault(
          RegistrationFields.COMMUNE,
          (commune.isEmpty()
                  ? RegistrationFields.COMMUNE.ifMissing()
                  : "Cette commune n’a pas ce code postal. Choisissez : ")
              + all.stream().map(Place::commune).collect(Collectors.joining(", "))
              + ".");
    }
    return chosen;
  }

  private List<LocalDate> dates() {
    List<LocalDate> dates = reader.days(RegistrationFields.DAYS);
    if (!edition.possibleDays().containsAll(dates)) {
      reader.fault(RegistrationFields.DAYS, "Une des dates n’est pas parmi celles proposées.");
    }
    return dates;
  }
}
