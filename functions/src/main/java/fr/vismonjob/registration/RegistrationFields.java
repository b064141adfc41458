package fr.vismonjob.registration;

import fr.vismonjob.form.Field;
import fr.vismonjob.form.Field.Need;
import fr.vismonjob.form.Kind;
import fr.vismonjob.form.Section;
import java.util.List;

/**
 * The fields of a registration, in one list: their names, words and rules, who sees them, and which
 * of them identify a person. Everything that shows a registration uses this list.
 */
public final class RegistrationFields {
  static final Field<Kind.Line> FIRST_NAME =
      Field.of("prenom", new Kind.Line(100, "given-name"), "Prénom")
          .shownAs("Prénom et nom")
          .required("Indiquez votre prénom.")
          .shownToPartner()
          .personal();
  static final Field<Kind.Line> LAST_NAME =
      Field.of("nom", new Kind.Line(100, "family-name"), "Nom")
          .shownWithAnother()
          .required("Indiquez votre nom.")
          .shownToPartner()
          .personal();
  static final Field<Kind.Line> ADDRESS =
      Field.of("courriel", Kind.Line.ofCode(254, "email"), "Adresse mail")
          .help("Par exemple prenom.nom@exemple.fr. Tous nos mails y seront envoyés.")
          .required("Indiquez votre adresse mail.")
          .shownToPartner()
          .personal();
  static final Field<Kind.Line> ADDRESS_OF_AMBASSADOR =
      ADDRESS
          .label("Adresse mail professionnelle")
          .help(
              "Une adresse de l’État, par exemple prenom.nom@exemple.gouv.fr. Tous nos mails y"
                  + " seront envoyés.");
  static final Field<Kind.Line> PHONE =
      Field.of("telephone", Kind.Line.ofCode(20, "tel"), "Téléphone")
          .help(
              "Par exemple 06 12 34 56 78 ou +33 6 12 34 56 78. Lu par votre binôme et par l’équipe"
                  + " d’organisation, pour préparer la journée.")
          .shownToPartner()
          .personal();

  static final Field<Kind.Choice> ADMINISTRATION =
      Field.of("administration", new Kind.Choice(Choices.ADMINISTRATIONS, false), "Administration")
          .help(
              "Votre ministère. Dans un établissement public ou chez un opérateur de l’État"
                  + "\u00a0: le ministère dont il dépend.")
          .required("Choisissez votre administration.")
          .shownToPartner();
  static final Field<Kind.Choice> SERVICE_LEVEL =
      Field.of("echelon", new Kind.Choice(Choices.SERVICE_LEVELS, true), "Échelon")
          .required("Indiquez où se trouve votre service.")
          .shownToPartner();
  static final Field<Kind.Line> SERVICE =
      Field.of("service", new Kind.Line(150, "organization"), "Service")
          .help("Par exemple : direction du numérique, bureau des applications.")
          .required("Indiquez votre service.")
          .shownToPartner();
  static final Field<Kind.Choice> JOB =
      Field.of("metier", new Kind.Choice(Choices.JOBS, false), "Famille de métiers")
          .help("Celle qui se rapproche le plus de votre travail.")
          .required("Choisissez votre métier.")
          .shownToPartner();
  static final Field<Kind.Line> TITLE =
      Field.of("intitule", new Kind.Line(150, "organization-title"), "Intitulé de votre poste")
          .shownAs("Intitulé du poste")
          .help("Tel que vous le diriez à quelqu’un qui ne connaît pas l’administration.")
          .required("Indiquez l’intitulé de votre poste.")
          .shownToPartner();
  static final Field<Kind.Lines> PRESENTATION =
      Field.of("presentation", new Kind.Lines(1000, 5), "Ce que vous montrerez")
          .help(
              "Votre travail, vos projets, le déroulé de la journée. Transmis à la personne que"
                  + " vous accueillerez. 1 000 caractères au plus.")
          .shownToPartner();
  public static final Field<Kind.Whole> CAPACITY =
      Field.of(
              "capacite",
              new Kind.Whole(1, 3, 1, List.of("1 personne", "2 personnes", "3 personnes")),
              "Nombre de personnes que vous pouvez accueillir")
          .shownAs("Personnes accueillies")
          .help("Chaque personne forme un binôme avec vous.");

  static final Field<Kind.Line> SCHOOL =
      Field.of("etablissement", new Kind.Line(150, "organization"), "Établissement")
          .help("Par exemple : université de Rennes, lycée ou école.")
          .required("Indiquez votre établissement.")
          .shownToPartner();
  static final Field<Kind.Choice> STUDY_LEVEL =
      Field.of("niveau", new Kind.Choice(Choices.STUDY_LEVELS, false), "Niveau d’études")
          .help("L’année en cours.")
          .required("Choisissez votre niveau d’études.")
          .shownToPartner();
  static final Field<Kind.Ranking> JOBS =
      Field.of("metiers", new Kind.Ranking(Choices.JOBS, 3), "Les métiers qui vous intéressent")
          .shownAs("Métiers souhaités")
          .help("Un à trois métiers différents, du plus souhaité au moins souhaité.")
          .required("Choisissez au moins un métier.");
  static final Field<Kind.Box> ANY_JOB =
      Field.of("tout_metier", new Kind.Box(), "Un autre métier du numérique me convient aussi")
          .shownWithAnother();
  static final Field<Kind.Ranking> ADMINISTRATIONS =
      Field.of(
              "administrations",
              new Kind.Ranking(Choices.ADMINISTRATIONS, 3),
              "Les administrations qui vous intéressent")
          .shownAs("Administrations souhaitées")
          .help(
              "Jusqu’à trois administrations différentes, du plus souhaité au moins souhaité. Si"
                  + " vous n’en choisissez aucune, toutes vous conviennent.");
  static final Field<Kind.Whole> RADIUS =
      Field.of(
              "rayon_km",
              new Kind.Whole(5, Details.Wishes.WIDEST_RADIUS_KM, 50, List.of()),
              "Distance maximale, en kilomètres")
          .shownAs("Distance maximale")
          .help("De 5 à 200 km, à vol d’oiseau. 50 km si vous ne changez rien.");

