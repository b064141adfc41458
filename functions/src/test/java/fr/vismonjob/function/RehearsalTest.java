package fr.vismonjob.function;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.dynamodb.TemplateFile;
import fr.vismonjob.templates.html.page.JtehomeGenerated;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a function does before Lambda takes a snapshot of it. */
class RehearsalTest {
  private static final Set<Class<? extends RequestStreamHandler>> REHEARSING =
      Set.of(SiteFunction.class, PersonFunction.class, MailStreamFunction.class);

  /** The files of a report, which a workflow makes. */
  private static final String OF_REPORTS = "fr.vismonjob.templates.html.report.";

  /** Notes the classes that it loads. It shares none of ours with the test. */
  private static final class Noting extends ClassLoader {
    private static final ClassLoader OF_TEST = RehearsalTest.class.getClassLoader();

    final Set<String> loaded = new ConcurrentSkipListSet<>();

    Noting() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      try (InputStream code = OF_TEST.getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (code == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = code.readAllBytes();
        loaded.add(name);
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    protected URL findResource(String name) {
      return OF_TEST.getResource(name);
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
      return OF_TEST.getResources(name);
    }
  }

  private static final Set<String> LOADED = new HashSet<>();

  @BeforeAll
  static void rehearseWithClassesOfItsOwn() throws Exception {
    Noting loader = new Noting();
    Thread self = Thread.currentThread();
    ClassLoader before = self.getContextClassLoader();
    self.setContextClassLoader(loader);
    try {
      loader.loadClass(PlayedRehearsals.class.getName()).getMethod("playAll").invoke(null);
    } finally {
      self.setContextClassLoader(before);
    }
    LOADED.addAll(loader.loaded);
  }

  private static Set<String> templates() throws IOException {
    Path classes =
        Path.of(
            URI.create(
                JtehomeGenerated.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toString()));
    try (Stream<Path> files = Files.walk(classes.resolve("fr/vismonjob/templates"))) {
      return files
          .map(file -> classes.relativize(file).toString().replace('/', '.'))
          .filter(name -> name.endsWith("Generated.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .filter(name -> !name.startsWith(OF_REPORTS))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void every_page_and_every_mail_is_rehearsed() throws IOException {
    assertEquals(
        Set.of(),
        templates().stream().filter(name -> !LOADED.contains(name)).collect(Collectors.toSet()),
        "write a request or a mail that shows it into rehearsal.json");
  }

  @Test
  void every_service_answers_a_rehearsal() {
    String services = "software.amazon.awssdk.services.";
    Set<String> answers =
        Set.of(
            services + "dynamodb.model.GetItemResponse",
            services + "dynamodb.model.ScanResponse",
            services + "dynamodb.model.QueryResponse",
            services + "dynamodb.model.UpdateItemResponse",
            services + "dynamodb.model.TransactWriteItemsResponse",
            services + "secretsmanager.model.GetSecretValueResponse",
            services + "ses.model.SendRawEmailResponse",
            services + "s3.model.GetObjectResponse");
    assertEquals(
        Set.of(),
        answers.stream().filter(name -> !LOADED.contains(name)).collect(Collectors.toSet()));
  }

  @Test
  void every_function_with_a_snapshot_rehearses() {
    Map<String, Object> resources = TemplateFile.mapAt(TemplateFile.template(), "Resources");
    Set<String> withSnapshot =
        resources.keySet().stream()
            .filter(
                name ->
                    resources.get(name) instanceof Map<?, ?> resource
                        && resource.get("Properties") instanceof Map<?, ?> properties
                        && properties.containsKey("SnapStart"))
            .collect(Collectors.toSet());
    assertEquals(
        withSnapshot, REHEARSING.stream().map(Class::getSimpleName).collect(Collectors.toSet()));
  }

  @Test
  void no_second_compiler_works_beside_the_first_requests_after_a_restore() {
    Map<String, Object> everyFunction =
        TemplateFile.mapAt(TemplateFile.template(), "Globals", "Function");
    assertEquals(
        "-XX:TieredStopAtLevel=1",
        TemplateFile.textAt(everyFunction, "Environment", "Variables", "JAVA_TOOL_OPTIONS"));
    assertEquals(
        Set.of(),
        TemplateFile.ofType(
                TemplateFile.mapAt(TemplateFile.template(), "Resources"),
                "AWS::Serverless::Function")
            .entrySet()
            .stream()
            .filter(function -> function.getValue().toString().contains("JAVA_TOOL_OPTIONS"))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet()),
        "have options of their own");
  }

  @Test
  void no_request_of_a_rehearsal_ends_in_a_fault() {
    List<Integer> statuses =
        Stream.of(
                Rehearsal.play(SiteFunction.class, SiteFunction::new),
                Rehearsal.play(PersonFunction.class, PersonFunction::new))
            .flatMap(played -> played.answers().stream())
            .map(answer -> (Integer) answer.get("statusCode"))
            .toList();
    assertTrue(statuses.stream().allMatch(status -> status < 500), statuses.toString());
    assertEquals(
        2,
        statuses.stream().filter(status -> status == 404).count(),
        "an address that does not exist, and a link that nobody has");
  }

  @Test
  void every_mail_of_a_rehearsal_is_sent() {
    Rehearsal.Played played = Rehearsal.play(MailStreamFunction.class, MailStreamFunction::new);
    assertEquals(List.of(), played.log());
    assertEquals(Set.of(Map.of("batchItemFailures", List.of())), Set.copyOf(played.answers()));
  }

  @Test
  void a_rehearsal_that_fails_keeps_no_function_from_starting() {
    assertDoesNotThrow(
        () ->
            Rehearsal.beforeSnapshot(
                Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"),
                SiteFunction.class,
                _ -> {
                  throw new IllegalStateException("a rehearsal that fails");
                }));
  }

  @Test
  void without_a_snapshot_there_is_no_rehearsal() {
    assertDoesNotThrow(
        () ->
            Rehearsal.beforeSnapshot(
                Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
                SiteFunction.class,
                _ -> {
                  throw new AssertionError("a rehearsal");
                }));
  }
}
