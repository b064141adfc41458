package fr.vismonjob;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.mail.MailStatus;
import fr.vismonjob.matching.PairIds;
import fr.vismonjob.pairing.ActingOnMarks;
import fr.vismonjob.pairing.Imposing;
import fr.vismonjob.pairing.PairBuilder;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/** What the organisers' guide and the runbook tell people to type does what they say. */
final class GuideTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  /** Bold words, the rest of the paragraph, and the statement after it. */
  private static final Pattern STATEMENT =
      Pattern.compile("\\*\\*([^*]+)\\*\\*(?:(?!\\*\\*|```).)*?```sql\\n(.*?)```", Pattern.DOTALL);

  private static final Pattern ON_INDEX = Pattern.compile("\"(\\w+)\"\\.\"([a-z-]+)\"");

  private static final Registration ADA =
      ambassador("Ada").capacity(3).pairedWith("p1", "Zoe Martin").build();
  private static final Registration ZOE = student("Zoe").pairedWith("p1", "Ada Martin").build();
  private static final Registration YAN = student("Yan").build();
  private static final Registration XAM = student("Xam").build();

  /** What each question of the guide finds, by the first thing that it shows. */
  private static final Map<String, Set<String>> ANSWERS = answers();

  private static Map<String, Set<String>> answers() {
    Map<String, Set<String>> answers = new HashMap<>();
    answers.put("Qui attend un binôme ?", Set.of("Bob", "Xam"));
    answers.put("Qui a un binôme ?", Set.of("Ada", "Zoe", "Yan"));
    answers.put("Qui n’a pas encore confirmé ?", Set.of("Wil"));
    answers.put("Qui s’est retiré ?", Set.of("Vic"));
    answers.put("Qui est dans ce département ?", Set.of("Ada", "Zoe", "Yan", "Xam", "Wil", "Vic"));
    answers.put("Quels ambassadeurs exercent ce métier ?", Set.of("Bob"));
    answers.put("Quels binômes ont leur date ?", Set.of("p1"));
    answers.put("Quels binômes attendent votre accord ?", Set.of("p7"));
    answers.put("Lire les propositions", Set.of("Bob Martin"));
    answers.put("Savoir quel passage attend votre accord", Set.of("2026"));
    answers.put("Quels binômes cherchent encore une date ?", Set.of("p2"));
    answers.put("Quelles journées ont eu lieu ?", Set.of("p3"));
    answers.put("Quelles journées n’ont pas eu lieu ?", Set.of("p4"));
    answers.put("Sur quelles journées les deux se contredisent-ils ?", Set.of("p5"));
    answers.put("Quels binômes ont été annulés ?", Set.of("p6"));
    Set<String> pairs = Set.of("p1", "p2", "p3", "p4", "p5", "p6", "p7");
    answers.put("Quels binômes montrent ce métier ?", pairs);
    answers.put("Quels binômes se retrouvent dans cette administration ?", pairs);
    answers.put("Quels mails ne sont pas partis ?", Set.of("m1", "m2"));
    answers.put("Quels mails sont revenus ?", Set.of("m3"));

    answers.put("Qui est avec qui, et pourquoi ?", Set.of("Ada Martin"));
    answers.put("Qui n’a personne, et pourquoi ?", Set.of("Bob", "Xam"));
    answers.put("Qui est avec qui dans un ministère ?", Set.of("Ada Martin", "Bob Martin"));
    answers.put("Appeler les étudiantes et étudiants sans binôme", Set.of("Xam"));
    answers.put("Trouver quelqu’un", Set.of("Ada", "Bob", "Zoe", "Yan", "Xam", "Wil", "Vic"));
    answers.put("Trouver quelqu’un par son adresse", Set.of("Zoe"));
    answers.put("Les binômes d’un étudiant", Set.of("Ada Martin"));
    answers.put("Les mails d’une personne", Set.of("binome", "rappel-j7"));
    answers.put("Les personnes dont un mail est revenu", Set.of("Bob"));
    answers.put("Leurs binômes", Set.of("Bob Martin"));
    answers.put("Les binômes dont la date n’est pas convenue", Set.of("Ada Martin"));
    answers.put("Les journées sur lesquelles les deux se contredisent", Set.of("Bob Martin"));
    answers.put("Qui est ainsi bloqué ?", Set.of("Xam"));
    answers.put("Quels binômes sont imposés, et lesquels sont refusés ?", Set.of("Xam"));
    answers.put("Quels relais attendent une réponse ?", Set.of("Ada Martin"));
    answers.put("Quels binômes sont marqués ?", Set.of("Bob Martin"));
    answers.put("Quelles marques attendent ou sont refusées ?", Set.of("Xam"));
    answers.put("All mails with one cause", Set.of("m1"));
    return answers;
  }

  @BeforeEach
  void an_edition() {
    TABLES.put("Editions", EditionBuilder.edition().item());
    RegistrationBuilder bob =
        ambassador("Bob")
            .job("securite", "Sécurité")
            .place("Lyon", "Rhône", 45.76, 4.84)
            .unreachable("l’adresse n’existe pas");
    put(ambassador("Ada").capacity(3).pairedWith("p1", "Zoe Martin"));
    put(student("Zoe").pairedWith("p1", "Ada Martin"));
    put(student("Yan").pairedWith("p2", "Ada Martin"));
    Map<String, AttributeValue> xam =
        new HashMap<>(
            student("Xam")
                .unpaired("personne à proposer dans le rayon")
                .neverWith("Bob")
                .imposed("Ada")
                .item());
    xam.put("a_renvoyer", AttributeValue.fromS("oui"));
    TABLES.put("Registrations", xam);
    put(bob);
    put(student("Wil").status(Status.A_CONFIRMER));
    put(student("Vic").status(Status.RETIREE));
    Map<String, AttributeValue> asking = new HashMap<>(PairBuilder.pair("p1", ADA, ZOE).item());
    asking.put("relais_courriel", AttributeValue.fromS("lou@example.gouv.fr"));
    TABLES.put("Pairs", asking);
    put(PairBuilder.pair("p2", ADA, YAN).proposal(Role.ETUDIANT, "2026-11-26"));
    put(PairBuilder.pair("p3", ADA, XAM).status(PairStatus.REALISE));
    put(PairBuilder.pair("p4", ADA, XAM).status(PairStatus.NON_REALISE));
    put(PairBuilder.pair("p5", bob.build(), XAM).status(PairStatus.A_VERIFIER));
    Map<String, AttributeValue> marked =
        new HashMap<>(PairBuilder.pair("p6", bob.build(), YAN).status(PairStatus.ANNULE).item());
    marked.put("a_annuler", AttributeValue.fromBool(true));
    TABLES.put("Pairs", marked);
    put(PairBuilder.pair("p7", bob.build(), XAM).proposed());
    mail("m1", "confirmee", "ECHEC", "refusé par SES : MessageRejected (adresse)");
    mail("m2", "lien", "ECHEC", "issue inconnue");
    mail("m3", "binome", "REJETE", "l’adresse n’existe pas");
    mail("m4", "binome", "ENVOYE", "", ZOE.id());
    mail("m5", "rappel-j7", "SANS_OBJET", "le binôme n’a plus lieu", ZOE.id());
  }

  private static void put(RegistrationBuilder person) {
    TABLES.put("Registrations", person.item());
  }

  private static void put(PairBuilder pair) {
    TABLES.put("Pairs", pair.item());
  }

  private static void mail(String key, String kind, String status, String reason) {
    mail(key, kind, status, reason, XAM.id());
  }

  private static void mail(
      String key, String kind, String status, String reason, String registration) {
    TABLES.put(
        "Mails",
        Item.empty()
            .put("envoi", key)
            .put("modele", kind)
            .put("inscription", registration)
            .put("depart", "IMMEDIAT")
            .put("statut", status)
            .put("cree_le", "2026-11-10T06:00:00Z")
            .put("pris_le", "2026-11-10T06:00:01Z")
            .put("numero", "1")
            .put("motif", reason)
            .attributes());
  }

  private static String read(String file) throws IOException {
    return Files.readString(Path.of("../docs", file));
  }

  /** The statements of both documents by the bold words before each. */
  private static Map<String, String> statements() throws IOException {
    Map<String, String> statements = new LinkedHashMap<>();
    for (String file : List.of("guide-organisateurs.md", "runbook.md")) {
      Matcher matcher = STATEMENT.matcher(read(file));
      while (matcher.find()) {
        statements.put(
            matcher.group(1), matcher.group(2).strip().replaceAll("\"…(\\w+)…\"", "\"$1\""));
      }
      long blocks = Pattern.compile("```sql").matcher(read(file)).results().count();
      assertEquals(blocks, statements.values().stream().filter(s -> isOf(file, s)).count(), file);
    }
    return statements;
  }

  private static boolean isOf(String file, String statement) {
    try {
      return read(file).replaceAll("\"…(\\w+)…\"", "\"$1\"").contains(statement);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<Map<String, AttributeValue>> run(String statement) {
    String filled =
        statement
            .replace("CLÉ DE L’ÉTUDIANT", ZOE.id())
            .replace("CLÉ DE L’AMBASSADEUR", ADA.id())
            .replace("CLÉ DU BINÔME", "p1")
            .replace("CLÉ DU MAIL", "m1")
            .replace("NOM DU PASSAGE", "2026/2026-11-10/1-3f9a1c");
    return TABLES.client().executeStatement(execute -> execute.statement(filled)).items();
  }

  private static void carryOut(String task) throws IOException {
    String statement = statements().get(task);
    assertTrue(statement != null, task);
    run(java.util.Objects.requireNonNull(statement));
  }

  @Test
  void each_question_in_sql_finds_what_it_asks_for() throws IOException {
    for (Map.Entry<String, String> statement : statements().entrySet()) {
      if (statement.getValue().startsWith("SELECT")) {
        String shown = statement.getValue().split("[ ,]+", 3)[1];
        assertEquals(
            ANSWERS.get(statement.getKey()),
            run(statement.getValue()).stream()
                .map(item -> Item.of(item).required(shown))
                .collect(Collectors.toSet()),
            statement.getKey());
      }
    }
  }

  /** An index answers only with what it holds; some hold a list of attributes. */
  @Test
  void a_question_asks_an_index_for_nothing_that_the_index_lacks() throws IOException {
    int asked = 0;
    for (Map.Entry<String, String> statement : statements().entrySet()) {
      Matcher index = ON_INDEX.matcher(statement.getValue());
      if (index.find()) {
        Set<String> lacking = names(statement.getValue().replace(index.group(), ""));
        Set<String> held = held(index.group(1), index.group(2));
        lacking.removeAll(held);
        assertTrue(held.contains("*") || lacking.isEmpty(), statement.getKey() + ": " + lacking);
        asked++;
      }
    }
    assertTrue(asked > 5, "questions on an index");
  }

  /** The attributes that a statement names. */
  private static Set<String> names(String statement) {
    Set<String> names = new TreeSet<>();
    Matcher name = Pattern.compile("[a-z_]+").matcher(statement.replaceAll("'[^']*'", ""));
    while (name.find()) {
      names.add(name.group());
    }
    names.remove("contains");
    return names;
  }

  /** The attributes that an index holds; a star if it holds all. */
  private static Set<String> held(String table, String name) {
    var description = TABLES.client().describeTable(d -> d.tableName(table)).table();
    var index =
        description.globalSecondaryIndexes().stream()
            .filter(each -> each.indexName().equals(name))
            .findFirst()
            .orElseThrow();
    Set<String> held = new TreeSet<>(index.projection().nonKeyAttributes());
    Stream.concat(index.keySchema().stream(), description.keySchema().stream())
        .forEach(key -> held.add(key.attributeName()));
    if (index.projection().projectionType() == ProjectionType.ALL) {
      held.add("*");
    }
    return held;
  }

  @Test
  void each_question_by_index_finds_what_it_asks_for() throws IOException {
    List<String[]> rows =
        read("guide-organisateurs.md")
            .lines()
            .filter(line -> line.startsWith("| Qu") || line.startsWith("| Sur "))
            .map(line -> line.replace("`", "").split("\\s*\\|\\s*"))
            .toList();
    assertTrue(rows.size() > 10);
    for (String[] row : rows) {
      assertEquals(ANSWERS.get(row[1]), found(row[2], row[3], row[4]), row[1]);
    }
  }

  private static Set<String> found(String table, String index, String value) {
    String key =
        TABLES
            .client()
            .describeTable(describe -> describe.tableName(table))
            .table()
            .globalSecondaryIndexes()
            .stream()
            .filter(each -> each.indexName().equals(index))
            .map(each -> each.keySchema().getFirst().attributeName())
            .findFirst()
            .orElseThrow();
    String shown =
        Map.of("Registrations", "prenom", "Pairs", "binome").getOrDefault(table, "envoi");
    return TABLES
        .client()
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .indexName(index)
                    .keyConditionExpression("#key = :value")
                    .expressionAttributeNames(Map.of("#key", key))
                    .expressionAttributeValues(Map.of(":value", AttributeValue.fromS(value))))
        .items()
        .stream()
        .map(item -> Item.of(item).required(shown))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void the_table_of_attributes_and_the_statement_make_the_same_edition() throws IOException {
    TABLES.empty();
    carryOut("Créer l’édition");
    Map<String, AttributeValue> written = TABLES.items("Editions").getFirst();
    assertEquals(typed(), written);
    Edition edition = TABLES.editions(InstantSource.system()).current();
    assertEquals(LocalDate.parse("2026-11-24"), edition.day());
    carryOut("Changer une date");
    assertEquals(
        LocalDate.parse("2026-11-18"),
        TABLES.editions(InstantSource.system()).current().lastMatching());
  }

  /** What an organiser types by the table of attributes. */
  private static Map<String, AttributeValue> typed() throws IOException {
    Map<String, AttributeValue> item = new HashMap<>();
    read("guide-organisateurs.md")
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.replace("`", "").split("\\s*\\|\\s*"))
        .forEach(
            row ->
                item.put(
                    row[1],
                    switch (row[2]) {
                      case "nombre" -> AttributeValue.fromN(row[3]);
                      case "liste" -> texts(row[3].split(", "));
                      default -> AttributeValue.fromS(row[3]);
                    }));
    return item;
  }

  private static AttributeValue texts(String... all) {
    return AttributeValue.fromL(Arrays.stream(all).map(AttributeValue::fromS).toList());
  }

  @Test
  void a_coaching_slot_can_be_booked_as_it_was_made() throws IOException {
    carryOut("Créer une séance de coaching");
    var slot = TABLES.coachingSlots().ofEdition("2026", LocalTables.ALL_READABLE).getFirst();
    assertEquals(10, slot.seatsLeft());
    assertEquals(List.of(), slot.attendees());
  }

  @Test
  void places_added_to_a_full_slot_are_open() throws IOException {
    carryOut("Créer une séance de coaching");
    List<String> ten = IntStream.range(0, 10).mapToObj(i -> "a" + i).toList();
    TABLES
        .update("CoachingSlots", "2026-10-20-10h")
        .set(Item.empty().put("inscrits", ten).put("places_restantes", 0))
        .apply();
    carryOut("Ajouter des places à une séance");
    var slot = TABLES.coachingSlots().ofEdition("2026", LocalTables.ALL_READABLE).getFirst();
    assertEquals(2, slot.seatsLeft());
  }

  @Test
  void after_the_call_mails_go_out_again() throws IOException {
    put(student("Zoe").unreachable("l’adresse n’existe pas"));
    carryOut("Après l’appel");
    Registration zoe = TABLES.registrations().find(ZOE.id()).orElseThrow();
    assertTrue(zoe.reachability().stopped().isEmpty() && zoe.reachability().toCall().isEmpty());
  }

  @Test
  void a_failed_mail_waits_to_be_sent_again_and_no_other_does() throws IOException {
    carryOut("Once the cause is corrected");
    Map<String, AttributeValue> mail =
        TABLES
            .client()
            .getItem(get -> get.tableName("Mails").key(Map.of("envoi", AttributeValue.fromS("m1"))))
            .item();
    assertEquals(MailStatus.A_ENVOYER.name(), Item.of(mail).required("statut"));
    assertFalse(mail.containsKey("motif") || mail.containsKey("pris_le"));
    Instant overdue = Instant.parse("2026-11-10T07:00:00Z");
    assertEquals(
        List.of("m1"), TABLES.mails().ledger().waiting(overdue, "a run"), "the daily run takes it");
    Mail claimed = TABLES.mails().claim("m1", overdue).orElseThrow();
    assertEquals(MailKind.CONFIRMED, claimed.kind());
  }

  @Test
  void whom_an_organiser_blocks_may_not_meet() throws IOException {
    carryOut("Bloquer un binôme");
    Registration ada = TABLES.registrations().find(ADA.id()).orElseThrow();
    assertFalse(ada.mayMeet(ZOE));
    assertFalse(ZOE.mayMeet(ada));
    assertTrue(ada.mayMeet(YAN));
  }

  @Test
  void an_ambassador_with_room_for_one_more_may_be_paired_again() throws IOException {
    put(ambassador("Ada").pairedWith("p1", "Zoe Martin"));
    assertFalse(TABLES.registrations().find(ADA.id()).orElseThrow().hasRoom());
    carryOut("Accueillir une personne de plus");
    assertTrue(TABLES.registrations().find(ADA.id()).orElseThrow().hasRoom());
  }

  @Test
  void every_link_within_the_guide_leads_to_a_heading() throws IOException {
    String guide = read("guide-organisateurs.md");
    Set<String> anchors =
        guide
            .lines()
            .filter(line -> line.startsWith("#"))
            .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
            .map(title -> title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
            .collect(Collectors.toSet());
    List<String> lost =
        Pattern.compile("\\]\\(#([^)]+)\\)")
            .matcher(guide)
            .results()
            .map(link -> link.group(1))
            .filter(link -> !anchors.contains(link))
            .toList();
    assertEquals(List.of(), lost);
  }

  @Test
  void administrations_and_jobs_are_listed_as_the_tables_write_them() throws IOException {
    String guide = read("guide-organisateurs.md");
    for (String list : List.of("administrations", "metiers")) {
      List<String> labels =
          Files.readAllLines(Path.of("src/main/resources/reference/" + list + ".tsv")).stream()
              .map(line -> "- " + line.replaceFirst("^[^\\t]*\\t", "").replaceFirst("\\t.*", ""))
              .toList();
      assertTrue(guide.contains(String.join("\n", labels) + "\n\n"), list);
    }
  }

  private static ActingOnMarks marks() {
    Iterator<Instant> later =
        Stream.iterate(Instant.parse("2026-11-12T06:00:00Z"), now -> now.plusSeconds(1)).iterator();
    return TABLES.marks(TABLES.client(), later::next);
  }

  @Test
  void whom_an_organiser_imposes_the_next_run_pairs_unless_the_organiser_thinks_again()
      throws IOException {
    put(ambassador("Ada"));
    put(student("Zoe"));
    assertEquals(List.of(), imposed());
    carryOut("Imposer un binôme");
    assertEquals(List.of(new PairIds(ZOE.id(), ADA.id())), imposed());
    carryOut("Pour y renoncer");
    assertEquals(List.of(), imposed());
  }

  private static List<PairIds> imposed() {
    return new Imposing(TABLES.registrations(), LocalDate.parse("2026-11-10"))
        .of(TABLES.registrations().find(ADA.id()).orElseThrow())
        .flatMap(request -> request.pair().stream())
        .toList();
  }

  @Test
  void what_organisers_agree_to_is_read_as_the_guide_writes_it() throws IOException {
    assertFalse(edition().isOnAgreement());
    carryOut("Demander à regarder avant");
    assertTrue(edition().isOnAgreement());
    carryOut("Donner l’accord");
    assertEquals(Optional.of("2026/2026-11-10/1-3f9a1c"), edition().agreed());
  }

  private static Edition edition() {
    return TABLES.editions(InstantSource.system()).find("2026").orElseThrow();
  }

  @Test
  void a_pair_that_an_organiser_marks_is_off() throws IOException {
    carryOut("Pour l’annuler à leur place");
    assertTrue(marks().onPair("p1", LocalDate.parse("2026-11-12"), LocalTables.ALL_READABLE));
    assertEquals(PairStatus.ANNULE, TABLES.pairs().find("p1").orElseThrow().status());
  }

  @Test
  void marks_on_people_do_what_the_guide_says() throws IOException {
    carryOut("Pour renvoyer son lien");
    ActingOnMarks marks = marks();
    marks.onRegistration(ZOE.id(), LocalTables.ALL_READABLE);
    assertTrue(TABLES.items("Mails").stream().anyMatch(mail -> isTo(mail, "lien", ZOE.id())));
    carryOut("pour donner une autre adresse");
    marks.onRegistration(ZOE.id(), LocalTables.ALL_READABLE);
    assertEquals(
        "zoe.martin@example.fr",
        TABLES.registrations().find(ZOE.id()).orElseThrow().person().address());
    carryOut("Pour la retirer à sa demande");
    marks.onRegistration(ADA.id(), LocalTables.ALL_READABLE);
    assertEquals(Status.RETIREE, TABLES.registrations().find(ADA.id()).orElseThrow().status());
    carryOut("Pour effacer ses données à sa demande");
    marks.onRegistration(ZOE.id(), LocalTables.ALL_READABLE);
    assertTrue(TABLES.registrations().find(ZOE.id()).isEmpty());
  }

  private static boolean isTo(Map<String, AttributeValue> mail, String kind, String registration) {
    Item item = Item.of(mail);
    return item.required("modele").equals(kind)
        && item.required("inscription").equals(registration);
  }

  @Test
  void each_question_and_each_task_is_tried() throws IOException {
    Set<String> tasks =
        new TreeSet<>(
            Set.of(
                "Créer l’édition",
                "Créer une séance de coaching",
                "Ajouter des places à une séance",
                "Changer une date",
                "Après l’appel",
                "Bloquer un binôme",
                "Accueillir une personne de plus",
                "Imposer un binôme",
                "Pour y renoncer",
                "Demander à regarder avant",
                "Donner l’accord",
                "Pour l’annuler à leur place",
                "Pour renvoyer son lien",
                "Pour la retirer à sa demande",
                "Pour effacer ses données à sa demande",
                "pour donner une autre adresse",
                "Once the cause is corrected"));
    List<String> untried = new ArrayList<>();
    statements()
        .forEach(
            (words, statement) -> {
              boolean tried =
                  statement.startsWith("SELECT") ? ANSWERS.containsKey(words) : tasks.remove(words);
              if (!tried) {
                untried.add(words);
              }
            });
    assertEquals(List.of(), untried);
    assertEquals(Set.of(), tasks);
  }
}
