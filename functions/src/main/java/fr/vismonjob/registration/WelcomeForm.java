package fr.vismonjob.registration;

import fr.vismonjob.form.Field;
import fr.vismonjob.form.Field.Need;
import fr.vismonjob.form.FieldReader;
import fr.vismonjob.form.FilledField;
import fr.vismonjob.form.Kind;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields by which an ambassador says where and how the day begins and ends. */
public final class WelcomeForm {
  static final Field<Kind.Lines> ADDRESS =
      Field.of("accueil_adresse", new Kind.Lines(300, 3), "Adresse exacte")
          .shownAs("Adresse")
          .help("Numéro, rue et, s’il le faut, bâtiment et étage. 300 caractères au plus.")
          .needed(Need.SOMETIMES, "Indiquez l’adresse exacte.");
  static final Field<Kind.Lines> INSTRUCTIONS =
      Field.of("accueil_consignes", new Kind.Lines(1000, 4), "Comment entrer")
          .help(
              "Par exemple\u00a0: pièce d’identité, personne à demander à l’accueil, repas."
                  + " 1\u00a0000 caractères au plus.");
  static final Field<Kind.Hour> ARRIVAL =
      Field.of("accueil_arrivee", new Kind.Hour(), "Heure d’arrivée")
          .help("À l’heure du lieu. 9\u00a0h si vous n’indiquez rien.");
  static final Field<Kind.Hour> DEPARTURE =
      Field.of("accueil_depart", new Kind.Hour(), "Heure de départ")
          .help("17\u00a0h si vous n’indiquez rien.");

  /** All fields, in the order of the form. */
  public static final List<Field<?>> FIELDS = List.of(ADDRESS, INSTRUCTIONS, ARRIVAL, DEPARTURE);

  private WelcomeForm() {}

  /** The welcome, if the form has a right one; if not, the reader has the faults. */
  public static Optional<Welcome> read(FieldReader reader) {
    String address = reader.text(ADDRESS);
    LocalTime arrival = reader.hour(ARRIVAL).orElse(Welcome.ARRIVAL);
    LocalTime departure = reader.hour(DEPARTURE).orElse(Welcome.DEPARTURE);
    if (address.isEmpty()) {
      reader.missing(ADDRESS);
    }
    if (!arrival.isBefore(departure)) {
      reader.fault(
          reader.isFaulty(ARRIVAL) ? ARRIVAL : DEPARTURE,
          "L’heure de départ doit venir après l’heure d’arrivée.");
    }
    return reader.violations().isEmpty()
        ? Optional.of(new Welcome(address, reader.text(INSTRUCTIONS), arrival, departure))
        : Optional.empty();
  }

  public static List<FilledField> of(Welcome welcome) {
    return List.of(
        FilledField.text(ADDRESS, welcome.address()),
        FilledField.text(INSTRUCTIONS, welcome.instructions()),
        FilledField.hour(ARRIVAL, welcome.arrival()),
        FilledField.hour(DEPARTURE, welcome.departure()));
  }

  /** For programs, by the fields' names; what is not filled in is left out. */
  public static Map<String, String> plain(Welcome welcome) {
    Map<String, String> plain = new LinkedHashMap<>();
    of(welcome)
        .forEach(
            filled -> filled.typed().forEach(value -> plain.put(filled.field().name(), value)));
    return plain;
  }
}
