"""Deploys a version and tags it, unless a workflow is at work; or turns the functions with an alias back by one version."""

import argparse
import re
import shlex
import subprocess

from aws_cli import ALIAS, Failure, aws, function_of, main, outputs, resources, versions
from settle import settle


def at_work(stack: str) -> list[str]:
    """The executions that a new version would meet in the midst of their work."""
    try:
        outputs(stack)
    except Failure as failure:
        if "does not exist" in str(failure):
            return []  # the first deployment
        raise
    running = []
    for machine in resources(stack, "AWS::StepFunctions::StateMachine"):
        found = aws("stepfunctions", "list-executions", "--state-machine-arn", machine, "--status-filter", "RUNNING")
        running += [execution["executionArn"] for execution in found["executions"]]
    return running


def refuse_while_at_work(stack: str) -> None:
    if running := at_work(stack):
        raise Failure("These executions are running; wait for their end:\n  " + "\n  ".join(running))
    print("No workflow is at work.")


def git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        raise Failure(f"git {' '.join(arguments)}: {done.stderr.strip()}")
    return done.stdout.strip()


def release(stack: str, version: str, command: list[str]) -> None:
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        raise Failure("Name the version, such as make release VERSION=1.2.0")
    if git("status", "--porcelain"):
        raise Failure("Commit first: the tag would not name what is deployed.")
    tagged = git("tag", "--list", f"v{version}")
    if tagged and git("rev-list", "--max-count=1", f"v{version}") != git("rev-parse", "HEAD"):
        raise Failure(f"v{version} was released already, from another commit.")
    refuse_while_at_work(stack)
    if subprocess.run(command).returncode != 0:
        raise Failure("The deployment failed; nothing is tagged.")
    settle(stack)
    if tagged:
        print(f"v{version} is tagged already, from another environment.")
        return
    git("tag", "--annotate", f"v{version}", "--message", f"Release {version}")
    print(f"Tagged v{version}; publish the tag: git push origin v{version}")


def rollback(stack: str) -> None:
    """The version before the one that the alias names, for every function that has the alias."""
    outputs(stack)
    aliases = resources(stack, "AWS::Lambda::Alias")
    if not aliases:
        raise Failure("No function of the stack has an alias.")
    moves = [(function, *step_back(function)) for function in map(function_of, aliases)]
    for function, current, earlier in moves:
        aws(
            *("lambda", "update-alias", "--function-name", function),
            *("--name", ALIAS, "--function-version", str(earlier)),
        )
        print(f"{function}: version {current} → {earlier}")


def step_back(function: str) -> tuple[int, int]:
    alias = aws("lambda", "get-alias", "--function-name", function, "--name", ALIAS)
    current = int(alias["FunctionVersion"])
    earlier = [version for version in versions(function) if version < current]
    if not earlier:
        raise Failure(f"{function} has no version before {current}. Nothing was changed.")
    return current, max(earlier)


def run() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("action", choices=["check", "release", "rollback"])
    parser.add_argument("--stack", required=True)
    parser.add_argument("--version", default="")
    parser.add_argument("--deploy", default="sam deploy", help="the command that deploys")
    arguments = parser.parse_args()
    match arguments.action:
        case "check":
            refuse_while_at_work(arguments.stack)
        case "release":
            release(arguments.stack, arguments.version, shlex.split(arguments.deploy))
        case "rollback":
            rollback(arguments.stack)


if __name__ == "__main__":
    main(run)
