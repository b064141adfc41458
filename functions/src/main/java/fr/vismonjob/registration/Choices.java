package fr.vismonjob.registration;

import fr.vismonjob.classpath.TextFile;
import fr.vismonjob.form.Labelled;
import java.util.List;
import java.util.Optional;

/**
 * The lists that the forms offer, from {@code reference/*.tsv}: a code, its label, and further
 * words that only pages show.
 */
public final class Choices {
  /** Families of digital jobs ({@code metier}, {@code metiers}). */
  static final List<Labelled> JOBS = read("metiers");

  /** Ministries ({@code administration}, {@code administrations}). */
  static final List<Labelled> ADMINISTRATIONS = read("administrations");

  /** Levels of study ({@code niveau}). */
  static final List<Labelled> STUDY_LEVELS = read("niveaux");

  /** Central administration, local service or public body ({@code echelon}). */
  static final List<Labelled> SERVICE_LEVELS = read("echelons");

  private Choices() {}

  public static Optional<String> jobLabel(String code) {
    return Labelled.find(JOBS, code).map(Labelled::label);
  }

  private static List<Labelled> read(String name) {
    return TextFile.read(
        "/reference/" + name + ".tsv",
        lines ->
            lines.map(TextFile::cells).map(cells -> new Labelled(cells[0], cells[1])).toList());
  }
}
