"""Prints the names of a stack's parts as variables of the shell, for the commands of the runbook."""

import argparse
import contextlib
import io
import shlex

from aws_cli import aws, main, outputs


def names() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stack", required=True)
    stack = parser.parse_args().stack
    with contextlib.redirect_stdout(io.StringIO()):
        told = outputs(stack)
    listed = aws("cloudformation", "list-stack-resources", "--stack-name", stack)["StackResourceSummaries"]
    made = {each["LogicalResourceId"]: each["PhysicalResourceId"] for each in listed if each.get("PhysicalResourceId")}
    for name, value in sorted((made | told).items()):  # the outputs' names go first
        print(f"{name}={shlex.quote(value)}")


if __name__ == "__main__":
    main(names)
