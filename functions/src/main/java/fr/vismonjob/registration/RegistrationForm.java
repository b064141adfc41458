package fr.vismonjob.registration;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.form.FieldReader;
import fr.vismonjob.form.Fields;
import fr.vismonjob.form.Labelled;
import fr.vismonjob.form.Violation;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a registration asks, checked: the one home of these rules for forms and JSON, for
 * registering and for changing.
 */
public final class RegistrationForm {
  private static final int LONGEST_ADDRESS = 254;

  /** RFC 5322's dot-atom before the @, a host name of at least two labels after it. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

  private static final Pattern PHONE = Pattern.compile("0[1-9][0-9]{8}|(\\+|00)[1-9][0-9]{6,14}");

  private static final Set<String> OF_ALL =
      Set.of(
          "prenom",
          "nom",
          "courriel",
          "telephone",
          "code_postal",
          "commune",
          "dates",
          "besoins",
          "consentement");
  private static final Set<String> OF_AMBASSADORS =
      Set.of(
          "administration", "service", "intitule", "echelon", "metier", "presentation", "capacite");
  private static final Set<String> OF_STUDENTS =
      Set.of("etablissement", "niveau", "metiers", "tout_metier", "administrations", "rayon_km");

  /** What a form comes to. */
  public sealed interface Result {}

  /** All fields are right. */
  public record Valid(Person person, Place place, List<LocalDate> dates, Details details)
      implements Result {}

  /** Some are not; {@code communes} are those to choose from where the postal code has several. */
  public record Invalid(List<Violation> violations, List<Place> communes) implements Result {}

  private final FieldReader reader;
  private final Role role;
  private final Edition edition;
  private List<Place> communes = List.of();

  private RegistrationForm(Fields fields, Role role, Edition edition) {

    this.reader = new FieldReader(fields);
    this.role = role;
    this.edition = edition;
  }

  /** Reads a first registration. */
  public static Result read(Fields fields, Role role, Edition edition) {
    RegistrationForm form = new RegistrationForm(fields, role, edition);
    form.reader.refuseUnknown(form.known());
    String address = form.address();
    if (!form.reader.ticked("consentement")) {
      form.reader.fault(
          "consentement", "Acceptez l’utilisation de vos données pour pouvoir vous inscrire.");
    }
    return form.read(address);
  }

  /** Reads a change of a registration: its address and role stand, and so does the consent. */
  public static Result readChange(Fields fields, Registration registration, Edition edition) {
    RegistrationForm form = new RegistrationForm(fields, registration.role(), edition);
    Set<String> known = form.known();
    known.add("action");
    form.reader.refuseUnknown(known);
    String address = registration.person().address();
    String sent = form.reader.optional("courriel", LONGEST_ADDRESS).toLowerCase(Locale.ROOT);
    if (!sent.isEmpty() && !sent.equals(address)) {
      form.reader.fault(
          "courriel",
          "L’adresse ne peut pas être changée : inscrivez-vous de nouveau avec l’autre.");
    }
    form.reader.ticked("consentement");
    return form.read(address);
  }

  private Set<String> known() {
    Set<String> known = new HashSet<>(OF_ALL);
    known.addAll(role == Role.AMBASSADEUR ? OF_AMBASSADORS : OF_STUDENTS);
    return known;
  }

  private Result read(String address) {
    Person person =
        new Person(
            reader.required("prenom", 100, "Indiquez votre prénom."),
            reader.required("nom", 100, "Indiquez votre nom."),
            address,
            phone(),
            reader.optionalLines("besoins", 1000));
    List<Place> place = place();
    List<LocalDate> dates = dates();
    Details details = role == Role.AMBASSADEUR ? offer() : wishes();
    return reader.violations().isEmpty()
        ? new Valid(person, place.getFirst(), dates, details)
        : new Invalid(List.copyOf(reader.violations()), communes);
  }

  private String address() {
    String address =
        reader
            .required("courriel", LONGEST_ADDRESS, "Indiquez votre adresse mail.")
            .toLowerCase(Locale.ROOT);
    if (!reader.isFaulty("courriel") && !ADDRESS.matcher(address).matches()) {
      reader.fault("courriel", "Indiquez une adresse mail de la forme nom@exemple.fr.");
    }
    if (!reader.isFaulty("courriel")
        && role == Role.AMBASSADEUR
        && !edition.isStateAddress(address)) {
      reader.fault(
          "courriel",
          "Indiquez votre adresse professionnelle d’agent de l’État ("
              + edition.stateDomains().stream()
                  .map(domain -> "@" + domain)
                  .collect(Collectors.joining(", "))
              + ").");
    }
    return address;
  }

  private String phone() {
    String phone = reader.optional("telephone", 20);
    if (!phone.isEmpty()
        && !PHONE.matcher(phone.replaceAll("[ .()\\u00a0\\u202f-]", "")).matches()) {
      reader.fault(
          "telephone", "Indiquez un numéro de la forme 06 12 34 56 78 ou +33 6 12 34 56 78.");
    }
    return phone;
  }

  /** The one place meant; empty once a fault is noted. */
  private List<Place> place() {
    String postalCode = reader.required("code_postal", 10, "Indiquez un code postal.");
    String commune = reader.optional("commune", 100);
    if (reader.isFaulty("code_postal")) {
      return List.of();
    }
    List<Place> all = Communes.of(postalCode);
    if (all.isEmpty()) {
      reader.fault("code_postal", "Indiquez un code postal français existant, à cinq chiffres.");
      return List.of();
    }
    if (commune.isEmpty() && all.size() == 1) {
      return all;
    }
    List<Place> chosen = Communes.find(all, commune).stream().toList();
    if (chosen.isEmpty()) {
      communes = all;
      reader.fault(
          "commune",
          (commune.isEmpty()
                  ? "Choisissez votre commune : "
                  : "Cette commune n’a pas ce code postal. Choisissez : ")
              + all.stream().map(Place::commune).collect(Collectors.joining(", "))
              + ".");
    }
    return chosen;
  }

  private List<LocalDate> dates() {
    List<LocalDate> dates = reader.days("dates");
    if (dates.isEmpty()) {
      reader.fault("dates", "Choisissez au moins une date.");
    }
    if (!edition.possibleDays().containsAll(dates)) {
      reader.fault("dates", "Une des dates n’est pas parmi celles proposées.");
    }
    return dates;
  }

  private Details.Offer offer() {
    Choices choices = Choices.all();
    return new Details.Offer(
        reader.choice(
            "administration", choices.administrations(), "Choisissez votre administration."),
        reader.required("service", 150, "Indiquez votre service."),
        reader.choice("echelon", choices.serviceLevels(), "Indiquez où se trouve votre service."),
        reader.choice("metier", choices.jobs(), "Choisissez votre métier."),
        reader.required("intitule", 150, "Indiquez l’intitulé de votre poste."),
        reader.optionalLines("presentation", 1000),
        reader.integer("capacite", 1, 3, 1));
  }

  private Details.Wishes wishes() {
    Choices choices = Choices.all();
    List<Labelled> jobs = reader.choices("metiers", choices.jobs(), 3);
    if (jobs.isEmpty()) {
      reader.fault("metiers", "Choisissez au moins un métier.");
    }
    return new Details.Wishes(
        reader.required("etablissement", 150, "Indiquez votre établissement."),
        reader.choice("niveau", choices.studyLevels(), "Choisissez votre niveau d’études."),
        jobs,
        reader.ticked("tout_metier"),
        reader.choices("administrations", choices.administrations(), 3),
        reader.integer("rayon_km", 5, Details.Wishes.WIDEST_RADIUS_KM, 50));
  }
}
