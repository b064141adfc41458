package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.campaign.CampaignRun;
import fr.vismonjob.delivery.Post;
import fr.vismonjob.delivery.SendingQuota;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.edition.EditionKeyTable;
import fr.vismonjob.edition.EditionProgressTable;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.identity.Keyed;
import fr.vismonjob.metric.MetricLines;
import fr.vismonjob.pairing.ActingOnMarks;
import fr.vismonjob.pairing.EditionErasure;
import fr.vismonjob.pairing.Forgetting;
import fr.vismonjob.pairing.PairRecorder;
import fr.vismonjob.pairing.Proposals;
import fr.vismonjob.pairing.Tables;
import fr.vismonjob.report.Reporting;
import fr.vismonjob.workflow.ListFiles;
import fr.vismonjob.workflow.PresentDay;
import fr.vismonjob.workflow.RunFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;

/** The workflows with their real functions, on DynamoDB Local and with files in memory. */
final class LocalWorkflows {
  private static final int SHARES = 2;
  private static final Set<String> NO_STEPS =
      Set.of("SiteFunctionArn", "PersonFunctionArn", "MailStreamFunctionArn");

  private final Map<String, String> files = new TreeMap<>();
  private final List<String> exchanged = new ArrayList<>();
  private final Map<String, RequestStreamHandler> functions;
  private String linkKey = "a key for links";
  private final Machine schedule;
  private final Machine daily;
  private final MetricLines metrics = new MetricLines();
  private final Machine matching;
  private final Tables all;
  private final Machine mailing;

  /**
   * @param client by which the functions reach the tables, so that a test can make it fail
   */
  LocalWorkflows(LocalTables tables, DynamoDbClient client, SesClient ses, InstantSource clock) {
    this(tables, client, ses, new PresentDay(clock, true));
  }

  /**
   * @param present whose clock all functions have
   */
  LocalWorkflows(LocalTables tables, DynamoDbClient client, SesClient ses, PresentDay present) {
    InstantSource clock = present.clock();
    EditionTable editions = new EditionTable(client, "Editions", clock);
    EditionProgressTable progress = new EditionProgressTable(client, "Editions");
    RunFiles runFiles = runFiles();
    ListFiles lists = new ListFiles(() -> runFiles);
    all = tables.tables(client, lists, clock);
    PairRecorder recorder = new PairRecorder(all);
    functions = new TreeMap<>();
    Wiring site = LocalSite.wiring(tables, clock, () -> runFiles, metrics);
    functions.put("SiteFunctionArn", new SiteFunction(site));
    functions.put("PersonFunctionArn", new PersonFunction(site));
    functions.put(
        "MailStreamFunctionArn",
        new MailStreamFunction(
            () -> Post.of(tables, ses).at(clock.instant()).sender(), metrics.metrics()));
    functions.put("EditionsFunctionArn", new EditionsFunction(progress));
    functions.put("MorningCheckFunctionArn", new MorningCheckFunction(progress, metrics.metrics()));
    functions.put("DueFunctionArn", new DueFunction(present, editions, progress, SHARES));
    functions.put("SnapshotFunctionArn", new SnapshotFunction(all, LocalSite.KEYED, runFiles));
    functions.put("SolveFunctionArn", new SolveFunction(editions, runFiles, metrics.metrics()));
    Proposals proposals = new Proposals(all, progress);
    functions.put("AgreedPairsFunctionArn", new AgreedPairsFunction(proposals, runFiles));
    functions.put("ReplaceProposalsFunctionArn", new ReplaceProposalsFunction(proposals));
    functions.put("RecordPairsFunctionArn", new RecordPairsFunction(recorder, metrics.metrics()));
    functions.put("TellLeftOverFunctionArn", new TellLeftOverFunction(recorder, metrics.metrics()));
    functions.put(
        "CampaignFunctionArn",
        new CampaignFunction(
            editions,
            new CampaignRun(all),
            new Keyed(() -> Instant.EPOCH, () -> "a key for ids", () -> linkKey)));
    functions.put(
        "FollowMarksFunctionArn",
        new FollowMarksFunction(new ActingOnMarks(all, tables.addresses(client), editions)));
    functions.put(
        "ReportFunctionArn",
        new ReportFunction(editions, progress, new Reporting(all), runFiles, lists, clock));
    functions.put(UpdateItemTask.RESOURCE, new UpdateItemTask(client));
    functions.put(
        "EraseFunctionArn",
        new EraseFunction(
            editions,
            new EditionErasure(all, progress, new EditionKeyTable(client, "MailAllowances")),
            new Forgetting(all)));
    functions.put(
        "CollectMailsFunctionArn",
        new CollectMailsFunction(
            all.mails().ledger(),
            runFiles,
            () -> SendingQuota.of(ses.getSendQuota(), 80),
            clock,
            metrics.metrics()));
    functions.put(
        "SendMailsFunctionArn",
        new SendMailsFunction(
            () -> Post.of(tables, ses).at(clock.instant()).sender(), metrics.metrics()));
    functions.replaceAll(this::recorded);
    mailing = Machine.of("mailing", functions, Map.of(), this::file, clock);
    matching =
        Machine.of("matching", functions, Map.of("MailingWorkflowArn", mailing), this::file, clock);
    daily =
        Machine.of(
            "daily",
            functions,
            Map.of("MailingWorkflowArn", mailing, "MatchingWorkflowArn", matching),
            this::file,
            clock);
    schedule =
        Machine.of("schedule", functions, Map.of("DailyWorkflowArn", daily), this::file, clock);
  }

  /** The steps of an execution keep what goes in and what comes out; other functions do not. */
  private RequestStreamHandler recorded(String name, RequestStreamHandler function) {
    return NO_STEPS.contains(name)
        ? function
        : (event, answer, context) -> {
          byte[] input = event.readAllBytes();
          ByteArrayOutputStream output = new ByteArrayOutputStream();
          function.handleRequest(new ByteArrayInputStream(input), output, context);
          output.writeTo(answer);
          exchanged.add(new String(input, StandardCharsets.UTF_8) + " " + output);
        };
  }

  /** What the functions read and write. */
  Tables tables() {
    return all;
  }

  /** The inputs and outputs of all steps so far. */
  List<String> exchanged() {
    return exchanged;
  }

  /** What the functions have counted so far. */
  List<String> counted() {
    return metrics.written();
  }

  RunFiles runFiles() {
    return new MemoryFiles(files);
  }

  String file(String key) {
    return Optional.ofNullable(files.get(key)).orElseThrow();
  }

  Map<String, String> files() {
    return files;
  }

  RequestStreamHandler function(String name) {
    return Optional.ofNullable(functions.get(name + "Arn")).orElseThrow();
  }

  void daily(Object input) {
    daily.run(input, "test");
  }

  void daily(String today) {
    daily(Map.of("edition", "2026", "today", today));
  }

  void schedule(Object input) {
    schedule.run(input, "test");
  }

  Object matching(String today) {
    return matching.run(Map.of("edition", "2026", "today", today), "test");
  }

  /** The contents of the files with that name. */
  List<String> filesCalled(String name) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().endsWith("/" + name))
        .map(Map.Entry::getValue)
        .toList();
  }

  void mailing(String today) {
    mailing(Map.of("edition", "2026", "today", today));
  }

  void mailing(Object input) {
    mailing.run(input, "test");
  }

  void renewLinkKey() {
    linkKey = "another " + linkKey;
  }
}
