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
  private static final Choices ALL =
      new Choices(read("metiers"), read("administrations"), read("niveaux"), read("echelons"));

  private final List<Labelled> jobs;
  private final List<Labelled> administrations;
  private final List<Labelled> studyLevels;
  private final List<Labelled> serviceLevels;

  private Choices(
      List<Labelled> jobs,
      List<Labelled> administrations,
      List<Labelled> studyLevels,
      List<Labelled> serviceLevels) {
    this.jobs = jobs;
    this.administrations = administrations;
    this.studyLevels = studyLevels;
    this.serviceLevels = serviceLevels;
  }

  public static Choices all() {
    return ALL;
  }

  /** Families of digital jobs ({@code metier}, {@code metiers}). */
  public List<Labelled> jobs() {
    return jobs;
  }

  /** Ministries ({@code administration}, {@code administrations}). */
  public List<Labelled> administrations() {
    return administrations;
  }

  /** Levels of study ({@code niveau}). */
  public List<Labelled> studyLevels() {
    return studyLevels;
  }

  /** Central administration or local service ({@code echelon}). */
  public List<Labelled> serviceLevels() {
    return serviceLevels;
  }

  /** The label of a family of jobs. */
  public Optional<String> jobLabel(String code) {
    return Labelled.find(jobs, code).map(Labelled::label);
  }

  private static List<Labelled> read(String name) {
    return TextFile.read(
        "/reference/" + name + ".tsv",
        lines ->
            lines.map(TextFile::cells).map(cells -> new Labelled(cells[0], cells[1])).toList());
  }
}
