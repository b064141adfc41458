"""What the template makes in an emulator that shares no code with LocalStack, and what happens there."""

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from conftest import free_port
from localstack_java.roles.policy import Right, decide
from second_emulator import STACK, Emulator, await_that, deployable, running
from translated import of_type

RECIPIENTS, SOMEBODY = "ses:Recipients", "somebody@essai.example"
TO_SOMEBODY = {"ContextKeyName": RECIPIENTS, "ContextKeyValues": [SOMEBODY], "ContextKeyType": "stringList"}


@pytest.fixture(scope="module")
def emulator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Emulator]:
    with running(free_port(), tmp_path_factory.mktemp("ministack")) as emulator:
        emulator.deploy()
        yield emulator


def test_every_resource_is_made(emulator: Emulator) -> None:
    stacks = emulator.client("cloudformation")
    pages = stacks.get_paginator("describe_stack_events").paginate(StackName=STACK)
    events = [event for page in pages for event in page["StackEvents"]]
    failed = [event for event in events if event["ResourceStatus"].endswith("FAILED")]
    assert [(event["LogicalResourceId"], event.get("ResourceStatusReason")) for event in failed] == []
    assert stacks.describe_stacks(StackName=STACK)["Stacks"][0]["StackStatus"] == "CREATE_COMPLETE"
    made = stacks.describe_stack_resources(StackName=STACK)["StackResources"]
    assert {resource["ResourceStatus"] for resource in made} == {"CREATE_COMPLETE"}
    conditional = {name for name, resource in deployable()["Resources"].items() if "Condition" in resource}
    assert emulator.made - conditional <= {resource["LogicalResourceId"] for resource in made}


def test_only_what_watches_is_left_out(emulator: Emulator) -> None:
    """MiniStack does not know these types."""
    left_out = {resource["Type"] for name, resource in deployable()["Resources"].items() if name not in emulator.made}
    assert left_out <= {"AWS::CloudWatch::CompositeAlarm", "AWS::Logs::QueryDefinition"}


def executions(emulator: Emulator, status: str) -> list[dict[str, Any]]:
    machine = emulator.output("ScheduleWorkflow")
    listed: list[dict[str, Any]] = emulator.client("stepfunctions").list_executions(
        stateMachineArn=machine, statusFilter=status
    )["executions"]
    return listed


def test_the_schedule_starts_its_workflow(emulator: Emulator) -> None:
    [execution] = await_that(lambda: executions(emulator, "SUCCEEDED"), "the morning")
    described = emulator.client("stepfunctions").describe_execution(executionArn=execution["executionArn"])
    assert json.loads(described["input"]).keys() == {"scheduled"}


def test_a_workflow_that_is_stopped_is_told_to_the_alarms(emulator: Emulator) -> None:
    queues, topics = emulator.client("sqs"), emulator.client("sns")
    queue = queues.create_queue(QueueName="alarms")["QueueUrl"]
    arn = queues.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    statement = {"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"}, "Action": "sqs:SendMessage", "Resource": arn}
    queues.set_queue_attributes(
        QueueUrl=queue, Attributes={"Policy": json.dumps({"Version": "2012-10-17", "Statement": [statement]})}
    )
    topics.subscribe(TopicArn=emulator.physical("Alarms"), Protocol="sqs", Endpoint=arn, Attributes={"RawMessageDelivery": "true"})
    workflows = emulator.client("stepfunctions")
    started = workflows.start_execution(stateMachineArn=emulator.output("ScheduleWorkflow"), name="stopped", input="{}")
    workflows.stop_execution(executionArn=started["executionArn"])

    def told() -> list[str]:
        return [message["Body"] for message in queues.receive_message(QueueUrl=queue).get("Messages", [])]

    [message] = await_that(told, "the alarm")
    assert "a workflow ended ABORTED" in message and ":stopped" in message


def asked(emulator: Emulator, path: str, method: str = "GET") -> tuple[int, dict[str, str], str]:
    address = f"{emulator.endpoint}/_aws/execute-api/{emulator.output('RestApiId')}/{emulator.output('Stage')}{path}"
    try:
        with urllib.request.urlopen(urllib.request.Request(address, method=method)) as answer:
            return answer.status, dict(answer.headers), answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), error.read().decode()


@pytest.mark.parametrize(
    ("path", "resource"),
    [("/", "/"), ("/etudiants", "/etudiants"), ("/binome/x.y", "/binome/{link}"), ("/a/b/c", "/{proxy+}")],
)
def test_each_path_leads_to_its_resource(emulator: Emulator, path: str, resource: str) -> None:
    status, _, body = asked(emulator, path)
    assert (status, body) == (200, resource)


def test_what_the_gateway_refuses_by_itself_is_answered_in_our_words(emulator: Emulator) -> None:
    status, headers, body = asked(emulator, "/communes", "POST")
    assert status == 403
    assert json.loads(body)["title"] == "Demande refusée"
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    assert headers["Cache-Control"] == "no-store"


def test_both_judges_decide_alike_what_each_role_may_do(emulator: Emulator) -> None:
    """Of all actions and resources that any role names, on which the local stack and MiniStack might disagree."""
    roles = emulator.client("iam")
    documents: dict[str, list[str]] = {}
    for logical in of_type(deployable(), "AWS::IAM::Role"):
        if "Condition" in deployable()["Resources"][logical]:
            continue
        name = emulator.physical(logical)
        policies = [roles.get_role_policy(RoleName=name, PolicyName=policy) for policy in roles.list_role_policies(RoleName=name)["PolicyNames"]]
        documents[name] = [json.dumps(policy["PolicyDocument"]) for policy in policies]
    statements = [statement for texts in documents.values() for text in texts for statement in json.loads(text)["Statement"]]
    actions = sorted({action for statement in statements for action in listed(statement["Action"])})
    resources = sorted({resource.replace("*", "x") for statement in statements for resource in listed(statement["Resource"])})
    differences = []
    for name, resource in product(documents, resources):
        arn = roles.get_role(RoleName=name)["Role"]["Arn"]
        results = roles.simulate_principal_policy(
            PolicySourceArn=arn, ActionNames=actions, ResourceArns=[resource], ContextEntries=[TO_SOMEBODY]
        )
        for result in results["EvaluationResults"]:
            action = result["EvalActionName"]
            ours = decide(documents[name], Right(action, resource, ((RECIPIENTS, (SOMEBODY,)),))).allowed
            if ours != (result["EvalDecision"] == "allowed"):
                differences.append((name, action, resource, ours))
    assert len(actions) > 30 and len(documents) > 15
    assert differences == []


def listed(one_or_more: Any) -> list[Any]:
    return one_or_more if isinstance(one_or_more, list) else [one_or_more]
