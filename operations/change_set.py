"""Shows a change set as a table in Markdown, and refuses one that removes or replaces what people's data is kept in."""

import argparse
from typing import Any

from aws_cli import Failure, aws, main

KEPT = {"AWS::DynamoDB::Table", "AWS::SecretsManager::Secret", "AWS::S3::Bucket"}


def changes(arn: str) -> list[dict[str, Any]]:
    """All pages: the AWS command line follows them by itself."""
    described = aws("cloudformation", "describe-change-set", "--change-set-name", arn)
    return [change["ResourceChange"] for change in described["Changes"]]


def loses_data(change: dict[str, Any]) -> bool:
    lost = change["Action"] == "Remove" or change.get("Replacement", "False") != "False"
    return lost and change["Action"] != "Add" and change["ResourceType"] in KEPT


def show(arn: str) -> None:
    found = sorted(changes(arn), key=lambda change: (change["Action"], change["LogicalResourceId"]))
    print("| action | replaced | resource | type |\n|---|---|---|---|")
    for change in found:
        replaced = change.get("Replacement", "")
        print(f"| {change['Action']} | {replaced} | {change['LogicalResourceId']} | {change['ResourceType']} |")
    if lost := [change["LogicalResourceId"] for change in found if loses_data(change)]:
        raise Failure(f"This change set removes or replaces {', '.join(lost)}: the stack would go on without the data.")


def run() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("change_set", help="its ARN")
    show(parser.parse_args().change_set)


if __name__ == "__main__":
    main(run)
