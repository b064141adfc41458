package fr.vismonjob.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.TemplateFile;
import fr.vismonjob.edition.Due;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.mail.Allowance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The public page on personal data, the runbook and what really happens say the same. */
final class RetentionTest {
  private static final Map<String, Object> RESOURCES =
      TemplateFile.mapAt(TemplateFile.template(), "Resources");
  private static final Edition EDITION = EditionBuilder.edition().build();
  private static final Instant NOW = Instant.parse("2026-11-10T06:00:00Z");

  private static String page() {
    String html =
        new Pages(new Site("", Assets.fromClassPath()))
            .personalData(EDITION, Publisher.of(Map.of()));
    return Jsoup.parse(html).select("main").text().replace('\u00a0', ' ');
  }

  /** What the page and a row of the runbook's table say about the same store. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Inscription jamais confirmée : 30 jours                                   | `Registrations`       | 30 days
          Fichiers du calcul des binômes (codes, communes et vœux, sans nom ni adresse) : 30 jours | bucket, `passages/` | 30 days
          Journaux techniques (codes, jamais ce que vous écrivez) : 30 jours        | log of the functions  | 30 days
          le journal des accès garde 30 jours l’adresse IP                          | access log            | 30 days
          Déroulement des traitements (codes et nombres) : 90 jours                 | executions of workflows | 90 days
          avec l’adresse) : 14 jours                                                | queues                | 14 days
          que 3 mails par heure) : 1 heure                                          | `MailAllowances`      | an hour
          au plus tard jusqu’au lendemain de la journée                             | `Pairs`, `relais_courriel` | until the morning after the day
          Sauvegardes, clé comprise : 35 jours                                                   | point-in-time recovery | 35 days
          téléphones, service) : jusqu’au rapport suivant                           | bucket, `binomes.csv` | until the next report
          donné en cochant une case) : 2 ans au plus                                | `Subscriptions`       | two years at most
          Rapports (nombres, sans nom) : 3 ans                                      | bucket, `rapports/`   | 3 years
          """)
  void page_and_runbook_say_the_same(String promise, String store, String kept) throws IOException {
    assertTrue(page().contains(promise), page());
    assertTrue(
        Files.readString(Path.of("..", "docs", "runbook-data.md"))
            .lines()
            .anyMatch(line -> line.startsWith("| " + store) && line.contains(kept)),
        store);
  }

  @Test
  void the_edition_s_own_retention_is_named() {
    assertTrue(page().contains(EDITION.retentionDays() + " jours après l’événement"));
  }

  @Test
  void unconfirmed_registrations_go_after_30_days() {
    assertEquals("2026-12-10", Due.forgottenOn(NOW).toString());
  }

  @Test
  void an_address_gets_3_mails_an_hour_and_is_counted_no_longer() {
    Allowance three = new Allowance("", List.of()).withOne(NOW).withOne(NOW);
    assertTrue(three.allowsOne(NOW));
    assertFalse(three.withOne(NOW).allowsOne(NOW.plusSeconds(3599)));
    assertTrue(three.withOne(NOW).allowsOne(NOW.plusSeconds(3600)));
  }

  @Test
  void files_logs_queues_and_recovery_are_configured_so() {
    assertEquals(
        Map.of("passages/", 30, "rapports/", 3 * 365),
        TemplateFile.mapsAt(
                RESOURCES, "ReportBucket", "Properties", "LifecycleConfiguration", "Rules")
            .stream()
            .collect(
                Collectors.toMap(
                    rule -> rule.get("Prefix"), rule -> rule.get("ExpirationInDays"))));
    assertEquals(Set.of(30), values("AWS::Logs::LogGroup", "RetentionInDays"));
    assertEquals(Set.of(14 * 24 * 3600), values("AWS::SQS::Queue", "MessageRetentionPeriod"));
    assertEquals(
        Set.of(Map.of("PointInTimeRecoveryEnabled", true)),
        values("AWS::DynamoDB::Table", "PointInTimeRecoverySpecification"));
  }

  /** The values of a property that every resource of a type has. */
  private static Set<Object> values(String type, String property) {
    return RESOURCES.keySet().stream()
        .filter(name -> TemplateFile.at(RESOURCES, name, "Type").equals(type))
        .map(name -> TemplateFile.at(RESOURCES, name, "Properties", property))
        .collect(Collectors.toSet());
  }
}
