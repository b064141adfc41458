package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.TemplateFile;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.identity.Keyed;
import fr.vismonjob.identity.SecretLink;
import fr.vismonjob.json.Json;
import fr.vismonjob.metric.MetricLines;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.workflow.RunFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The functions behind the site over the tables of a test, on a day of its choice, under {@code
 * /Prod}. A request reaches its function as in API Gateway: by the template's routes.
 */
public final class LocalSite {
  public static final Keyed KEYED = LocalTables.KEYED;

  private static final String SITE = "http://localhost/Prod";

  private static final Map<String, String> TABLES =
      Map.of(
          "EDITIONS_TABLE", "Editions",
          "REGISTRATIONS_TABLE", "Registrations",
          "COACHING_SLOTS_TABLE", "CoachingSlots",
          "PAIRS_TABLE", "Pairs",
          "MAILS_TABLE", "Mails",
          "MAIL_ALLOWANCES_TABLE", "MailAllowances",
          "SUBSCRIPTIONS_TABLE", "Subscriptions");

  private final Map<String, RequestStreamHandler> functions;
  private final MetricLines metrics;

  private LocalSite(
      LocalTables tables, InstantSource clock, Supplier<RunFiles> files, MetricLines metrics) {
    this(wiring(tables, clock, files, metrics), metrics);
  }

  private LocalSite(Wiring wiring, MetricLines metrics) {
    this.metrics = metrics;
    functions =
        Map.of(
            "SiteFunction", new SiteFunction(wiring),
            "PersonFunction", new PersonFunction(wiring));
  }

  /** With an edition whose day is 24 November 2026, at noon of {@code today}. */
  public static LocalSite on(LocalTables tables, LocalDate today) {
    tables.put(
        "Editions",
        Item.empty()
            .put("edition", "2026")
            .put("jour", "2026-11-24")
            .put("inscriptions_du", "2026-09-15")
            .put("inscriptions_au", "2026-11-13")
            .put("premier_appariement", "2026-11-03")
            .put("dernier_appariement", "2026-11-16")
            .put("domaines_etat", List.of("gouv.fr"))
            .put("expediteur", "vis-mon-job@numerique.gouv.fr")
            .attributes());
    InstantSource clock =
        InstantSource.fixed(today.atTime(12, 0).atZone(FrenchDates.PARIS).toInstant());
    return new LocalSite(tables, clock, MemoryFiles::new, new MetricLines());
  }

  /** Over the tables as they are, with the edition that is there. */
  public static LocalSite again(LocalTables tables, LocalDate today) {
    InstantSource clock =
        InstantSource.fixed(today.atTime(12, 0).atZone(FrenchDates.PARIS).toInstant());
    return new LocalSite(tables, clock, MemoryFiles::new, new MetricLines());
  }

  /** Over the tables as they are, which the functions reach by that client. */
  static LocalSite through(DynamoDbClient client, InstantSource clock) {
    MetricLines metrics = new MetricLines();
    return new LocalSite(wiring(client, clock, MemoryFiles::new, metrics), metrics);
  }

  /** Whose publisher those settings name. */
  static LocalSite publishedBy(
      Supplier<Settings> settings, LocalTables tables, InstantSource clock) {
    MetricLines metrics = new MetricLines();
    return new LocalSite(
        wiring(tables.client(), clock, settings, MemoryFiles::new, metrics), metrics);
  }

  /** For pages that are about files alone. */
  public static LocalSite with(LocalTables tables, RunFiles files, InstantSource clock) {
    return new LocalSite(tables, clock, () -> files, new MetricLines());
  }

  /** What the functions have counted so far. */
  public List<String> counted() {
    return metrics.written();
  }

  static Wiring wiring(
      LocalTables tables, InstantSource clock, Supplier<RunFiles> files, MetricLines metrics) {
    return wiring(tables.client(), clock, files, metrics);
  }

  private static Wiring wiring(
      DynamoDbClient client, InstantSource clock, Supplier<RunFiles> files, MetricLines metrics) {
    return wiring(client, clock, () -> new Settings(Map.of()), files, metrics);
  }

  private static Wiring wiring(
      DynamoDbClient client,
      InstantSource clock,
      Supplier<Settings> ofPages,
      Supplier<RunFiles> files,
      MetricLines metrics) {
    return new Wiring(
        TABLES,
        clock,
        client,
        () -> {
          throw new IllegalStateException("the site sends no mail");
        },
        KEYED,
        ofPages,
        () -> new Settings(Map.of("SITE", SITE, "ALLOWED_RECIPIENTS", "*")),
        files,
        metrics.metrics());
  }

  public static String certificate(Registration person) {
    return SecretLink.ofCertificate(person.id(), person.linkNumber(), KEYED).text();
  }

  public static String link(Registration person) {
    return link(person.id(), person.linkNumber());
  }

  public static String link(String registration, long number) {
    return SecretLink.of(registration, number, KEYED).text();
  }

  /**
   * Calls the function of this path.
   *
   * @param event all but the route: {@code resource} and {@code pathParameters}
   */
  public byte[] call(String path, Map<String, Object> event) {
    Route route =
        Route.OF_TEMPLATE.stream()
            .filter(candidate -> candidate.matcher(path).matches())
            .min(Comparator.comparing(Route::vagueness))
            .orElseThrow();
    Map<String, Object> whole = new HashMap<>(event);
    whole.put("path", path);
    whole.put("resource", route.path());
    whole.put("stageVariables", Map.of("site", SITE));
    whole.put("pathParameters", route.parameters(path));
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      Objects.requireNonNull(functions.get(route.function()))
          .handleRequest(
              new ByteArrayInputStream(Json.write(whole).getBytes(StandardCharsets.UTF_8)),
              answer,
              new TestContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer.toByteArray();
  }

  /** One of the template's API events. */
  record Route(String function, String path) {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)(\\+?)}");
    private static final List<Route> OF_TEMPLATE = ofTemplate();

    static List<Route> ofTemplate() {
      Map<String, Object> resources = TemplateFile.mapAt(TemplateFile.template(), "Resources");
      return List.of("SiteFunction", "PersonFunction").stream()
          .flatMap(
              function -> {
                Map<String, Object> events =
                    TemplateFile.mapAt(resources, function, "Properties", "Events");
                return events.keySet().stream()
                    .map(event -> TemplateFile.textAt(events, event, "Properties", "Path"))
                    .map(path -> new Route(function, path));
              })
          .toList();
    }

    /** API Gateway leaves a final slash out of account, but in {@code path}. */
    Matcher matcher(String asked) {
      String pattern =
          PARAMETER
              .matcher(path)
              .replaceAll(part -> "(?<$1>" + (part.group(2).isEmpty() ? "[^/]+" : ".+?") + ")");
      return Pattern.compile(path.equals("/") ? "/" : pattern + "/*").matcher(asked);
    }

    Map<String, String> parameters(String asked) {
      Matcher matched = matcher(asked);
      Map<String, String> parameters = new HashMap<>();
      if (matched.matches()) {
        matched.namedGroups().keySet().forEach(name -> parameters.put(name, matched.group(name)));
      }
      return parameters;
    }

    /** Of several routes that match, API Gateway takes the one with the fewest parameters. */
    int vagueness() {
      return path.contains("+") ? 2 : path.contains("{") ? 1 : 0;
    }
  }
}