  public static final Field<Kind.Line> POSTAL_CODE =
      Field.of("code_postal", Kind.Line.ofCode(20, "postal-code"), "Code postal")
          .shownAs("Lieu de départ")
          .help("Celui du lieu d’où vous partirez ce jour-là, en cinq chiffres. Par exemple 35000.")
          .required("Indiquez un code postal.");
  public static final Field<Kind.Line> POSTAL_CODE_OF_AMBASSADOR =
      POSTAL_CODE
          .shownAs("Lieu")
          .help("Celui du lieu où vous accueillerez, en cinq chiffres. Par exemple 35000.");
  public static final Field<Kind.Line> COMMUNE =
      Field.of("commune", new Kind.Line(100, "address-level2"), "Commune")
          .shownWithAnother()
          .help("Ce code postal est celui de plusieurs communes : indiquez la vôtre.")
          .needed(Need.SOMETIMES, "Choisissez votre commune : ");

  static final Field<Kind.Days> DAYS =
      Field.of("dates", new Kind.Days(), "Les jours où vous êtes disponible")
          .shownAs("Jours possibles")
          .help(
              "Cochez tous les jours possibles, un au moins : plus vous en cochez, plus il est"
                  + " facile de former un binôme.")
          .required("Choisissez au moins une date.");

  /** Needs may tell of somebody's health, so the person consents to their use apart. */
  private static final String CONSENTING =
      "En remplissant ce champ, vous consentez explicitement à ce que ces données, parfois de"
          + " santé, soient lues %s, pour bien vous accueillir. Videz-le pour retirer ce"
          + " consentement.";

  static final String NEEDS_CONSENT =
      CONSENTING.formatted("par l’équipe d’organisation et par votre binôme");
  private static final String NEEDS_HELP =
      "Par exemple : fauteuil roulant, langue des signes. 1 000 caractères au plus. ";
  static final Field<Kind.Lines> NEEDS =
      Field.of("besoins", new Kind.Lines(1000, 4), "Besoins particuliers")
          .help(NEEDS_HELP + NEEDS_CONSENT)
          .shownToPartner();
  static final Field<Kind.Lines> NEEDS_OF_AMBASSADOR =
      Field.of("besoins", NEEDS.kind(), NEEDS.label())
          .help(NEEDS_HELP + CONSENTING.formatted("seulement par l’équipe d’organisation"));
  static final Field<Kind.Box> CONSENT =
      Field.of(
              "consentement",
              new Kind.Box(),
              "J’accepte que mes réponses servent à organiser la journée et que mes coordonnées"
                  + " soient transmises à mon binôme.")
          .help("Données personnelles\u00a0: ce que nous en faisons")
          .required("Acceptez l’utilisation de vos données pour pouvoir vous inscrire.");

  /** Shown on the person's own page beside the fields. */
  public static final Field<Kind.Action> ACTION =
      Field.of(
          "action",
          new Kind.Action("modifier", "nouveau-lien", "changer-courriel", "retirer", "supprimer"),
          "");

  private static final List<Section> OF_AMBASSADORS =
      List.of(
          new Section("Vous", List.of(FIRST_NAME, LAST_NAME, ADDRESS_OF_AMBASSADOR, PHONE)),
          new Section(
              "Votre métier",
              List.of(ADMINISTRATION, SERVICE_LEVEL, SERVICE, JOB, TITLE, PRESENTATION, CAPACITY)),
          new Section("Votre lieu de travail", List.of(POSTAL_CODE_OF_AMBASSADOR, COMMUNE)),
          new Section("Vos jours possibles", List.of(DAYS)),
          new Section("Pour bien vous accueillir", List.of(NEEDS_OF_AMBASSADOR)),
          new Section("Vos données", List.of(CONSENT)));

  private static final List<Section> OF_STUDENTS =
      List.of(
          new Section("Vous", List.of(FIRST_NAME, LAST_NAME, ADDRESS, PHONE)),
          new Section("Vos études", List.of(SCHOOL, STUDY_LEVEL)),
          new Section("Votre lieu de départ", List.of(POSTAL_CODE, COMMUNE, RADIUS)),
          new Section("Vos vœux", List.of(JOBS, ANY_JOB, ADMINISTRATIONS)),
          new Section("Vos jours possibles", List.of(DAYS)),
          new Section("Pour bien vous accueillir", List.of(NEEDS)),
          new Section("Vos données", List.of(CONSENT)));

  private RegistrationFields() {}

  /** The fields in the groups of the form. */
  public static List<Section> sections(Role role) {
    return role == Role.AMBASSADEUR ? OF_AMBASSADORS : OF_STUDENTS;
  }

  /** All fields, in the order of the form. */
  public static List<? extends Field<?>> of(Role role) {
    return sections(role).stream().flatMap(section -> section.fields().stream()).toList();
  }

  /** Whether the field can no longer be changed after registering. */
  public static boolean isFixed(Field<?> field) {
    return field.equals(CONSENT) || field.name().equals(ADDRESS.name());
  }
}
