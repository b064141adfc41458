package fr.vismonjob;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "fr.vismonjob", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {
  private static final String[] ROOMS = {
    "fr.vismonjob.edition..",
    "fr.vismonjob.registration..",
    "fr.vismonjob.coaching..",
    "fr.vismonjob.pairing..",
    "fr.vismonjob.mail..",
    "fr.vismonjob.subscription..",
    "fr.vismonjob.identity..",
    "fr.vismonjob.campaign..",
    "fr.vismonjob.certificate..",
    "fr.vismonjob.report.."
  };

  /** What a form is knows nothing of what it asks, of how it came or of who shows it. */
  @ArchTest
  static final ArchRule forms_stand_below_all_rooms =
      noClasses()
          .that()
          .resideInAPackage("fr.vismonjob.form..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("fr.vismonjob.form..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule in_the_rooms_only_tables_and_items_know_aws =
      noClasses()
          .that()
          .resideInAnyPackage(ROOMS)
          .and()
          .haveNameNotMatching(".*(Table|Item|Recorder)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon..", "com.amazonaws..");

  @ArchTest
  static final ArchRule the_rooms_know_no_json =
      noClasses()
          .that()
          .resideInAnyPackage(ROOMS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml..", "fr.vismonjob.json..");

  @ArchTest
  static final ArchRule the_rooms_know_nothing_above_them =
      noClasses()
          .that()
          .resideInAnyPackage(ROOMS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "fr.vismonjob.web..",
              "fr.vismonjob.page..",
              "fr.vismonjob.site..",
              "fr.vismonjob.delivery..",
              "fr.vismonjob.workflow..",
              "fr.vismonjob.function..");

  @ArchTest
  static final ArchRule only_what_is_read_knows_templates =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "fr.vismonjob.page..",
              "fr.vismonjob.delivery..",
              "fr.vismonjob.report..",
              "fr.vismonjob.templates..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("fr.vismonjob.templates..");

  @ArchTest
  static final ArchRule pages_know_no_aws =
      noClasses()
          .that()
          .resideInAnyPackage("fr.vismonjob.page..", "fr.vismonjob.site..", "fr.vismonjob.web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon..", "com.amazonaws..");

  @ArchTest
  static final ArchRule matching_stands_alone =
      noClasses()
          .that()
          .resideInAPackage("fr.vismonjob.matching..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("fr.vismonjob.matching..", "java..", "org.jspecify..");

  /** Only a request for a certificate is to load what writes PDF. */
  @ArchTest
  static final ArchRule only_certificates_are_written_as_pdf =
      noClasses()
          .that()
          .resideOutsideOfPackage("fr.vismonjob.certificate..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox..");

  /** Generated templates and the models that they show know each other by their nature. */
  @ArchTest
  static final ArchRule no_cycles =
      slices()
          .matching("fr.vismonjob.(*)..")
          .should()
          .beFreeOfCycles()
          .ignoreDependency(
              JavaClass.Predicates.resideInAPackage("fr.vismonjob.templates.."),
              DescribedPredicate.alwaysTrue());

  @ArchTest
  static final ArchRule lambda_entries_live_in_one_package =
      classes()
          .that()
          .implement(RequestStreamHandler.class)
          .should()
          .resideInAPackage("fr.vismonjob.function")
          .andShould()
          .haveSimpleNameEndingWith("Function");
}
