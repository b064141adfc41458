"""The operator's commands, with an AWS command line that answers from a list and writes down what it was asked."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from devstack.settings import REPOSITORY

OPERATIONS = REPOSITORY / "operations"
STACK = {
    "StackId": "arn:aws:cloudformation:eu-west-3:123456789012:stack/vis-mon-job/1",
    "Outputs": [{"OutputKey": "MailsTable", "OutputValue": "mails"}],
}
FAKE = """#!/usr/bin/env python3
import json, os, pathlib, sys
folder = pathlib.Path(os.environ["FAKE_AWS"])
with (folder / "asked").open("a") as asked:
    asked.write(json.dumps(sys.argv[1:]) + "\\n")
answers = json.loads((folder / "answers").read_text())
command = " ".join(sys.argv[1:3])
if command not in answers:
    refusals = json.loads((folder / "refusals").read_text())
    sys.exit(refusals.get(command, "An error occurred: Stack with id vis-mon-job does not exist"))
print(json.dumps(answers[command]))
"""


class FakeAws:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.answers: dict[str, Any] = {"cloudformation describe-stacks": {"Stacks": [STACK]}}
        self.refusals: dict[str, str] = {}
        self.resources("AWS::StepFunctions::StateMachine", "arn:daily", "arn:mailing")
        self.protected("true")
        program = folder / "aws"
        program.write_text(FAKE)
        program.chmod(0o755)

    def resources(self, kind: str, *names: str) -> None:
        listed = [{"ResourceType": kind, "PhysicalResourceId": name} for name in names]
        self.answers["cloudformation list-stack-resources"] = {"StackResourceSummaries": listed}

    def protected(self, value: str, tables: bool = True) -> None:
        parameters = {"DeletionProtection": value, "QuotaShare": "70"}
        named = [{"ParameterKey": name, "ParameterValue": value} for name, value in parameters.items()]
        self.answers["cloudformation describe-stacks"] = {"Stacks": [STACK | {"Parameters": named}]}
        self.answers["dynamodb describe-table"] = {"Table": {"DeletionProtectionEnabled": tables}}

    def run(self, script: str, *arguments: str, cwd: Path = REPOSITORY) -> subprocess.CompletedProcess[str]:
        (self.folder / "answers").write_text(json.dumps(self.answers))
        (self.folder / "refusals").write_text(json.dumps(self.refusals))
        environment = os.environ | {"FAKE_AWS": str(self.folder), "PATH": f"{self.folder}:{os.environ['PATH']}"}
        command = [sys.executable, str(OPERATIONS / script), *arguments]
        return subprocess.run(command, capture_output=True, text=True, env=environment, cwd=cwd)

    def asked(self, command: str) -> list[list[str]]:
        lines = (self.folder / "asked").read_text().splitlines()
        return [asked for line in lines if " ".join((asked := json.loads(line))[:2]) == command]


@pytest.fixture
def fake(tmp_path: Path) -> FakeAws:
    return FakeAws(tmp_path)


def mail(key: str, motif: str) -> dict[str, Any]:
    return {"envoi": {"S": key}, "motif": {"S": motif}}


FAILED = [
    mail("lien/a/1", "refusé par SES : MessageRejected (…)"),
    mail("lien/b/1", "refusé par SES : MessageRejected (…)"),
    mail("lien/c/1", "issue inconnue : le service d’envoi n’a pas répondu, après MessageRejected"),
    mail("lien/d/1", "le service d’envoi n’a pas pris le mail malgré plusieurs essais"),
]


def test_mails_of_one_cause_wait_again_and_never_those_of_unknown_outcome(fake: FakeAws) -> None:
    fake.answers["dynamodb query"] = {"Items": FAILED}
    fake.answers["dynamodb batch-execute-statement"] = {
        "Responses": [{}, {"Error": {"Code": "ConditionalCheckFailed"}}]
    }
    done = fake.run("resend.py", "--stack", "vis-mon-job", "--motif", "MessageRejected")
    assert done.returncode == 0, done.stderr
    assert "1 mails wait again" in done.stdout
    assert "Not changed: lien/b/1" in done.stdout
    (asked,) = fake.asked("dynamodb batch-execute-statement")
    statements = json.loads(asked[asked.index("--statements") + 1])
    assert [statement["Parameters"] for statement in statements] == [[{"S": "lien/a/1"}], [{"S": "lien/b/1"}]]


@pytest.mark.parametrize("motif", ["issue inconnue", "inconnue", "issue inconnue : le service d’envoi"])
def test_the_unknown_cannot_be_chosen(fake: FakeAws, motif: str) -> None:
    fake.answers["dynamodb query"] = {"Items": FAILED}
    done = fake.run("resend.py", "--stack", "vis-mon-job", "--motif", motif)
    assert done.returncode != 0
    assert "may have arrived" in done.stderr
    assert fake.asked("dynamodb batch-execute-statement") == []


def test_without_a_cause_the_causes_are_shown_and_nothing_changes(fake: FakeAws) -> None:
    fake.answers["dynamodb query"] = {"Items": FAILED}
    done = fake.run("resend.py", "--stack", "vis-mon-job")
    assert "     2 refusé par SES : MessageRejected (…)" in done.stdout
    assert fake.asked("dynamodb batch-execute-statement") == []


def test_the_names_of_a_stack_are_variables_of_the_shell_and_outputs_go_first(fake: FakeAws) -> None:
    fake.answers["cloudformation list-stack-resources"] = {
        "StackResourceSummaries": [
            {"LogicalResourceId": "Pairs", "ResourceType": "x", "PhysicalResourceId": "vis-mon-job-Pairs-1"},
            {"LogicalResourceId": "MailsTable", "ResourceType": "x", "PhysicalResourceId": "not this"},
        ]
    }
    done = fake.run("names.py", "--stack", "vis-mon-job")
    assert done.stdout == "MailsTable=mails\nPairs=vis-mon-job-Pairs-1\n", done.stderr


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    settings = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    subprocess.run(["git", *settings, "commit", "-q", "--allow-empty", "-m", "x"], cwd=folder, check=True)
    for name in ("user.name", "user.email"):
        subprocess.run(["git", "config", name, "t@example.org"], cwd=folder, check=True)
    return folder


def tags(repository: Path) -> str:
    return subprocess.run(["git", "tag"], cwd=repository, capture_output=True, text=True).stdout.strip()


def released(fake: FakeAws, repository: Path, version: str, deploy: str) -> subprocess.CompletedProcess[str]:
    arguments = ("release", "--stack", "vis-mon-job", "--version", version, "--deploy", deploy)
    return fake.run("release.py", *arguments, cwd=repository)


def test_a_release_is_deployed_and_tagged(fake: FakeAws, repository: Path) -> None:
    fake.answers["stepfunctions list-executions"] = {"executions": []}
    done = released(fake, repository, "1.2.0", "true")
    assert done.returncode == 0, done.stderr
    assert len(fake.asked("stepfunctions list-executions")) == 2
    assert tags(repository) == "v1.2.0"


def test_one_release_goes_to_both_environments_from_one_commit_only(fake: FakeAws, repository: Path) -> None:
    fake.answers["stepfunctions list-executions"] = {"executions": []}
    released(fake, repository, "1.2.0", "true")
    again = released(fake, repository, "1.2.0", "true")
    assert "tagged already" in again.stdout and again.returncode == 0
    subprocess.run(["git", "commit", "-q", "--allow-empty", "-m", "y"], cwd=repository, check=True)
    assert "released already" in released(fake, repository, "1.2.0", "touch deployed").stderr
    assert not (repository / "deployed").exists()


def test_the_first_deployment_finds_no_stack(fake: FakeAws, repository: Path) -> None:
    afterwards = fake.folder / "afterwards"
    afterwards.write_text(json.dumps(fake.answers))
    del fake.answers["cloudformation describe-stacks"]
    done = released(fake, repository, "1.0.0", f"cp {afterwards} {fake.folder / 'answers'}")
    assert done.returncode == 0, done.stderr
    assert tags(repository) == "v1.0.0"


def test_nothing_is_released_while_a_workflow_is_at_work(fake: FakeAws, repository: Path) -> None:
    fake.answers["stepfunctions list-executions"] = {"executions": [{"executionArn": "arn:running"}]}
    done = released(fake, repository, "1.2.0", "touch deployed")
    assert "arn:running" in done.stderr
    assert tags(repository) == ""
    assert not (repository / "deployed").exists()


@pytest.mark.parametrize("version", ["", "1.2", "v1.2.0"])
def test_a_release_has_a_version(fake: FakeAws, repository: Path, version: str) -> None:
    assert "Name the version" in released(fake, repository, version, "true").stderr


def test_a_failed_deployment_and_uncommitted_work_are_not_tagged(fake: FakeAws, repository: Path) -> None:
    fake.answers["stepfunctions list-executions"] = {"executions": []}
    assert "nothing is tagged" in released(fake, repository, "1.2.0", "false").stderr
    (repository / "new").write_text("")
    assert "Commit first" in released(fake, repository, "1.2.0", "true").stderr
    assert tags(repository) == ""


def with_alias(fake: FakeAws, current: str, *versions: str) -> None:
    arn = "arn:aws:lambda:eu-west-3:123456789012:function:site:live"
    fake.resources("AWS::Lambda::Alias", arn)
    fake.answers["lambda get-alias"] = {"FunctionVersion": current}
    fake.answers["lambda list-versions-by-function"] = {"Versions": [{"Version": each} for each in versions]}
    fake.answers["lambda update-alias"] = {}


def test_a_rollback_moves_the_alias_to_the_version_before(fake: FakeAws) -> None:
    with_alias(fake, "10", "$LATEST", "1", "9", "10", "11")
    done = fake.run("release.py", "rollback", "--stack", "vis-mon-job")
    assert "site: version 10 → 9" in done.stdout
    (asked,) = fake.asked("lambda update-alias")
    assert asked[asked.index("--function-version") + 1] == "9"


def test_a_rollback_without_an_earlier_version_changes_nothing(fake: FakeAws) -> None:
    with_alias(fake, "1", "$LATEST", "1")
    done = fake.run("release.py", "rollback", "--stack", "vis-mon-job")
    assert "no version before 1" in done.stderr
    assert fake.asked("lambda update-alias") == []


def settled(fake: FakeAws) -> subprocess.CompletedProcess[str]:
    return fake.run("settle.py", "--stack", "vis-mon-job")


def test_after_the_first_deployment_the_tables_are_protected(fake: FakeAws) -> None:
    fake.protected("false")
    fake.resources("AWS::DynamoDB::Table", "pairs", "mails")
    fake.answers |= {"cloudformation update-stack": {}, "cloudformation wait": {}}
    done = settled(fake)
    assert done.returncode == 0, done.stderr
    (asked,) = fake.asked("cloudformation update-stack")
    assert "--use-previous-template" in asked
    assert json.loads(asked[asked.index("--parameters") + 1]) == [
        {"ParameterKey": "DeletionProtection", "ParameterValue": "true"},
        {"ParameterKey": "QuotaShare", "UsePreviousValue": True},
    ]
    assert len(fake.asked("dynamodb describe-table")) == 2


def test_a_stack_that_is_protected_is_not_updated_again(fake: FakeAws) -> None:
    fake.resources("AWS::DynamoDB::Table", "pairs")
    assert "All tables refuse to be deleted" in settled(fake).stdout
    assert fake.asked("cloudformation update-stack") == []


def test_a_release_without_protected_tables_is_not_tagged(fake: FakeAws, repository: Path) -> None:
    fake.protected("true", tables=False)
    fake.resources("AWS::DynamoDB::Table", "pairs")
    done = released(fake, repository, "1.2.0", "true")
    assert "can still be deleted:\n  pairs" in done.stderr
    assert tags(repository) == ""


def test_old_versions_go_and_those_for_a_rollback_stay(fake: FakeAws) -> None:
    with_alias(fake, "10", "$LATEST", "1", "2", "8", "9", "10", "11")
    fake.answers["lambda delete-function"] = {}
    assert settled(fake).returncode == 0
    deleted = [asked[asked.index("--qualifier") + 1] for asked in fake.asked("lambda delete-function")]
    assert deleted == ["1", "2"]


@pytest.mark.parametrize("versions", [["10"], ["9", "10"], ["8", "9", "10"]])
def test_few_versions_all_stay(fake: FakeAws, versions: list[str]) -> None:
    with_alias(fake, "10", "$LATEST", *versions)
    assert settled(fake).returncode == 0
    assert fake.asked("lambda delete-function") == []


def change(action: str, name: str, kind: str, replacement: str | None = None) -> dict[str, Any]:
    changed = {"Action": action, "LogicalResourceId": name, "ResourceType": kind}
    return {"ResourceChange": changed | ({"Replacement": replacement} if replacement else {})}


def shown(fake: FakeAws, *changes: dict[str, Any]) -> subprocess.CompletedProcess[str]:
    fake.answers["cloudformation describe-change-set"] = {"Changes": list(changes)}
    return fake.run("change_set.py", "arn:change-set")


def test_a_change_set_is_shown_as_a_table(fake: FakeAws) -> None:
    done = shown(
        fake,
        change("Modify", "Pairs", "AWS::DynamoDB::Table", "False"),
        change("Remove", "OldAlarm", "AWS::CloudWatch::Alarm"),
        change("Add", "NewTable", "AWS::DynamoDB::Table"),
    )
    assert done.returncode == 0, done.stderr
    assert "| Modify | False | Pairs | AWS::DynamoDB::Table |" in done.stdout


@pytest.mark.parametrize(("action", "replacement"), [("Modify", "True"), ("Modify", "Conditional"), ("Remove", None)])
@pytest.mark.parametrize("kind", ["AWS::DynamoDB::Table", "AWS::SecretsManager::Secret", "AWS::S3::Bucket"])
def test_a_change_set_that_would_lose_data_is_refused(
    fake: FakeAws, kind: str, action: str, replacement: str | None
) -> None:
    done = shown(fake, change(action, "Kept", kind, replacement))
    assert done.returncode != 0
    assert "removes or replaces Kept" in done.stderr
