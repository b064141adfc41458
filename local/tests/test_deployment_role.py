"""What the roles of the pipeline may do, judged like the roles on the local stack."""

import json
import re
from typing import Any

import pytest
from devstack.settings import REPOSITORY
from localstack_java.roles.policy import Right, decide
from samtranslator.yaml_helper import yaml_parse
from translated import translated

FILE = REPOSITORY / "operations" / "deployment-role.yaml"
VALUES = {
    "AWS::Partition": "aws",
    "AWS::Region": "eu-west-3",
    "AWS::AccountId": "123456789012",
    "StackName": "vis-mon-job",
    "ArtifactsBucket": "artifacts",
    "Repository": "numerique/vis-mon-job",
    "Branch": "main",
    "Environment": "production",
}
LONGEST = 10_240
"""Characters that all inline policies of a role may have together, without blanks."""


def resolved(value: Any) -> Any:
    match value:
        case {"Fn::Sub": str(text)}:
            return re.sub(r"\$\{([\w:]+)}", lambda found: VALUES[found.group(1)], text)
        case {"Ref": str(name)}:
            return VALUES.get(name, name)
        case {"Fn::GetAtt": [str(name), _]}:
            return f"arn:aws:iam::123456789012:role/{name}"
        case {"Fn::If": [_, _, otherwise]}:
            return resolved(otherwise)
        case dict():
            return {name: resolved(each) for name, each in value.items()}
        case list():
            return [resolved(each) for each in value]
    return value


ROLES = {
    name: resolved(resource["Properties"])
    for name, resource in yaml_parse(FILE.read_text())["Resources"].items()
    if resource["Type"] == "AWS::IAM::Role"
}


