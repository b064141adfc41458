package fr.vismonjob.report;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.templates.html.report.JtereportGenerated;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
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
    String edition,
    String day,
    String eventDay,
    List<EditionFigures.Figure> figures,
    List<Section> sections) {

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

  static ReportPage of(Edition edition, LocalDate day, Survey survey) {
    Table days = survey.days.byName();
    Table departements = survey.departements.byName();
    Table wanted = survey.wanted.byCount();
    Table toCorrect = survey.toCorrect.byName();
    List<Section> sections =
        List.of(
            new Section(
                "Inscriptions par jour",
                "Toutes les inscriptions, y compris celles qui restent à confirmer ou qui sont"
                    + " retirées.",
                List.of(
                    Charts.columns(
                        "Inscriptions par jour", days, Survey.AMBASSADORS, Survey.STUDENTS)),
                days),
            section(
                "Métiers",
                "Inscriptions confirmées. Une personne qui accueille plusieurs fois compte pour"
                    + " autant de places.",
                "Places offertes et premiers vœux par métier",
                survey.jobs.byCount(),
                Survey.SEATS,
                Survey.FIRST_WISHES),
            new Section(
                "Départements",
                "Inscriptions confirmées. L’aire de chaque disque suit le nombre ; l’outre-mer est"
                    + " sous la carte.",
                List.of(
                    Charts.map(
                        "Places offertes par département", departements, Survey.SEATS, survey),
                    Charts.map(
                        "Étudiants et étudiantes par département",
                        departements,
                        Survey.STUDENTS,
                        survey)),
                departements),
            section(
                "Administrations",
                "Inscriptions confirmées.",
                "Ambassadeurs et premiers vœux par administration",
                survey.administrations.byCount(),
                Survey.AMBASSADORS,
                Survey.FIRST_WISHES),
            section("Binômes", "", "Binômes par état", survey.statuses.asMet(), Survey.PAIRS),
            section(
                "Scores",
                "Binômes qui ne sont pas annulés. Le score va jusqu’à 100.",
                "Binômes par score",
                survey.scores.asMet(),
                Survey.PAIRS),
            section(
                "Vœux exaucés",
                "Comparés aux vœux tels qu’ils sont aujourd’hui.",
                "Binômes par rang du vœu exaucé",
                survey.ranks.asMet(),
                "Métier",
                "Administration"),
            section(
                "Distances",
                "Entre la commune de l’étudiant ou de l’étudiante et celle de l’accueil.",
                "Binômes par distance",
                survey.distances.asMet(),
                Survey.PAIRS),
            section(
                "Sans binôme, et pourquoi",
                "La cause est celle du premier appariement qui a suivi l’inscription ou le dernier"
                    + " changement de vœux ; elle se lit aussi dans l’attribut « sans_binome » de"
                    + " la table « Registrations ».",
                "Personnes sans binôme, par cause",
                survey.unpaired.byCount(),
                Survey.AMBASSADORS,
                Survey.STUDENTS),
            new Section(
                "Où recruter",
                "Selon l’appariement ou l’essai de ce jour : chaque place offerte dans ce métier et"
                    + " ce lieu donnerait un binôme de plus. Chaque personne sans binôme compte une"
                    + " fois.",
                List.of(),
                wanted),
            new Section(
                "À corriger",
                "Ces lignes ne peuvent pas être lues : elles sont laissées de côté partout, jusqu’à"
                    + " ce que l’attribut soit corrigé dans la console.",
                List.of(),
                toCorrect),
            section(
                "Séances de coaching",
                "",
                "Places et réservations par séance",
                survey.coaching.asMet(),
                "Places",
                Survey.TAKEN),
            new Section(
                "Mails perdus",
                "Les personnes à appeler portent l’attribut « a_appeler » dans la table"
                    + " « Registrations ».",
                List.of(),
                survey.mails.byName()));
    return new ReportPage(
        edition.id(),
        FrenchDates.day(day),
        FrenchDates.day(edition.day()),
        EditionFigures.labelled(survey.figures.counts()),
        sections.stream()
            .filter(
                section ->
                    !(section.table().isEmpty()
                        && List.of(wanted, toCorrect).contains(section.table())))
            .toList());
  }

  /** A table with its bars. */
  private static Section section(
      String title, String note, String picture, Table table, String... series) {
    return new Section(title, note, List.of(Charts.bars(picture, table, series)), table);
  }

  /** One HTML page that needs no other file. */
  String html() {
    StringOutput html = new StringOutput();
    JtereportGenerated.render(new OwaspHtmlTemplateOutput(html), null, this);
    return html.toString();
  }
}
