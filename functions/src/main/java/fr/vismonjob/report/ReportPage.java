package fr.vismonjob.report;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.FrenchDates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The content of the report on an edition.
 *
 * @param edition name of the edition
 * @param day the day of the count, in words
 * @param eventDay the event day, in words
 * @param figures the most important figures
 */
public record ReportPage(
    String edition, String day, String eventDay, List<Figure> figures, List<Section> sections) {

  /** A figure, with the words for what it counts. */
  public record Figure(String label, long value) {}

  /**
   * A table with its pictures.
   *
   * @param note how to read it; may be empty
   */
  public record Section(String title, String note, List<Chart> charts, Table table) {
    public Section {
      charts = List.copyOf(charts);
    }
  }

  public ReportPage {
    figures = List.copyOf(figures);
    sections = List.copyOf(sections);
  }

  static ReportPage of(Edition edition, LocalDate day, EditionFigures figures, Survey survey) {
    List<Section> sections = new ArrayList<>();
    Table days = survey.days();
    sections.add(
        new Section(
            "Inscriptions par jour",
            "Toutes les inscriptions, y compris celles qui restent à confirmer ou qui sont"
                + " retirées.",
            List.of(
                Charts.columns("Inscriptions par jour", days, Survey.AMBASSADORS, Survey.STUDENTS)),
            days));
    Table jobs = survey.jobs();
    sections.add(
        new Section(
            "Métiers",
            "Inscriptions confirmées. Une personne qui accueille plusieurs fois compte pour"
                + " autant de places.",
            List.of(
                Charts.bars(
                    "Places offertes et premiers vœux par métier",
                    jobs,
                    Survey.SEATS,
                    Survey.FIRST_WISHES)),
            jobs));
    Table departements = survey.departements();
    sections.add(
        new Section(
            "Départements",
            "Inscriptions confirmées. L’aire de chaque disque suit le nombre ; l’outre-mer est sous"
                + " la carte.",
            List.of(
                Charts.map("Places offertes par département", departements, Survey.SEATS, survey),
                Charts.map(
                    "Étudiants et étudiantes par département",
                    departements,
                    Survey.STUDENTS,
                    survey)),
            departements));
    Table administrations = survey.administrations();
    sections.add(
        new Section(
            "Administrations",
            "Inscriptions confirmées.",
            List.of(
                Charts.bars(
                    "Ambassadeurs et premiers vœux par administration",
                    administrations,
                    Survey.AMBASSADORS,
                    Survey.FIRST_WISHES)),
            administrations));
    sections.addAll(ofPairs(survey));
    Table unpaired = survey.unpaired();
    sections.add(
        new Section(
            "Sans binôme, et pourquoi",
            "La cause est celle du premier appariement qui a suivi l’inscription ou le dernier"
                + " changement de vœux ; elle se lit aussi dans l’attribut « sans_binome » de la"
                + " table « Registrations ».",
            List.of(
                Charts.bars(
                    "Personnes sans binôme, par cause",
                    unpaired,
                    Survey.AMBASSADORS,
                    Survey.STUDENTS)),
            unpaired));
    Table wanted = survey.wanted();
    if (!wanted.isEmpty()) {
      sections.add(
          new Section(
              "Où recruter",
              "Selon l’appariement ou l’essai de ce jour : chaque place offerte dans ce métier et"
                  + " ce lieu donnerait un binôme de plus. Chaque personne sans binôme compte une"
                  + " fois.",
              List.of(),
              wanted));
    }
    Table coaching = survey.coaching();
    sections.add(
        new Section(
            "Séances de coaching",
            "",
            List.of(
                Charts.bars("Places et réservations par séance", coaching, "Places", Survey.TAKEN)),
            coaching));
    sections.add(
        new Section(
            "Mails perdus",
            "Les personnes à appeler portent l’attribut « a_appeler » dans la table"
                + " « Registrations ».",
            List.of(),
            survey.mails()));
    return new ReportPage(
        edition.id(),
        FrenchDates.day(day),
        FrenchDates.day(edition.day()),
        figures.labelled(),
        sections);
  }

  private static List<Section> ofPairs(Survey survey) {
    List<Table> tables = survey.pairs();
    return List.of(
        new Section("Binômes", "", List.of(bars("Binômes par état", tables.get(0))), tables.get(0)),
        new Section(
            "Scores",
            "Binômes qui ne sont pas annulés. Le score va jusqu’à 100.",
            List.of(bars("Binômes par score", tables.get(1))),
            tables.get(1)),
        new Section(
            "Vœux exaucés",
            "Comparés aux vœux tels qu’ils sont aujourd’hui.",
            List.of(
                Charts.bars(
                    "Binômes par rang du vœu exaucé", tables.get(2), "Métier", "Administration")),
            tables.get(2)),
        new Section(
            "Distances",
            "Entre la commune de l’étudiant ou de l’étudiante et celle de l’accueil.",
            List.of(bars("Binômes par distance", tables.get(3))),
            tables.get(3)));
  }

  private static Chart bars(String title, Table table) {
    return Charts.bars(title, table, Survey.PAIRS);
  }
}