def statements(role: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ROLES[role]["Policies"][0]["PolicyDocument"]["Statement"]
    return found


def may(role: str, action: str, resource: str) -> bool:
    """Whether a statement allows it, whatever its condition says."""
    bare = [{name: value for name, value in each.items() if name != "Condition"} for each in statements(role)]
    return decide([json.dumps({"Version": "2012-10-17", "Statement": bare})], Right(action, resource)).allowed


def arn(service: str, resource: str) -> str:
    return f"arn:aws:{service}:eu-west-3:123456789012:{resource}"


FUNCTION = arn("lambda", "function:vis-mon-job-SiteFunction-1")
LOG_GROUP = arn("logs", "log-group:vis-mon-job-AccessLog-1")
BUCKET = "arn:aws:s3:::vis-mon-job-reportbucket-1"
ROLE = "arn:aws:iam::123456789012:role/vis-mon-job-SiteFunctionRole-1"
API = "arn:aws:apigateway:eu-west-3::/restapis/a"
FIREWALL = arn("wafv2", "regional/webacl/SiteFirewall-1/a")
DOMAIN = "arn:aws:apigateway:eu-west-3::/domainnames/a.fr"
# By type of resource: how CloudFormation names one, and what it calls to make, change and delete it
# (permissions of the handlers in CloudFormation's registry; what is never deleted has no such action).
NEEDED = {
    "AWS::ApiGateway::Account": ("arn:aws:apigateway:eu-west-3::/account", "apigateway:PATCH"),
    "AWS::ApiGateway::BasePathMapping": (f"{DOMAIN}/basepathmappings", "apigateway:POST apigateway:DELETE"),
    "AWS::ApiGateway::Deployment": (f"{API}/deployments/b", "apigateway:POST apigateway:DELETE"),
    "AWS::ApiGateway::DomainName": (DOMAIN, "apigateway:PATCH apigateway:DELETE"),
    "AWS::ApiGateway::RestApi": (API, "apigateway:PUT apigateway:PATCH"),
    "AWS::ApiGateway::Stage": (f"{API}/stages/Prod", "apigateway:PATCH"),
    "AWS::CloudWatch::Alarm": (arn("cloudwatch", "alarm:vis-mon-job-A-1"), "cloudwatch:PutMetricAlarm cloudwatch:DeleteAlarms"),
    "AWS::CloudWatch::CompositeAlarm": (arn("cloudwatch", "alarm:vis-mon-job-A-1"), "cloudwatch:PutCompositeAlarm"),
    "AWS::CloudWatch::Dashboard": (
        "arn:aws:cloudwatch::123456789012:dashboard/Dashboard-1",
        "cloudwatch:PutDashboard cloudwatch:DeleteDashboards",
    ),
    "AWS::Budgets::Budget": ("arn:aws:budgets::123456789012:budget/Budget-1", "budgets:ModifyBudget budgets:ViewBudget"),
    "AWS::CloudTrail::Trail": (
        arn("cloudtrail", "trail/vis-mon-job"),
        "cloudtrail:CreateTrail cloudtrail:UpdateTrail cloudtrail:PutEventSelectors cloudtrail:DeleteTrail",
    ),
    "AWS::IAM::ManagedPolicy": (
        "arn:aws:iam::123456789012:policy/vis-mon-job-OrganiserPolicy-1",
        "iam:CreatePolicy iam:CreatePolicyVersion iam:DeletePolicyVersion iam:DeletePolicy",
    ),
    "AWS::Logs::QueryDefinition": ("*", "logs:PutQueryDefinition logs:DeleteQueryDefinition logs:DescribeQueryDefinitions"),
    "AWS::WAFv2::WebACL": (FIREWALL, "wafv2:CreateWebACL wafv2:UpdateWebACL wafv2:DeleteWebACL"),
    "AWS::WAFv2::WebACLAssociation": (f"{API}/stages/Prod", "apigateway:SetWebACL wafv2:GetWebACLForResource"),
    "AWS::WAFv2::LoggingConfiguration": (FIREWALL, "wafv2:PutLoggingConfiguration wafv2:DeleteLoggingConfiguration"),
    "AWS::DynamoDB::Table": (
        arn("dynamodb", "table/vis-mon-job-Pairs-1"),
        "dynamodb:CreateTable dynamodb:UpdateTable dynamodb:UpdateContinuousBackups dynamodb:UpdateTimeToLive dynamodb:TagResource",
    ),
    "AWS::Events::Rule": (arn("events", "rule/vis-mon-job-A-1"), "events:PutRule events:PutTargets events:RemoveTargets events:DeleteRule"),
    "AWS::IAM::Role": (
        ROLE,
        "iam:CreateRole iam:PutRolePolicy iam:DeleteRolePolicy iam:UpdateAssumeRolePolicy iam:DeleteRole iam:PassRole iam:AttachRolePolicy",
    ),
    "AWS::Lambda::Alias": (FUNCTION, "lambda:CreateAlias lambda:UpdateAlias lambda:DeleteAlias"),
    "AWS::Lambda::EventInvokeConfig": (FUNCTION, "lambda:PutFunctionEventInvokeConfig lambda:DeleteFunctionEventInvokeConfig"),
    "AWS::Lambda::EventSourceMapping": ("*", "lambda:CreateEventSourceMapping lambda:UpdateEventSourceMapping lambda:DeleteEventSourceMapping"),
    "AWS::Lambda::Function": (FUNCTION, "lambda:CreateFunction lambda:UpdateFunctionCode lambda:UpdateFunctionConfiguration lambda:DeleteFunction"),
    "AWS::Lambda::Permission": (FUNCTION, "lambda:AddPermission lambda:RemovePermission"),
    "AWS::Lambda::Version": (FUNCTION, "lambda:PublishVersion lambda:ListVersionsByFunction"),
    "AWS::Logs::LogGroup": (LOG_GROUP, "logs:CreateLogGroup logs:PutRetentionPolicy logs:DeleteLogGroup"),
    "AWS::S3::Bucket": (BUCKET, "s3:CreateBucket s3:PutEncryptionConfiguration s3:PutLifecycleConfiguration s3:PutBucketPublicAccessBlock"),
    "AWS::S3::BucketPolicy": (BUCKET, "s3:PutBucketPolicy s3:DeleteBucketPolicy"),
    "AWS::SES::ConfigurationSet": ("*", "ses:CreateConfigurationSet ses:DeleteConfigurationSet"),
    "AWS::SES::ConfigurationSetEventDestination": ("*", "ses:CreateConfigurationSetEventDestination ses:UpdateConfigurationSetEventDestination"),
    "AWS::SNS::Subscription": (arn("sns", "vis-mon-job-Alarms-1"), "sns:Subscribe"),
    "AWS::SNS::Topic": (arn("sns", "vis-mon-job-Alarms-1"), "sns:CreateTopic sns:SetTopicAttributes sns:DeleteTopic"),
    "AWS::SNS::TopicPolicy": (arn("sns", "vis-mon-job-Alarms-1"), "sns:SetTopicAttributes"),
    "AWS::SQS::Queue": (arn("sqs", "vis-mon-job-UnsentMails-1"), "sqs:CreateQueue sqs:SetQueueAttributes sqs:DeleteQueue"),
    "AWS::Scheduler::Schedule": (
        arn("scheduler", "schedule/default/vis-mon-job-EveryMorning-1"),
        "scheduler:CreateSchedule scheduler:UpdateSchedule scheduler:DeleteSchedule",
    ),
    "AWS::SecretsManager::Secret": (arn("secretsmanager", "secret:LinkKey-1"), "secretsmanager:CreateSecret secretsmanager:UpdateSecret"),
    "AWS::StepFunctions::StateMachine": (
        arn("states", "stateMachine:vis-mon-job-daily"),
        "states:CreateStateMachine states:UpdateStateMachine states:DeleteStateMachine",
    ),
}


def test_CloudFormation_may_deploy_every_type_of_resource_that_the_template_has() -> None:
    types = {resource["Type"] for resource in translated()["Resources"].values()}
    assert types <= set(NEEDED), "say here and in deployment-role.yaml what the new type needs"
    for kind in sorted(types):
        resource, actions = NEEDED[kind]
        for action in actions.split():
            assert may("CloudFormationRole", action, resource), f"{action} on {resource}, for {kind}"


@pytest.mark.parametrize(
    ("action", "resource"),
    [
        ("dynamodb:DeleteTable", arn("dynamodb", "table/vis-mon-job-Pairs-1")),
        ("dynamodb:GetItem", arn("dynamodb", "table/vis-mon-job-Pairs-1")),
        ("secretsmanager:GetSecretValue", arn("secretsmanager", "secret:LinkKey-1")),
        ("secretsmanager:DeleteSecret", arn("secretsmanager", "secret:LinkKey-1")),
        ("s3:GetObject", f"{BUCKET}/rapports/a.html"),
        ("s3:DeleteBucket", BUCKET),
        ("lambda:UpdateFunctionCode", arn("lambda", "function:other-1")),
        ("lambda:InvokeFunction", FUNCTION),
        ("iam:CreateRole", "arn:aws:iam::123456789012:role/admin"),
        ("iam:PassRole", "arn:aws:iam::123456789012:role/admin"),
        ("iam:CreateUser", "arn:aws:iam::123456789012:user/a"),
        ("ses:SendRawEmail", "*"),
    ],
)
def test_no_role_can_read_or_delete_what_people_gave_or_reach_beyond_the_stack(action: str, resource: str) -> None:
    for role in ROLES:
        assert not may(role, action, resource), role


def test_only_whoever_was_let_through_executes_and_only_CloudFormation_changes_resources() -> None:
    stack = arn("cloudformation", "stack/vis-mon-job/1")
    assert may("ChangeSetRole", "cloudformation:CreateChangeSet", stack)
    assert may("DeployRole", "cloudformation:ExecuteChangeSet", stack)
    for action in ("cloudformation:ExecuteChangeSet", "cloudformation:UpdateStack", "lambda:DeleteFunction"):
        assert not may("ChangeSetRole", action, "*")
    for role in ("ChangeSetRole", "DeployRole"):
        assert not may(role, "cloudformation:DeleteStack", stack)
        assert not may(role, "cloudformation:DescribeStacks", arn("cloudformation", "stack/other/1"))
        assert not may(role, "lambda:UpdateFunctionCode", FUNCTION)
        assert not may(role, "lambda:DeleteFunction", FUNCTION)


def test_a_job_is_let_in_by_its_branch_or_by_its_environment() -> None:
    subjects = {
        role: ROLES[role]["AssumeRolePolicyDocument"]["Statement"][0]["Condition"]["StringEquals"]
        for role in ("ChangeSetRole", "DeployRole")
    }
    for condition in subjects.values():
        assert condition["token.actions.githubusercontent.com:aud"] == "sts.amazonaws.com"
    subject = "token.actions.githubusercontent.com:sub"
    assert subjects["ChangeSetRole"][subject] == "repo:numerique/vis-mon-job:ref:refs/heads/main"
    assert subjects["DeployRole"][subject] == "repo:numerique/vis-mon-job:environment:production"


@pytest.mark.parametrize("role", ROLES)
def test_a_role_names_its_actions_and_fits_in_what_IAM_takes(role: str) -> None:
    for statement in statements(role):
        assert "*" not in json.dumps(statement["Action"])
    assert len(json.dumps(statements(role), separators=(",", ":"))) < LONGEST
