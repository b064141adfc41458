package fr.vismonjob.page;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The publisher of the site, for the compulsory pages. The deployment's parameters name it; the
 * pages show brackets for a value that is missing.
 *
 * @param name the public body
 * @param address its postal address
 * @param phone its telephone number
 * @param mail mail address for the public
 * @param director name and function of the person responsible for what is published
 * @param host name, address and telephone number of the hosting company
 * @param dataProtection the data protection officer's mail address
 * @param security mail address for reports of security flaws
 * @param accessibilityDay day of the accessibility statement, in words
 */
public record Publisher(
    String name,
    String address,
    String phone,
    String mail,
    String director,
    String host,
    String dataProtection,
    String security,
    String accessibilityDay) {

  /** Reads the settings that template.yaml writes; a missing one counts as blank. */
  public static Publisher of(Map<String, String> settings) {
    return new Publisher(
        told(settings, "PUBLISHER_NAME", "nom de l’organisme"),
        told(settings, "PUBLISHER_ADDRESS", "adresse de l’organisme"),
        told(settings, "PUBLISHER_PHONE", "numéro de téléphone"),
        told(settings, "PUBLISHER_MAIL", "adresse mail de contact"),
        told(settings, "PUBLISHER_DIRECTOR", "nom et fonction"),
        told(settings, "PUBLISHER_HOST", "nom, adresse et numéro de téléphone de l’hébergeur"),
        told(
            settings,
            "PUBLISHER_DATA_PROTECTION",
            "adresse mail de la personne déléguée à la protection des données"),
        told(settings, "PUBLISHER_SECURITY", "adresse mail"),
        told(settings, "PUBLISHER_ACCESSIBILITY_DAY", "date"));
  }

  private static String told(Map<String, String> settings, String name, String what) {
    String value = settings.getOrDefault(name, "").strip();
    return value.isEmpty() ? "[" + what + "]" : value;
  }

  /** The mail address for reports of security flaws; empty if the deployment names none. */
  public Optional<String> securityContact() {
    return Optional.of(security).filter(told -> !told.startsWith("["));
  }

  /** Whether a value is missing. */
  public boolean isIncomplete() {
    return Stream.of(
            name, address, phone, mail, director, host, dataProtection, security, accessibilityDay)
        .anyMatch(told -> told.startsWith("["));
  }
}
