"""Releases and rollbacks by the operator's commands, on a function with an alias and a workflow in a running LocalStack."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from conftest import client, create_role, operator_environment

from devstack.settings import REGION, REPOSITORY, Settings

STACK = "released"


class Release:
    def __init__(self, settings: Settings, code: bytes) -> None:
        self.settings = settings
        s3, cloudformation = client(settings, "s3"), client(settings, "cloudformation")
        s3.create_bucket(Bucket=STACK, CreateBucketConfiguration={"LocationConstraint": REGION})
        s3.put_object(Bucket=STACK, Key="fixture.zip", Body=code)
        waiting = {"StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 600, "End": True}}}
        function = {
            "Runtime": "java25",
            "Handler": "Fixture::handle",
            "Role": create_role(settings, "released-function", {"Service": "lambda.amazonaws.com"}),
            "Code": {"S3Bucket": STACK, "S3Key": "fixture.zip"},
            "MemorySize": 256,
            "Timeout": 10,
            "Environment": {"Variables": {"RELEASE": "1"}},
        }
        version = {"FunctionName": {"Ref": "Function"}}
        alias = version | {"Name": "live", "FunctionVersion": {"Fn::GetAtt": ["Version", "Version"]}}
        workflow = {
            "DefinitionString": json.dumps(waiting),
            "RoleArn": create_role(settings, "released-workflow", {"Service": "states.amazonaws.com"}),
        }
        resources = {
            "Function": {"Type": "AWS::Lambda::Function", "Properties": function},
            "Version": {"Type": "AWS::Lambda::Version", "Properties": version},
            "Alias": {"Type": "AWS::Lambda::Alias", "Properties": alias},
            "Workflow": {"Type": "AWS::StepFunctions::StateMachine", "Properties": workflow},
        }
        outputs = {"Function": {"Value": {"Ref": "Function"}}, "Workflow": {"Value": {"Ref": "Workflow"}}}
        template = json.dumps({"Resources": resources, "Outputs": outputs})
        cloudformation.create_stack(StackName=STACK, TemplateBody=template)
        cloudformation.get_waiter("stack_create_complete").wait(StackName=STACK, WaiterConfig={"Delay": 1})
        made = cloudformation.describe_stacks(StackName=STACK)["Stacks"][0]["Outputs"]
        self.outputs = {output["OutputKey"]: output["OutputValue"] for output in made}

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        environment = operator_environment(self.settings)
        command = [sys.executable, "operations/release.py", *arguments, "--stack", STACK]
        return subprocess.run(command, capture_output=True, text=True, env=environment, cwd=REPOSITORY)

    def release_that_answers(self) -> str:
        """What the function says of itself where the site calls it."""
        answer = client(self.settings, "lambda").invoke(
            FunctionName=self.outputs["Function"], Qualifier="live", Payload="{}"
        )
        return str(json.load(answer["Payload"])["environment"]["RELEASE"])


@pytest.fixture(scope="module")
def release(stack: Settings, code: bytes) -> Iterator[Release]:
    yield Release(stack, code)


def test_a_release_is_refused_as_long_as_an_execution_runs(release: Release) -> None:
    states = client(release.settings, "stepfunctions")
    execution = states.start_execution(stateMachineArn=release.outputs["Workflow"])["executionArn"]
    refused = release.command("check")
    assert refused.returncode != 0
    assert execution in refused.stderr

    states.stop_execution(executionArn=execution)
    for _ in range(20):
        if states.describe_execution(executionArn=execution)["status"] != "RUNNING":
            break
        time.sleep(0.25)
    allowed = release.command("check")
    assert allowed.returncode == 0, allowed.stderr
    assert "No workflow is at work." in allowed.stdout


def test_a_rollback_lets_the_version_before_answer(release: Release) -> None:
    lambdas, name = client(release.settings, "lambda"), release.outputs["Function"]
    assert release.release_that_answers() == "1"
    refused = release.command("rollback")
    assert "no version before 1" in refused.stderr

    lambdas.update_function_configuration(FunctionName=name, Environment={"Variables": {"RELEASE": "2"}})
    second = lambdas.publish_version(FunctionName=name)["Version"]
    lambdas.update_alias(FunctionName=name, Name="live", FunctionVersion=second)
    assert release.release_that_answers() == "2"

    done = release.command("rollback")
    assert done.returncode == 0, done.stderr
    assert f"{name}: version 2 → 1" in done.stdout
    assert release.release_that_answers() == "1"
