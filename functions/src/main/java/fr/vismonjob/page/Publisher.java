package fr.vismonjob.page;

import java.util.Map;
import java.util.stream.Stream;

/**
 * Who puts the site on line and answers for it, as the compulsory pages name them. The program
 * cannot know: whatever a deployment does not tell stands in brackets, to be filled in.
 *
 * @param name the public body
 * @param address its postal address
 * @param phone its telephone number
 * @param mail where people write to it
 * @param director name and function of the person responsible for what is published
 * @param host name, address and telephone number of who keeps the machines
 * @param dataProtection the data protection officer's mail address
 * @param security where a security flaw is reported
 * @param accessibilityDay when the accessibility statement was made, in words
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

  /** From the variables that template.yaml gives; a missing one counts as blank. */
  public static Publisher of(Map<String, String> variables) {
    return new Publisher(
        told(variables, "PUBLISHER_NAME", "nom de l’organisme"),
        told(variables, "PUBLISHER_ADDRESS", "adresse de l’organisme"),
        told(variables, "PUBLISHER_PHONE", "numéro de téléphone"),
        told(variables, "PUBLISHER_MAIL", "adresse mail de contact"),
        told(variables, "PUBLISHER_DIRECTOR", "nom et fonction"),
        told(variables, "PUBLISHER_HOST", "nom, adresse et numéro de téléphone de l’hébergeur"),
        told(
            variables,
            "PUBLISHER_DATA_PROTECTION",
            "adresse mail de la personne déléguée à la protection des données"),
        told(variables, "PUBLISHER_SECURITY", "adresse mail"),
        told(variables, "PUBLISHER_ACCESSIBILITY_DAY", "date"));
  }

  private static String told(Map<String, String> variables, String name, String what) {
    String value = variables.getOrDefault(name, "").strip();
    return value.isEmpty() ? "[" + what + "]" : value;
  }

  /** Whether something stands in brackets. */
  public boolean isIncomplete() {
    return Stream.of(
            name, address, phone, mail, director, host, dataProtection, security, accessibilityDay)
        .anyMatch(told -> told.startsWith("["));
  }
}
