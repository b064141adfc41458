package fr.vismonjob.report;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.templates.html.report.JtereportGenerated;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The content of the report on an edition.
 *
 * @param edition name of the edition
 * @param day the day of the count, in words
 * @param eventDay the event day, in words
 * @param since since when the changes are new, in words
 * @param shares which share of either side has a partner
 * @param changes what is new since the last report
 * @param others what else has been counted, without what is zero
 */
public record ReportPage(
    String edition,
    String day,
    String eventDay,
    String since,
    List<EditionFigures.Figure> shares,
    List<EditionFigures.Figure> changes,
    List<EditionFigures.Figure> others,
    List<Section> sections) {

  /**
   * A table with its pictures.
   *
   * @param note how to read it; may be empty
   */
  public record Section(String title, String note, List<Chart> charts, Sheet sheet) {
    public Section {
      charts = List.copyOf(charts);
    }
  }

  /** The sections that are left out when there is nothing to say. */
  private static final Set<String> SOMETIMES =
      Set.of("Équité", "Binômes imposés", "Où recruter", "À corriger", "Avis", "Commentaires");

  public ReportPage {
    shares = List.copyOf(shares);
    changes = List.copyOf(changes);
    others = List.copyOf(others);
    sections = List.copyOf(sections);
  }

  static ReportPage of(Edition edition, LocalDate day, Since since, Survey survey) {
    Map<String, Long> figures = survey.figures.counts();
    return new ReportPage(
        edition.id(),
        FrenchDates.day(day),
        FrenchDates.day(edition.day()),
        since.words(),
        EditionFigures.shares(figures),
        EditionFigures.changes(figures),
        EditionFigures.others(figures),
        Stream.of(who(survey), pairs(survey), leftOver(survey), after(survey))
            .flatMap(List::stream)
            .filter(section -> !(SOMETIMES.contains(section.title()) && section.sheet().isEmpty()))
            .toList());
  }

  private static List<Section> who(Survey survey) {
    Table days = survey.days.byName();
    Table regions = survey.regions.byName();
    Table departements = survey.departements.byName();
    return List.of(
        new Section(
            "Inscriptions par jour",
            "Toutes les inscriptions, y compris celles qui restent à confirmer ou qui sont"
                + " retirées.",
            List.of(
                Charts.columns("Inscriptions par jour", days, Survey.AMBASSADORS, Survey.STUDENTS)),
            days.sheet()),
        section(
            "Métiers",
            "Inscriptions confirmées. Une personne qui accueille plusieurs fois compte pour"
                + " autant de places.",
            "Places offertes et premiers vœux par métier",
            survey.jobs.byCount(),
            Survey.SEATS,
            Survey.FIRST_WISHES),
        section(
            "Régions",
            "Inscriptions confirmées. Un binôme compte dans la région où il se retrouve.",
            "Places offertes, étudiants et étudiantes par région",
            regions,
            Survey.SEATS,
            Survey.STUDENTS),
        new Section(
            "Départements",
            "Inscriptions confirmées. L’aire de chaque disque suit le nombre ; un disque s’écarte"
                + " un peu de son département si la place manque. L’outre-mer est sous la carte.",
            List.of(
                Charts.map("Places offertes par département", departements, Survey.SEATS, survey),
                Charts.map(
                    "Étudiants et étudiantes par département",
                    departements,
                    Survey.STUDENTS,
                    survey)),
            departements.sheet()),
        section(
            "Administrations",
            "Inscriptions confirmées.",
            "Ambassadeurs et premiers vœux par administration",
            survey.administrations.byCount(),
            Survey.AMBASSADORS,
            Survey.FIRST_WISHES));
  }

  private static List<Section> pairs(Survey survey) {
    return List.of(
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
        new Section(
            "Équité",
            "Qui a été servi : inscriptions confirmées des étudiantes et étudiants, par région,"
                + " niveau et établissement, et des ambassadeurs, par échelon ; pour leurs binômes"
                + " le rang du vœu de métier et la distance moyenne. Les groupes de moins de cinq"
                + " personnes sont réunis sous « autres », avec d’autres s’il le faut pour que rien"
                + " ne se lise d’eux seuls.",
            List.of(),
            survey.equity.sheet()),
        new Section(
            "Binômes imposés",
            "Ce que coûtent les binômes que vous avez choisis : « avec » compte tous les binômes"
                + " de l’appariement, les imposés aussi ; « sans », les meilleurs binômes des mêmes"
                + " personnes si rien n’était imposé. Les deux calculs sont exacts.",
            List.of(),
            ImposedSheet.of(survey.imposed)));
  }

  private static List<Section> leftOver(Survey survey) {
    return List.of(
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
                + " fois, pour le métier qu’elle souhaite le plus. « À confirmer » compte, pour ce"
                + " métier et dans ce département, qui n’a plus qu’à confirmer son inscription.",
            List.of(),
            survey.recruiting.table().sheet()),
        new Section(
            "À corriger",
            "Ces lignes ne peuvent pas être lues : elles sont laissées de côté partout, jusqu’à"
                + " ce que l’attribut soit corrigé dans la console.",
            List.of(),
            survey.toCorrect.byName().sheet()));
  }

  private static List<Section> after(Survey survey) {
    return List.of(
        new Section(
            "Avis",
            "Ce que disent les deux de chaque binôme qui n’est pas annulé et dont la journée est"
                + " passée. La note moyenne se lit à partir de cinq notes.",
            List.of(),
            survey.opinions.sheet()),
        new Section(
            "Commentaires",
            "Par ordre alphabétique, sans les noms, à partir de cinq commentaires. Ils se lisent"
                + " entiers dans la table « Pairs ».",
            List.of(),
            survey.opinions.comments()),
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
            survey.mails.byName().sheet()));
  }

  /** A table with its bars. */
  private static Section section(
      String title, String note, String picture, Table table, String... series) {
    return new Section(title, note, List.of(Charts.bars(picture, table, series)), table.sheet());
  }

  /** One HTML page that needs no other file. */
  String html() {
    StringOutput html = new StringOutput();
    JtereportGenerated.render(new OwaspHtmlTemplateOutput(html), null, this);
    return html.toString();
  }
}
