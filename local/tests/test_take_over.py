"""Taking over what a deleted stack has left, as far as it goes without AWS."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from cfnlint import lint
from test_operations import FakeAws, fake  # noqa: F401  (pytest finds the fixture by its name)
from test_template import referred
from translated import of_type, translated

EARLIER = "arn:aws:cloudformation:eu-west-3:123456789012:stack/vis-mon-job/1"
KEPT = {
    **dict.fromkeys(of_type(translated(), "AWS::DynamoDB::Table"), "AWS::DynamoDB::Table"),
    **{name: "AWS::SecretsManager::Secret" for name in ("LinkKey", "RenewableLinkKey")},
    "ReportBucket": "AWS::S3::Bucket",
}


def left(fake: FakeAws, status: str = "DELETE_SKIPPED") -> None:  # noqa: F811
    resources = KEPT | {"ApiLogAccountRole": "AWS::IAM::Role", "Api": "AWS::ApiGateway::RestApi"}
    fake.answers["cloudformation list-stack-resources"] = {
        "StackResourceSummaries": [
            {
                "LogicalResourceId": name,
                "PhysicalResourceId": f"old-{name}",
                "ResourceType": kind,
                "ResourceStatus": "DELETE_COMPLETE" if name == "Api" else status,
            }
            for name, kind in resources.items()
        ]
    }
    fake.answers["cloudformation get-template"] = {"TemplateBody": translated()}
    fake.answers |= {"cloudformation create-change-set": {}, "cloudformation wait": {}}


def taken_over(fake: FakeAws, folder: Path, earlier: str = EARLIER) -> subprocess.CompletedProcess[str]:  # noqa: F811
    return fake.run("take_over.py", "--from", earlier, "--stack", "vis-mon-job", "--folder", str(folder))


def test_the_files_of_the_import_name_all_that_was_left_and_nothing_else(fake: FakeAws, tmp_path: Path) -> None:  # noqa: F811
    left(fake)
    done = taken_over(fake, tmp_path)
    assert done.returncode == 0, done.stderr
    resources = json.loads((tmp_path / "resources-to-import.json").read_text())
    assert {each["LogicalResourceId"]: each["ResourceType"] for each in resources} == KEPT
    identifiers = {each["LogicalResourceId"]: each["ResourceIdentifier"] for each in resources}
    assert identifiers["Pairs"] == {"TableName": "old-Pairs"}
    assert identifiers["LinkKey"] == {"Id": "old-LinkKey"}
    assert identifiers["ReportBucket"] == {"BucketName": "old-ReportBucket"}
    template: dict[str, Any] = json.loads((tmp_path / "template.json").read_text())
    assert set(template["Resources"]) == set(KEPT)
    assert referred(template["Resources"]) <= set(template["Parameters"])
    assert lint(json.dumps(template)) == []
    (asked,) = fake.asked("cloudformation create-change-set")
    assert asked[asked.index("--change-set-type") + 1] == "IMPORT"


@pytest.mark.parametrize(
    ("earlier", "status", "why"),
    [("vis-mon-job", "DELETE_SKIPPED", "Give the id"), (EARLIER, "CREATE_COMPLETE", "has left no table")],
)
def test_what_another_stack_still_has_is_not_taken(
    fake: FakeAws, tmp_path: Path, earlier: str, status: str, why: str  # noqa: F811
) -> None:
    left(fake, status)
    assert why in taken_over(fake, tmp_path, earlier).stderr
    assert not (tmp_path / "resources-to-import.json").exists()
