package fr.vismonjob.registration;

import static fr.vismonjob.registration.RegistrationFields.*;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.form.FieldReader;
import fr.vismonjob.form.FieldReader.Violation;
import fr.vismonjob.form.Fields;
import fr.vismonjob.form.MailAddress;
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

  private static final String FRENCH_PREFIXES = "33|262|590|594|596";

  /** In France, overseas départements included, a number has nine digits after 0 or the prefix. */
  private static final Pattern VALID_PHONE =
      Pattern.compile(
          "(0|(\\+|00)(%1$s)0?)[1-9][0-9]{8}|(\\+|00)(?!%1$s)[1-9][0-9]{6,14}"
              .formatted(FRENCH_PREFIXES));

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

  RegistrationForm(FieldReader reader, Role role, Edition edition) {
    this.reader = reader;
    this.role = role;
    this.edition = edition;
  }

  public static Result read(Fields fields, Role role, Edition edition) {
    FieldReader reader = new FieldReader(fields, RegistrationFields.of(role));
    RegistrationForm form = new RegistrationForm(reader, role, edition);
    reader.ticked(CONSENT); // records a violation if it is not
    return form.read(form.address());
  }

  /** Reads a change of a registration. Address, role and consent stay the same. */
  public static Result readChange(Fields fields, Registration registration, Edition edition) {
    FieldReader reader =
        new FieldReader(
            fields,
            Stream.concat(RegistrationFields.of(registration.role()).stream(), Stream.of(ACTION))
                .toList());
    String address = registration.person().address();
    String sent = MailAddress.normal(reader.text(ADDRESS.optional()));
    if (!sent.isEmpty() && !sent.equals(address)) {
      reader.fault(
          ADDRESS,
          "L’adresse ne se change pas ici : choisissez « Changer d’adresse mail » sur votre page.");
    }
    boolean consents = reader.ticked(CONSENT.optional());
    if (!consents && fields.isJson() && fields.names().contains(CONSENT.name())) {
      reader.fault(
          CONSENT, "Le consentement ne se retire pas ici\u00a0: retirez votre inscription.");
    }
    return new RegistrationForm(reader, registration.role(), edition).read(address);
  }

  private Result read(String address) {
    checkPhone();
    Person person = FilledForm.person(reader, address);
    Optional<Place> place = place();
    List<LocalDate> dates = dates();
    Details details = FilledForm.details(reader, role);
    return result(person, place, dates, details);
  }

  /** The outcome, once all fields are read. */
  Result result(Person person, Optional<Place> place, List<LocalDate> dates, Details details) {
    return reader.violations().isEmpty()
        ? new Valid(new RegistrationAnswers(person, place.orElseThrow(), dates, details))
        : new Invalid(reader.violations(), communes);
  }

  /** The address in its normal spelling; what is wrong with it is recorded. */
  String address() {
    String address = MailAddress.normal(reader.text(ADDRESS));
    fault(address, role, edition).ifPresent(fault -> reader.fault(ADDRESS, fault));
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

  void checkPhone() {
    String phone = reader.text(PHONE);
    if (!phone.isEmpty()
        && !VALID_PHONE.matcher(PHONE_SEPARATORS.matcher(phone).replaceAll("")).matches()) {
      reader.fault(PHONE, "Indiquez un numéro de la forme 06 12 34 56 78 ou +33 6 12 34 56 78.");
    }
  }

  /** The place; empty if its fields are not valid, which is then recorded. */
  Optional<Place> place() {
    String postalCode = reader.text(POSTAL_CODE);
    String commune = reader.text(COMMUNE);
    if (postalCode.isEmpty()) {
      return Optional.empty();
    }
    List<Place> all = Communes.of(postalCode);
    if (all.isEmpty()) {
      reader.fault(
          POSTAL_CODE,
          Communes.mayBeCedex(postalCode)
              ? "Aucune commune n’a ce code postal. Si c’est un code CEDEX, indiquez le code postal"
                  + " de la rue."
              : "Indiquez un code postal français existant, à cinq chiffres.");
      return Optional.empty();
    }
    if (commune.isEmpty() && all.size() == 1) {
      return Optional.of(all.getFirst());
    }
    Optional<Place> chosen = Communes.find(postalCode, commune);
    if (chosen.isEmpty()) {
      communes = all;
      reader.fault(
          COMMUNE,
          (commune.isEmpty()
                  ? COMMUNE.ifMissing()
                  : "Cette commune n’a pas ce code postal. Choisissez : ")
              + all.stream().map(Place::commune).collect(Collectors.joining(", "))
              + ".");
    }
    return chosen;
  }

  private List<LocalDate> dates() {
    List<LocalDate> dates = reader.days(DAYS);
    if (!edition.possibleDays().containsAll(dates)) {
      reader.fault(DAYS, "Une des dates n’est pas parmi celles proposées.");
    }
    return dates;
  }
}
