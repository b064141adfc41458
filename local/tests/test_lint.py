"""What `make lint` makes of the checkers' findings, and of policies before they are checked."""

import json
import sys

from devstack.settings import LOCAL

sys.path.append(str(LOCAL / "lint"))

from findings import Accepted, Finding, complaints, read  # noqa: E402
from policies import policies  # noqa: E402

FOUND = Finding("CKV_AWS_26", "Alarms", "Ensure all data is encrypted")


def test_a_finding_that_nobody_accepted_is_told() -> None:
    accepted = [Accepted("CKV_AWS_27", "*", "another"), Accepted("CKV_AWS_26", "Rejected*", "elsewhere")]
    assert list(complaints([FOUND], accepted))[0] == "CKV_AWS_26 Alarms: Ensure all data is encrypted"


def test_an_accepted_finding_is_not_told() -> None:
    assert list(complaints([FOUND], [Accepted("CKV_AWS_26", "*", "a reason")])) == []


def test_an_acceptance_without_a_finding_is_told() -> None:
    assert list(complaints([], [Accepted("CKV_AWS_26", "*", "a reason")])) == [
        "CKV_AWS_26 *: accepted, but there is no such finding"
    ]


def test_each_acceptance_has_a_reason() -> None:
    assert all(entry.reason.endswith(".") for entry in read(LOCAL / "lint" / "accepted.json"))


def test_policies_come_with_the_arns_that_aws_would_put_in() -> None:
    statement = {
        "Effect": "Allow",
        "Action": "dynamodb:Query",
        "Resource": [{"Fn::GetAtt": ["Pairs", "Arn"]}, {"Fn::Sub": "${Pairs.Arn}/index/par-statut"}, {"Ref": "Daily"}],
    }
    template = {
        "Parameters": {},
        "Resources": {
            "Pairs": {"Type": "AWS::DynamoDB::Table"},
            "Daily": {"Type": "AWS::StepFunctions::StateMachine"},
            "Role": {
                "Type": "AWS::IAM::Role",
                "Properties": {
                    "AssumeRolePolicyDocument": {"Statement": ["of trust"]},
                    "Policies": [{"PolicyDocument": {"Statement": [statement]}}],
                },
            },
        },
    }
    [(resource, document)] = policies(template)
    assert resource == "Role"
    pairs = "arn:aws:dynamodb:eu-west-3:123456789012:table/vis-mon-job-Pairs"
    assert json.loads(json.dumps(document))["Statement"][0]["Resource"] == [
        pairs,
        f"{pairs}/index/par-statut",
        "arn:aws:states:eu-west-3:123456789012:stateMachine:vis-mon-job-Daily",
    ]
