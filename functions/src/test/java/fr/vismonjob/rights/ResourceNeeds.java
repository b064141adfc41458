package fr.vismonjob.rights;

import fr.vismonjob.dynamodb.TemplateFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who has to be let in by the policies of roles and resources, by how the template wires them. No
 * local stack looks at these.
 */
final class ResourceNeeds {
  private static final String THIS_ACCOUNT = "=AWS::AccountId";
  private final Template template;
  private final SortedMap<String, Set<Right>> needs = new TreeMap<>();

  private ResourceNeeds(Template template) {
    this.template = template;
  }

  static SortedMap<String, Set<Right>> of(Template template) {
    ResourceNeeds all = new ResourceNeeds(template);
    all.addWhoAssumesRoles();
    all.addLogOfApis();
    all.addWhoPublishes();
    all.addWhoIsKeptOut();
    all.addWhoWritesTrails();
    return all.needs;
  }

  private void add(String holder, Right right) {
    needs.computeIfAbsent(holder, _ -> new TreeSet<>()).add(right);
  }

  private static String service(String name) {
    return "Service " + name + ".amazonaws.com";
  }

  /** A service may act only for this account, where it says for whom it acts. */
  private static String forThisAccount(String name, String key) {
    return service(name) + " if {StringEquals={" + key + "={Ref" + THIS_ACCOUNT + "}}}";
  }

  private void addWhoAssumesRoles() {
    template
        .ofType("AWS::Serverless::Function")
        .values()
        .forEach(function -> addAssuming(function.get("Role"), service("lambda")));
    template
        .ofType("AWS::Scheduler::Schedule")
        .values()
        .forEach(
            schedule -> {
              Map<String, Object> target = TemplateFile.mapAt(schedule, "Target");
              addAssuming(target.get("RoleArn"), forThisAccount("scheduler", "aws:SourceAccount"));
              addStarting(target);
            });
  }

  /** A schedule starts its workflow or function, and keeps what it could not start. */
  private void addStarting(Map<String, Object> target) {
    String role = Template.named(target.get("RoleArn"));
    String started = Template.named(target.get("Arn"));
    boolean isFunction = template.ofType("AWS::Serverless::Function").containsKey(started);
    add(role, new Right(isFunction ? "lambda:InvokeFunction" : "states:StartExecution", started));
    Object lost = TemplateFile.at(target, "DeadLetterConfig", "Arn");
    add(role, new Right("sqs:SendMessage", Template.named(lost)));
  }

  /** API Gateway refuses a role that may do less than AWS's own policy for it. */
  private void addLogOfApis() {
    template
        .ofType("AWS::ApiGateway::Account")
        .values()
        .forEach(
            account -> {
              Object role = account.get("CloudWatchRoleArn");
              addAssuming(role, service("apigateway"));
              add(
                  Template.named(role),
                  Granted.managed(
                      "arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"));
            });
  }

  private void addAssuming(Object role, String who) {
    add(Granted.assumed(Template.named(role)), new Right("sts:AssumeRole", "itself", who));
  }

  private void addWhoPublishes() {
    template
        .ofType("AWS::SES::ConfigurationSetEventDestination")
        .values()
        .forEach(
            events ->
                addPublishing(
                    TemplateFile.at(events, "EventDestination", "SnsDestination", "TopicARN"),
                    forThisAccount("ses", "AWS:SourceAccount")));
    for (String type : List.of("AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm")) {
      for (Map<String, Object> alarm : template.ofType(type).values()) {
        if (alarm.get("AlarmActions") instanceof List<?> topics) {
          topics.forEach(
              topic -> addPublishing(topic, forThisAccount("cloudwatch", "AWS:SourceAccount")));
        }
      }
    }
    for (Map<String, Object> rule : template.ofType("AWS::Events::Rule").values()) {
      for (Map<String, Object> target : TemplateFile.mapsAt(rule, "Targets")) {
        addPublishing(target.get("Arn"), service("events"));
      }
    }
  }

  private void addPublishing(Object topic, String who) {
    String name = Template.named(topic);
    add(Granted.shared(name), new Right("sns:Publish", name, who));
  }

  private void addWhoWritesTrails() {
    for (Map<String, Object> trail : template.ofType("AWS::CloudTrail::Trail").values()) {
      String bucket = Template.named(trail.get("S3BucketName"));
      String who =
          service("cloudtrail")
              + " if {StringEquals={aws:SourceArn={Fn::Sub=arn:${AWS::Partition}:cloudtrail:"
              + "${AWS::Region}:${AWS::AccountId}:trail/${AWS::StackName}}}}";
      add(Granted.shared(bucket), new Right("s3:GetBucketAcl", bucket, who));
      add(
          Granted.shared(bucket),
          new Right("s3:PutObject", bucket + "/AWSLogs/${AWS::AccountId}/*", who));
    }
  }

  /** Everybody who does not speak TLS. */
  private void addWhoIsKeptOut() {
    for (String bucket : template.ofType("AWS::S3::Bucket").keySet()) {
      for (String resource : List.of(bucket, bucket + "/*")) {
        add(
            Granted.shared(bucket),
            new Right("s3:*", resource, "denied * if {Bool={aws:SecureTransport=false}}"));
      }
    }
  }
}
