"""Deploys the template to MiniStack, an emulator that shares no code with LocalStack.

It runs no Java, so Python functions stand in for ours. It reads no `any` method and no gateway responses in an API's
OpenAPI body, so both are handed to it in the other form that CloudFormation has for them.
"""

import io
import json
import os
import re
import subprocess
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError
from devstack.settings import REGION, REPOSITORY
from translated import of_type, translated

T = TypeVar("T")
STACK = "second"
STAND_IN = """
def handler(event, context):
    if "resource" in event:
        return {"statusCode": 200, "headers": {"Content-Type": "text/plain"}, "body": event["resource"]}
    if "input" in event and "scheduled" not in event["input"]:
        raise ValueError("not by the schedule")  # and so for all the minutes of its retries
    return {"jours": []}
"""


class Emulator:
    def __init__(self, port: int) -> None:
        self.endpoint = f"http://127.0.0.1:{port}"
        self.made: set[str] = set()
        """What the deployed template has, by logical id."""

    def client(self, service: str) -> Any:
        return boto3.client(
            service,
            endpoint_url=self.endpoint,
            region_name=REGION,
            aws_access_key_id="test",
            aws_secret_access_key="test",
            config=Config(retries={"max_attempts": 0}, s3={"addressing_style": "path"}),
        )

    def deploy(self) -> None:
        """Leaves out the types of resources that MiniStack does not know; it names them all."""
        files, stacks = self.client("s3"), self.client("cloudformation")
        files.create_bucket(Bucket="bucket", CreateBucketConfiguration={"LocationConstraint": REGION})
        for key, content in _packages().items():
            files.put_object(Bucket="bucket", Key=key, Body=content)
        template = deployable()
        while True:
            files.put_object(Bucket="bucket", Key="template.json", Body=json.dumps(template).encode())
            try:
                stacks.create_stack(
                    StackName=STACK, TemplateURL=f"{self.endpoint}/bucket/template.json", Capabilities=["CAPABILITY_NAMED_IAM"]
                )
                break
            except ClientError as error:
                named = re.search(r"Unrecognized resource types: \[(.*)\]", str(error))
                if not named:
                    raise
                for name in [name for kind in named[1].split(", ") for name in of_type(template, kind)]:
                    del template["Resources"][name]
        self.made = set(template["Resources"])
        await_that(lambda: not self._status().endswith("IN_PROGRESS"), "the stack")

    def _status(self) -> str:
        [stack] = self.client("cloudformation").describe_stacks(StackName=STACK)["Stacks"]
        return str(stack["StackStatus"])

    def output(self, name: str) -> str:
        [stack] = self.client("cloudformation").describe_stacks(StackName=STACK)["Stacks"]
        return str(next(output["OutputValue"] for output in stack["Outputs"] if output["OutputKey"] == name))

    def physical(self, logical: str) -> str:
        found = self.client("cloudformation").describe_stack_resource(StackName=STACK, LogicalResourceId=logical)
        return str(found["StackResourceDetail"]["PhysicalResourceId"])


def _packages() -> dict[str, bytes]:
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("index.py", STAND_IN)
    workflows = {f"workflows-{file.name}": file.read_bytes() for file in (REPOSITORY / "workflows").glob("*.asl.json")}
    return {"functions-target-functions.zip": zipped.getvalue(), **workflows}


def deployable() -> dict[str, Any]:
    template = deepcopy(translated())
    template["Resources"] = {name: resource for name, resource in template["Resources"].items() if _is_known(resource)}
    for function in of_type(template, "AWS::Lambda::Function").values():
        function["Properties"] |= {"Runtime": "python3.12", "Handler": "index.handler"}
        function["Properties"].pop("SnapStart", None)
    for schedule in of_type(template, "AWS::Scheduler::Schedule").values():
        schedule["Properties"] |= {"ScheduleExpression": f"at({datetime.now(UTC):%Y-%m-%dT%H:%M:%S})", "State": "ENABLED"}
    [api] = of_type(template, "AWS::ApiGateway::RestApi").values()
    for path in api["Properties"]["Body"]["paths"].values():
        path["get"] = path.pop("x-amazon-apigateway-any-method")
    responses = {
        f"Response{kind.replace('_', '')}": {
            "Type": "AWS::ApiGateway::GatewayResponse",
            "Properties": {
                "RestApiId": {"Ref": "Api"},
                "ResponseType": kind,
                **{f"{name[0].upper()}{name[1:]}": value for name, value in response.items()},
            },
        }
        for kind, response in api["Properties"]["Body"].pop("x-amazon-apigateway-gateway-responses").items()
    }
    template["Resources"] |= responses
    for deployment in of_type(template, "AWS::ApiGateway::Deployment").values():
        deployment["DependsOn"] = sorted(responses)
    return template


def _is_known(resource: dict[str, Any]) -> bool:
    """MiniStack has no alarms of several metrics."""
    return "Metrics" not in resource.get("Properties", {})


@contextmanager
def running(port: int, folder: Path) -> Iterator[Emulator]:
    program = REPOSITORY / ".local" / "venvs" / "witness" / "bin" / "ministack"
    environment = os.environ | {
        "AUTH": "true",
        "BIND_HOST": "127.0.0.1",
        "GATEWAY_PORT": str(port),
        "MINISTACK_REGION": REGION,
        "LAMBDA_EXECUTOR": "local",
        "HOME": str(folder),
        "TMPDIR": str(folder),
    }
    with (folder / "log").open("w") as log:
        process = subprocess.Popen([program], env=environment, cwd=folder, stdout=log, stderr=log)
        try:
            emulator = Emulator(port)
            await_that(lambda: _answers(emulator), "MiniStack to answer")
            yield emulator
        finally:
            process.terminate()
            process.wait(20)


def _answers(emulator: Emulator) -> bool:
    try:
        emulator.client("s3").list_buckets()
    except Exception:
        return False
    return True


def await_that(look: Callable[[], T], what: str, seconds: int = 120) -> T:
    deadline = time.monotonic() + seconds
    while not (found := look()):
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {seconds} s for {what}")
        time.sleep(0.3)
    return found
