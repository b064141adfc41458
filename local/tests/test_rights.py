"""Which rights are told to be unused."""

import json
from pathlib import Path

from devstack import resources, rights
from devstack.resources import Resource
from devstack.rights import Comparison, Names, Right

ARN = "arn:aws:dynamodb:eu-west-3:000000000000:table/app-Pairs-1"
NAMES = Names({"app-Role-1": "ReportFunctionRole", "app-Pairs-1": "Pairs"})
GET = Right("app-Role-1", "dynamodb:GetItem", ARN)
QUERY = Right("app-Role-1", "dynamodb:Query", f"{ARN}/index/par-statut")


def compared(*journal: tuple[str, Right], elsewhere: dict[str, str] | None = None) -> Comparison:
    return Comparison({GET, QUERY}, list(journal), NAMES, elsewhere or {})


def told(*journal: tuple[str, Right], elsewhere: dict[str, str] | None = None) -> list[str]:
    return list(compared(*journal, elsewhere=elsewhere).lines())


def test_a_right_that_no_call_used_is_told_by_the_templates_names() -> None:
    assert told(("used", GET)) == [
        "1 of 2 rights were used; 0 only AWS can use.",
        "\nNot used (remove or test them):",
        "  ReportFunctionRole dynamodb:Query table/Pairs/index/par-statut",
    ]


def test_what_only_aws_can_use_is_counted_and_not_told() -> None:
    assert told(("used", GET), elsewhere={"* dynamodb:Query *": "a reason"}) == [
        "1 of 2 rights were used; 1 only AWS can use."
    ]


def test_what_was_refused_is_told() -> None:
    lines = told(("used", GET), ("used", QUERY), ("refused", Right("app-Role-1", "dynamodb:PutItem", ARN)))
    assert lines == [
        "2 of 2 rights were used; 0 only AWS can use.",
        "\nRefused:",
        "  ReportFunctionRole dynamodb:PutItem table/Pairs",
    ]


def test_a_reason_for_a_right_that_is_used_is_told() -> None:
    lines = told(("used", GET), ("used", QUERY), elsewhere={"* dynamodb:Query *": "a reason"})
    assert lines == [
        "2 of 2 rights were used; 0 only AWS can use.",
        "\nReasons in unsupported.json for nothing:",
        "  * dynamodb:Query *",
    ]


def test_only_use_or_a_reason_makes_it_exact() -> None:
    reason = {"* dynamodb:Query *": "a reason"}
    assert compared(("used", GET), ("used", QUERY)).is_exact()
    assert compared(("used", GET), elsewhere=reason).is_exact()
    assert not compared(("used", GET)).is_exact()
    assert not compared(("used", GET), ("used", QUERY), elsewhere=reason).is_exact()
    assert not compared(("used", GET), ("used", QUERY), ("refused", GET)).is_exact()


def test_names_are_of_what_was_made_and_leave_paths_alone() -> None:
    made = [
        Resource("app", "Pairs", "AWS::DynamoDB::Table", "app-Pairs-1", ""),
        Resource("app", "Workflow", "AWS::Logs::LogGroup", "/app/workflows", ""),
        Resource("app", "Events", "AWS::SES::ConfigurationSet", "unknown", ""),
    ]
    assert Names.of(made).logical == {"app-Pairs-1": "Pairs"}


def test_each_reason_of_unsupported_json_is_a_text() -> None:
    for reasons in json.loads(resources.UNSUPPORTED.read_text()).values():
        assert all(isinstance(reason, str) and reason for reason in reasons.values())


def test_a_journal_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert rights.read_journal(tmp_path / "rights.jsonl") == []
