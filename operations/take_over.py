"""Takes the tables, the keys and the bucket that a deleted stack has left into a new stack, before its first deployment.

Writes the two files of a CloudFormation import, makes its change set, and says how to go on. It imports nothing itself.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from aws_cli import Failure, aws, main

IDENTIFIERS = {
    "AWS::DynamoDB::Table": "TableName",
    "AWS::SecretsManager::Secret": "Id",
    "AWS::S3::Bucket": "BucketName",
}
CHANGE_SET = "take-over"
Template = dict[str, Any]


def left_behind(stack: str) -> tuple[Template, dict[str, str]]:
    """The template of the earlier stack, and the names of what it has left, by logical id."""
    if "/" not in stack:
        raise Failure("Give the id of the deleted stack: aws cloudformation list-stacks --stack-status-filter DELETE_COMPLETE")
    template = aws("cloudformation", "get-template", "--stack-name", stack, "--template-stage", "Processed")["TemplateBody"]
    listed = aws("cloudformation", "list-stack-resources", "--stack-name", stack)["StackResourceSummaries"]
    names = {
        each["LogicalResourceId"]: each["PhysicalResourceId"]
        for each in listed
        if each["ResourceType"] in IDENTIFIERS and each["ResourceStatus"] == "DELETE_SKIPPED"
    }
    if not names:
        raise Failure("This stack has left no table, key or bucket. Is it deleted? A resource belongs to one stack.")
    return template if isinstance(template, dict) else json.loads(template), names


def only(template: Template, names: dict[str, str]) -> Template:
    """An import's template may hold only what is imported, each with a deletion policy, and outputs are not allowed."""
    kept = {name: template["Resources"][name] | {"DeletionPolicy": "RetainExceptOnCreate"} for name in names}
    text = json.dumps(kept)
    parameters = {
        name: parameter
        for name, parameter in template.get("Parameters", {}).items()
        if json.dumps({"Ref": name}) in text
    }
    return {"AWSTemplateFormatVersion": "2010-09-09", "Parameters": parameters, "Resources": kept}


def to_import(template: Template, names: dict[str, str]) -> list[dict[str, Any]]:
    types = {name: template["Resources"][name]["Type"] for name in names}
    return [
        {
            "ResourceType": types[name],
            "LogicalResourceId": name,
            "ResourceIdentifier": {IDENTIFIERS[types[name]]: physical},
        }
        for name, physical in sorted(names.items())
    ]


def take_over(earlier: str, stack: str, folder: Path) -> None:
    template, names = left_behind(earlier)
    folder.mkdir(parents=True, exist_ok=True)
    files = {"template.json": only(template, names), "resources-to-import.json": to_import(template, names)}
    for name, content in files.items():
        (folder / name).write_text(json.dumps(content, indent=2) + "\n")
    named = ("--stack-name", stack, "--change-set-name", CHANGE_SET)
    aws(
        *("cloudformation", "create-change-set", *named, "--change-set-type", "IMPORT"),
        *("--template-body", f"file://{folder}/template.json"),
        *("--resources-to-import", f"file://{folder}/resources-to-import.json"),
    )
    aws("cloudformation", "wait", "change-set-create-complete", *named)
    for name, physical in sorted(names.items()):
        print(f"{name:20} {physical}")
    print("\nIf these are the right ones, import them, and then go on with the first deployment:")
    print(f"  aws cloudformation execute-change-set {' '.join(named)}")
    print(f"  aws cloudformation wait stack-import-complete --stack-name {stack}")


def run() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", dest="earlier", required=True, help="id (ARN) of the deleted stack")
    parser.add_argument("--stack", required=True, help="name of the new stack")
    parser.add_argument("--folder", type=Path, default=Path(".local/take-over"), help="where the files are written")
    arguments = parser.parse_args()
    take_over(arguments.earlier, arguments.stack, arguments.folder.resolve())


if __name__ == "__main__":
    main(run)
