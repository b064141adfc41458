package fr.vismonjob.function;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.delivery.Post;
import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.form.Labelled;
import fr.vismonjob.json.Json;
import fr.vismonjob.pairing.Withdrawing;
import fr.vismonjob.registration.Details;
import fr.vismonjob.registration.RegistrationBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The report's figures are those of the tables: an edition is lived through, then everything is
 * counted once more from the raw rows, by no code of the report's.
 */
final class ReportRecountTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();
  @RegisterExtension final SesServer ses = new SesServer();

  private static final Map<String, String> REGIONS =
      Map.of("75", "Île-de-France", "69", "Auvergne-Rhône-Alpes", "35", "Bretagne");
  private static final List<String> SCHOOLS = List.of("Epita", "Enssat", "Lycée Zola", "Insa");
  private static final List<Labelled> JOBS =
      List.of(
          new Labelled("developpement", "Développement"),
          new Labelled("donnees", "Données et intelligence artificielle"),
          new Labelled("securite", "Cybersécurité"));

  private final Random random = new Random(7);
  private Instant now = Post.NOW;
  private final LocalWorkflows workflows;

  ReportRecountTest() {
    workflows = new LocalWorkflows(TABLES, TABLES.client(), ses.client(), () -> now);
  }

  @BeforeEach
  void people_register() {
    Post post =
        Post.of(TABLES, ses.client())
            .edition(EditionBuilder.edition().organisers("a@example.gouv.fr"));
    for (int i = 0; i < 24; i++) {
      RegistrationBuilder host = ambassador("Hôte" + i).capacity(1 + random.nextInt(2));
      Labelled job = JOBS.get(random.nextInt(3));
      post.registered(somewhere(host.job(job.code(), job.label())));
    }
    for (int i = 0; i < 40; i++) {
      List<Labelled> wishes = new ArrayList<>(JOBS);
      java.util.Collections.shuffle(wishes, random);
      post.registered(
          somewhere(
              student("Élève" + i)
                  .details(
                      new Details.Wishes(
                          SCHOOLS.get(i < 3 ? 3 : random.nextInt(3)),
                          new Labelled("bac+3", "Bac +3"),
                          wishes.subList(0, 1 + random.nextInt(3)),
                          false,
                          List.of(),
                          50))));
    }
  }

  private RegistrationBuilder somewhere(RegistrationBuilder person) {
    return switch (random.nextInt(3)) {
      case 0 -> person.place("Paris", "75", "Paris", 48.8567, 2.3122);
      case 1 -> person.place("Lyon", "69", "Rhône", 45.76, 4.84);
      default -> person.place("Rennes", "35", "Ille-et-Vilaine", 48.11, -1.68);
    };
  }

  private static String text(Map<String, AttributeValue> row, String name) {
    return row.getOrDefault(name, AttributeValue.fromS("")).s();
  }

  private static AttributeValue value(Map<String, AttributeValue> row, String name) {
    return Objects.requireNonNull(row.get(name), name);
  }

  private static List<Map<String, AttributeValue>> rows(
      String table, Predicate<Map<String, AttributeValue>> which) {
    return TABLES.items(table).stream().filter(which).toList();
  }

  private static long count(String table, Predicate<Map<String, AttributeValue>> which) {
    return rows(table, which).size();
  }

  private static boolean isConfirmed(Map<String, AttributeValue> person) {
    return List.of("CONFIRMEE", "APPARIEE").contains(text(person, "statut"));
  }

  private static Predicate<Map<String, AttributeValue>> after(String attribute, Instant moment) {
    return row ->
        !text(row, attribute).isEmpty() && Instant.parse(text(row, attribute)).isAfter(moment);
  }

  /** The files of the report that somebody asks for. */
  private String report() throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    workflows
        .function("ReportFunction")
        .handleRequest(
            new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)),
            answer,
            new TestContext(600_000));
    return String.valueOf(Json.readObject(answer.toByteArray()).get("rapport"));
  }

  private static String told(Document page, String label) {
    return page.select("dt:contains(" + label + ") + dd").text().replace('\u00a0', ' ');
  }

  private Document page(String key) {
    return Jsoup.parse(workflows.file(key));
  }

  /** The rows of a table beside a page, without its titles. */
  private List<List<String>> csv(String key, String file) {
    return workflows
        .file(key.replace("rapport.html", file))
        .lines()
        .skip(1)
        .map(line -> Arrays.asList(line.split(";", -1)))
        .toList();
  }

  private static String share(String role) {
    long all =
        count("Registrations", person -> isConfirmed(person) && text(person, "role").equals(role));
    long paired =
        count(
            "Registrations",
            person ->
                text(person, "statut").equals("APPARIEE") && text(person, "role").equals(role));
    return paired + " sur " + all + " (" + Math.round(100.0 * paired / all) + " %)";
  }

  @Test
  void a_run_that_was_started_again_tells_of_all_pairs_of_that_day() {
    workflows.matching("2026-11-10");
    long made = count("Pairs", _ -> true);
    assertTrue(made > 10, made + " pairs");
    // As if the first had failed before its report.
    workflows.files().keySet().removeIf(key -> key.startsWith("rapports/"));
    now = now.plusSeconds(3600);
    workflows.matching("2026-11-10");
    now = now.plusSeconds(3600);
    workflows.matching("2026-11-10");
    Document page = Jsoup.parse(workflows.filesCalled("rapport.html").getFirst());
    assertEquals(Long.toString(made), told(page, "Binômes formés depuis"));
  }

  @Test
  void everything_is_as_the_tables_have_it() throws IOException {
    workflows.matching("2026-11-10");
    Instant last = now;
    now = now.plusSeconds(3600);
    rows("Registrations", person -> text(person, "statut").equals("APPARIEE")).stream()
        .limit(4)
        .forEach(
            person ->
                new Withdrawing(TABLES.tables(() -> now)).withdraw(text(person, "inscription")));
    now = Instant.parse("2026-11-11T06:00:00Z");
    workflows.matching("2026-11-11");
    // The days pass, and people say what they think.
    now = Instant.parse("2026-11-26T06:00:00Z");
    rows("Pairs", pair -> text(pair, "statut").equals("FORME")).forEach(this::answered);

    Document dayAfter = page("rapports/" + newest("2026-11-11") + "/rapport.html");
    assertEquals(
        Long.toString(count("Pairs", after("forme_le", last))),
        told(dayAfter, "Binômes formés depuis"));
    assertEquals(
        Long.toString(count("Pairs", after("annule_le", last))),
        told(dayAfter, "Binômes annulés depuis"));
    assertEquals("4", told(dayAfter, "Inscriptions retirées depuis"));
    assertEquals(4, count("Registrations", after("retiree_le", last)));

    String key = report();
    assertEquals(share("ETUDIANT"), told(page(key), "Étudiants et étudiantes qui ont un binôme"));
    assertEquals(
        share("AMBASSADEUR"), told(page(key), "Ambassadeurs et ambassadrices qui ont un binôme"));
    for (List<String> row : csv(key, "regions.csv")) {
      assertEquals(
          count(
              "Registrations",
              person ->
                  isConfirmed(person)
                      && text(person, "role").equals("ETUDIANT")
                      && row.getFirst().equals(REGIONS.get(text(person, "departement_code")))),
          Long.parseLong(row.get(3)),
          row.getFirst());
    }
    equity(csv(key, "equite.csv"));
    opinions(csv(key, "avis.csv"));
    assertEquals(
        TABLES.items("Pairs").stream()
            .map(pair -> text(pair, "binome"))
            .collect(Collectors.toSet()),
        csv(key, "binomes.csv").stream().map(List::getLast).collect(Collectors.toSet()));
    assertFalse(workflows.file(key).contains("@example"), "the page names nobody");
    forEverybody();
  }

  private static void forEverybody() {
    Map<String, AttributeValue> told = value(TABLES.items("Editions").getFirst(), "chiffres").m();
    for (Map.Entry<String, String> role :
        Map.of("ambassadeurs", "AMBASSADEUR", "etudiants", "ETUDIANT").entrySet()) {
      long confirmed =
          count("Registrations", p -> isConfirmed(p) && text(p, "role").equals(role.getValue()));
      assertEquals(Long.toString(confirmed), value(told, role.getKey()).n(), role.getKey());
    }
    assertEquals(Long.toString(count("Pairs", _ -> true)), value(told, "binomes").n());
    long held = count("Pairs", pair -> text(pair, "statut").equals("REALISE"));
    assertEquals(Long.toString(held), value(told, "journees").n());
    assertEquals(
        livePairs().stream()
            .filter(pair -> pair.containsKey("avis_etudiant"))
            .flatMap(pair -> Stream.ofNullable(value(pair, "avis_etudiant").m().get("note")))
            .mapToDouble(mark -> Double.parseDouble(mark.n()))
            .average()
            .orElseThrow(),
        Double.parseDouble(value(told, "note").n()),
        0.0051);
  }

  private String newest(String day) {
    return workflows.files().keySet().stream()
        .filter(file -> file.startsWith("rapports/2026/" + day) && file.endsWith("/rapport.html"))
        .map(file -> file.replaceFirst("rapports/", "").replaceFirst("/rapport.html", ""))
        .findFirst()
        .orElseThrow();
  }

  private void answered(Map<String, AttributeValue> pair) {
    Map<String, AttributeValue> changed = new HashMap<>(pair);
    boolean held = random.nextInt(5) > 0;
    changed.put("statut", AttributeValue.fromS(held ? "REALISE" : "NON_REALISE"));
    changed.put(
        "avis_etudiant",
        AttributeValue.fromM(
            held
                ? Map.of(
                    "a_eu_lieu", AttributeValue.fromS("oui"),
                    "note", AttributeValue.fromN("" + (1 + random.nextInt(5))))
                : Map.of(
                    "a_eu_lieu", AttributeValue.fromS("non"),
                    "absent", AttributeValue.fromS("ambassadeur"))));
    TABLES.put("Pairs", changed);
  }

  private static List<Map<String, AttributeValue>> livePairs() {
    return rows("Pairs", pair -> !text(pair, "statut").equals("ANNULE"));
  }

  private static Map<String, AttributeValue> studentOf(Map<String, AttributeValue> pair) {
    return rows(
            "Registrations",
            person -> text(person, "inscription").equals(text(pair, "etudiant_inscription")))
        .getFirst();
  }

  private static void equity(List<List<String>> told) {
    List<List<String>> schools =
        told.stream().filter(row -> row.getFirst().equals("Établissement")).toList();
    Predicate<Map<String, AttributeValue>> students =
        person -> isConfirmed(person) && text(person, "role").equals("ETUDIANT");
    assertEquals(
        count("Registrations", students),
        schools.stream().mapToLong(row -> Long.parseLong(row.get(2))).sum(),
        "those of groups and of « autres » are all");
    assertTrue(schools.stream().noneMatch(row -> row.get(1).equals("Insa")), "they are three");
    for (List<String> row : schools) {
      assertTrue(Long.parseLong(row.get(2)) >= 5, row::toString);
      if (row.get(1).equals("autres")) {
        continue;
      }
      Predicate<Map<String, AttributeValue>> here =
          person -> students.test(person) && text(person, "etablissement").equals(row.get(1));
      assertEquals(count("Registrations", here), Long.parseLong(row.get(2)), row::toString);
      assertEquals(
          count("Registrations", here.and(person -> text(person, "statut").equals("APPARIEE"))),
          Long.parseLong(row.get(3)),
          row::toString);
      List<Map<String, AttributeValue>> pairs =
          livePairs().stream().filter(pair -> here.test(studentOf(pair))).toList();
      if (pairs.size() >= 5) {
        long first =
            pairs.stream()
                .filter(
                    pair ->
                        value(studentOf(pair), "metiers")
                            .l()
                            .getFirst()
                            .s()
                            .equals(text(pair, "metier")))
                .count();
        assertEquals(Math.round(100.0 * first / pairs.size()) + "\u00a0%", row.get(5));
        double km =
            pairs.stream()
                    .mapToDouble(pair -> Double.parseDouble(value(pair, "distance_km").n()))
                    .sum()
                / pairs.size();
        assertEquals(km, Double.parseDouble(row.get(8).replace(',', '.')), 0.051);
      }
    }
  }

  private static void opinions(List<List<String>> told) {
    Map<String, List<String>> rows =
        told.stream().collect(Collectors.toMap(List::getFirst, row -> row.subList(1, 4)));
    List<Map<String, AttributeValue>> answers =
        livePairs().stream()
            .filter(pair -> pair.containsKey("avis_etudiant"))
            .map(pair -> value(pair, "avis_etudiant").m())
            .toList();
    String asked = Integer.toString(livePairs().size());
    assertEquals(List.of(asked, asked, asked), rows.get("Personnes interrogées, journées passées"));
    String answered = Integer.toString(answers.size());
    assertEquals(List.of("0", answered, answered), rows.get("Réponses"));
    String held =
        Long.toString(answers.stream().filter(a -> text(a, "a_eu_lieu").equals("oui")).count());
    assertEquals(List.of("0", held, held), rows.get("La journée a eu lieu"));
    double mean =
        answers.stream()
            .flatMap(answer -> Stream.ofNullable(answer.get("note")))
            .mapToDouble(mark -> Double.parseDouble(mark.n()))
            .average()
            .orElseThrow();
    List<String> means = rows.getOrDefault("Note moyenne, sur 5", List.of());
    assertEquals("–", means.getFirst());
    assertEquals(mean, Double.parseDouble(means.getLast().replace(',', '.')), 0.051);
  }
}
