"""The AWS command line, with whatever account, region and endpoint its user has set (AWS_PROFILE, AWS_ENDPOINT_URL…)."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ALIAS = "live"
LOCAL = Path(__file__).resolve().parent.parent / ".local" / "venvs" / "localstack" / "bin" / "aws"


class Failure(Exception):
    pass


def aws(*arguments: str) -> Any:
    """What the command answers, read from JSON."""
    program = shutil.which("aws") or str(LOCAL)
    environment = os.environ | {"AWS_PAGER": "", "AWS_DEFAULT_REGION": os.environ.get("AWS_DEFAULT_REGION", "eu-west-3")}
    try:
        done = subprocess.run(
            [program, *arguments, "--output", "json"], capture_output=True, text=True, env=environment
        )
    except OSError as error:
        raise Failure(f"The AWS command line is missing ({error}): install it, or run `make install`.") from error
    if done.returncode != 0:
        raise Failure(f"aws {' '.join(arguments[:2])}: {done.stderr.strip()}")
    return json.loads(done.stdout) if done.stdout.strip() else {}


def aws_with_file(command: tuple[str, ...], option: str, value: Any) -> Any:
    """The same with an argument that is too long for a command line."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(value, file)
        file.flush()
        return aws(*command, option, f"file://{file.name}")


def outputs(stack: str) -> dict[str, str]:
    """The outputs of a stack, which is named so that nobody works on another one without noticing."""
    described = aws("cloudformation", "describe-stacks", "--stack-name", stack)["Stacks"][0]
    account = described["StackId"].split(":")[4]
    where = os.environ.get("AWS_ENDPOINT_URL") or "AWS"
    print(f"Stack {stack}, account {account}, {where}")
    return {output["OutputKey"]: output["OutputValue"] for output in described.get("Outputs", [])}


def resources(stack: str, kind: str) -> list[str]:
    """The names of a stack's resources of one type, as its service knows them."""
    listed = aws("cloudformation", "list-stack-resources", "--stack-name", stack)["StackResourceSummaries"]
    return [each["PhysicalResourceId"] for each in listed if each["ResourceType"] == kind]


def function_of(alias: str) -> str:
    return alias.split(":")[6]


def versions(function: str) -> list[int]:
    """The numbers of a function's published versions, rising."""
    listed = aws("lambda", "list-versions-by-function", "--function-name", function)["Versions"]
    return sorted(int(each["Version"]) for each in listed if each["Version"].isdigit())


def main(action: Any) -> None:
    try:
        action()
    except Failure as failure:
        sys.exit(f"Failed: {failure}")
