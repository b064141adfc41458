"""The checks for the first day, with an AWS command line that answers as a new account would, and a site of the test's own."""

import json
import re
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from test_operations import FakeAws
from translated import translated

from devstack import rights
from devstack.resources import Resource
from devstack.rights import Right
from devstack.settings import ACCOUNT, REGION, REPOSITORY

sys.path.insert(0, str(REPOSITORY / "operations"))

import checks
import smoke
from checks import Check, Wrong

IDENTITY = {"DkimAttributes": {"SigningEnabled": True, "Status": "SUCCESS"}, "MailFromAttributes": {}}


@pytest.fixture
def account(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeAws:
    monkeypatch.delenv("AWS_ENDPOINT_URL", raising=False)
    fake = FakeAws(tmp_path)
    fake.answers |= {
        "cloudformation describe-stacks": {
            "Stacks": [
                fake.answers["cloudformation describe-stacks"]["Stacks"][0]
                | {
                    "StackStatus": "CREATE_COMPLETE",
                    "Outputs": [{"OutputKey": "EditionsTable", "OutputValue": "editions"}],
                    "Parameters": [{"ParameterKey": "AllowFutureDays", "ParameterValue": "true"}],
                }
            ]
        },
        "sts get-caller-identity": {"Arn": "arn:aws:iam::123456789012:user/ada", "Account": "123456789012"},
        "lambda get-account-settings": {
            "AccountLimit": {"ConcurrentExecutions": 10, "TotalCodeSize": 100},
            "AccountUsage": {"TotalCodeSize": 1},
        },
        "apigateway get-account": {"throttleSettings": {"rateLimit": 10000.0}},
        "sesv2 get-account": {"ProductionAccessEnabled": False, "SuppressionAttributes": {}},
        "sesv2 get-email-identity": IDENTITY,
        "ses get-send-quota": {"Max24HourSend": 200, "MaxSendRate": 1, "SentLast24Hours": 0},
        "ses get-identity-verification-attributes": {"VerificationAttributes": {}},
        "dynamodb scan": {
            "Items": [{"edition": {"S": "2026"}, "jour": {"S": "2026-11-24"}, "expediteur": {"S": "a@mail.gouv.fr"}}]
        },
        "sns list-subscriptions-by-topic": {
            "Subscriptions": [{"SubscriptionArn": "PendingConfirmation", "Endpoint": "ops@example.org"}]
        },
    }
    fake.resources("AWS::SNS::Topic", "arn:aws:sns:eu-west-3:123456789012:vis-mon-job-Alarms-1")
    return fake


def line(told: str, name: str) -> str:
    lines = told.splitlines()
    (start,) = [index for index, each in enumerate(lines) if f" {name}: " in each]
    return "\n".join(lines[start : start + 2])


@pytest.mark.parametrize(
    ("name", "what", "cure"),
    [
        ("Concurrency", "10 functions at once, 100 are needed", "request-service-quota-increase"),
        ("API Gateway's role", "may not write logs", "docs/first-deployment.md"),
        ("SES sandbox", "verified addresses only", "production access"),
        ("SES quota", "200 mails in 24 hours", "higher quota"),
        ("SES suppression list", "takes []", "put-account-suppression-attributes"),
        ("Sender verified", "neither a@mail.gouv.fr nor mail.gouv.fr nor gouv.fr", "verify the domain"),
        ("Sender signed", "MAIL FROM of a@mail.gouv.fr: not set", "docs/first-deployment.md"),
        ("Alarms reach somebody", "not confirmed by ops@example.org", "confirm by the link"),
        ("Days to come", "a wrong digit may erase an edition", "AllowFutureDays=false"),
    ],
)
def test_what_a_new_account_lacks_is_told_with_what_to_do(account: FakeAws, name: str, what: str, cure: str) -> None:
    done = account.run("preflight.py", "--stack", "vis-mon-job")
    assert done.returncode != 0
    found = line(done.stdout, name)
    assert found.startswith("FAILS")
    assert what in found
    assert cure in found
    assert line(done.stdout, "Edition").startswith("ok       Edition: 2026 on 2026-11-24")


def test_a_role_for_logs_that_is_gone_is_told(account: FakeAws) -> None:
    account.answers["apigateway get-account"] = {"cloudwatchRoleArn": "arn:aws:iam::123456789012:role/a/ApiLog-1"}
    account.refusals["iam get-role"] = "An error occurred (NoSuchEntity) when calling the GetRole operation"
    gone = line(account.run("preflight.py", "--stack", "vis-mon-job").stdout, "API Gateway's role")
    assert gone.startswith("FAILS") and "role/a/ApiLog-1 was deleted" in gone
    assert account.asked("iam get-role")[0][2:4] == ["--role-name", "ApiLog-1"]

    account.refusals["iam get-role"] = "An error occurred (AccessDenied) when calling the GetRole operation"
    unread = line(account.run("preflight.py", "--stack", "vis-mon-job").stdout, "API Gateway's role")
    assert unread.startswith("FAILS") and "AccessDenied" in unread

    account.answers["iam get-role"] = {"Role": {}}
    found = line(account.run("preflight.py", "--stack", "vis-mon-job").stdout, "API Gateway's role")
    assert found.startswith("ok")


def test_before_the_first_deployment_the_account_alone_is_looked_at(account: FakeAws) -> None:
    del account.answers["cloudformation describe-stacks"]
    told = account.run("preflight.py", "--stack", "vis-mon-job").stdout
    assert line(told, "Stack").startswith("skipped  Stack: the stack is not deployed yet")
    assert line(told, "Concurrency").startswith("FAILS")


def refuse() -> str:
    raise Wrong("so it is")


def test_of_localstack_is_not_asked_what_only_aws_knows(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(checks, "LOCAL", True)
    checks.run([Check("One", refuse, "mend it", "it has none")])
    with pytest.raises(SystemExit):
        checks.run([Check("Two", refuse, "mend it")])
    told = capsys.readouterr().out
    assert "skipped  One: not asked of LocalStack: it has none" in told
    assert "FAILS    Two: so it is\n         → mend it" in told


class Site:
    """Answers what a test wants."""

    def __init__(self) -> None:
        self.answer: Any = lambda path, accept: (200, {}, "")
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                status, headers, body = site.answer(self.path, self.headers["Accept"])
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, *words: object) -> None: ...

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.server.shutdown()


@pytest.fixture
def deployed(site: Site, monkeypatch: pytest.MonkeyPatch) -> smoke.Deployed:
    made = object.__new__(smoke.Deployed)
    made.site, made.outputs, made.stack, made.region, made.account = site.address, {"RestApiId": "a", "Stage": "Prod"}, "s", REGION, ACCOUNT
    made.made = {"Pairs": {"PhysicalResourceId": "s-Pairs-1"}, "Role": {"PhysicalResourceId": "s-Role-1"}}
    monkeypatch.setattr(smoke, "REQUESTS_FOR_429", 6)
    return made


ALL_HEADERS = dict.fromkeys(smoke.HEADERS, "x")


def test_a_page_without_its_headers_or_with_a_wrong_status_is_named(
    site: Site, deployed: smoke.Deployed, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = [{"path": path, "resourceMethods": {"ANY": {}}} for path in ("/", "/sante", "/binome/{link}")]
    monkeypatch.setattr(smoke, "aws", lambda *words: {"items": items})
    site.answer = lambda path, accept: (200, ALL_HEADERS, "")
    assert deployed.pages() == "2 pages: / /sante"
    site.answer = lambda path, accept: (200, ALL_HEADERS if path == "/" else {}, "")
    with pytest.raises(Wrong, match="/sante lacks the headers"):
        deployed.pages()
    site.answer = lambda path, accept: (502, ALL_HEADERS, "Bad gateway")
    with pytest.raises(Wrong, match="/ answers 502"):
        deployed.pages()


def test_a_refusal_of_too_many_requests_is_looked_at_as_page_and_as_json(site: Site, deployed: smoke.Deployed) -> None:
    def right(path: str, accept: str) -> tuple[int, dict[str, str], str]:
        return 429, ALL_HEADERS, "Trop de demandes" if accept == "text/html" else '{"status":429}'

    site.answer = right
    assert deployed.too_many() == "as page and as JSON"
    site.answer = lambda path, accept: (429, ALL_HEADERS, "Trop de demandes")
    with pytest.raises(Wrong, match="429 as application/json"):
        deployed.too_many()
    site.answer = lambda path, accept: (200, ALL_HEADERS, "")
    with pytest.raises(Wrong, match="none of 6 requests"):
        deployed.too_many()


def test_a_second_stage_is_told(deployed: smoke.Deployed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smoke, "aws", lambda *words: {"item": [{"stageName": "Stage"}, {"stageName": "Prod"}]})
    with pytest.raises(Wrong, match="Stage, Prod"):
        deployed.one_stage()


ARN = f"arn:aws:dynamodb:{REGION}:{ACCOUNT}:table/s-Pairs-1"


def of_its_own(action: str, resource: str, decision: str) -> dict[str, Any]:
    """As LocalStack answers, and IAM for all resources."""
    return {"EvalActionName": action, "EvalResourceName": resource, "EvalDecision": decision}


def below_the_action(action: str, resource: str, decision: str) -> dict[str, Any]:
    """As IAM answers; the decision for the action is about all resources together."""
    each = {"EvalResourceName": resource, "EvalResourceDecision": decision}
    return of_its_own(action, "*", "implicitDeny") | {"ResourceSpecificResults": [each]}


@pytest.mark.parametrize("answer", [of_its_own, below_the_action])
def test_a_recorded_call_that_the_real_role_does_not_allow_is_told(
    deployed: smoke.Deployed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, answer: Callable[..., dict[str, Any]]
) -> None:
    resource = "arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Pairs}"
    recorded = tmp_path / "calls.json"
    calls = [("dynamodb:Scan", resource), ("dynamodb:GetItem", resource), ("ses:GetSendQuota", "*")]
    recorded.write_text(json.dumps([{"role": "Role", "action": action, "resource": on} for action, on in calls]))
    monkeypatch.setattr(smoke, "RECORDED", recorded)
    asked = []

    def aws(*words: str) -> dict[str, Any]:
        asked.append(words)
        if "--resource-arns" not in words:
            return {"EvaluationResults": [of_its_own("ses:GetSendQuota", "*", "allowed")]}
        return {"EvaluationResults": [answer("dynamodb:Scan", ARN, decision), answer("dynamodb:GetItem", ARN, "allowed")]}

    monkeypatch.setattr(smoke, "aws", aws)
    decision = "allowed"
    assert deployed.simulated() == "3 recorded calls are allowed"
    [of_the_table, of_all] = asked
    assert ARN in of_the_table
    assert "--resource-arns" not in of_all
    decision = "implicitDeny"
    with pytest.raises(Wrong, match="^s-Role-1 dynamodb:Scan on .*: implicitDeny$"):
        deployed.simulated()


def test_a_recorded_call_of_which_iam_says_nothing_is_told(
    deployed: smoke.Deployed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    recorded = tmp_path / "calls.json"
    recorded.write_text(json.dumps([{"role": "Role", "action": "ses:GetSendQuota", "resource": "*"}]))
    monkeypatch.setattr(smoke, "RECORDED", recorded)
    monkeypatch.setattr(smoke, "aws", lambda *words: {"EvaluationResults": []})
    with pytest.raises(Wrong, match="ses:GetSendQuota on .*: no answer"):
        deployed.simulated()


@pytest.mark.parametrize("kind", ["ERROR", "SECURITY_WARNING"])
def test_a_policy_that_the_analyzer_finds_wrong_is_told(
    deployed: smoke.Deployed, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(smoke.Deployed, "policies", lambda self: [("Role/Function", {}, ("IDENTITY_POLICY",))])
    finding = {"findingType": kind, "issueCode": "INVALID_ACTION", "findingDetails": "No such action"}
    monkeypatch.setattr(smoke, "aws_with_file", lambda *words: {"findings": [finding]})
    with pytest.raises(Wrong, match="Role/Function: INVALID_ACTION"):
        deployed.analysed()


def test_calls_are_recorded_with_the_names_of_the_template() -> None:
    made = [
        Resource("app", "Pairs", "AWS::DynamoDB::Table", "app-Pairs-1", ""),
        Resource("app", "ReportRole", "AWS::IAM::Role", "app-ReportRole-2", ""),
    ]
    place = f":{REGION}:{ACCOUNT}:"
    used = [
        Right("app-ReportRole-2", "dynamodb:Query", f"arn:aws:dynamodb{place}table/app-Pairs-1/index/par-statut"),
        Right("app-ReportRole-2", "states:StartExecution", f"arn:aws:states{place}stateMachine:app-mailing"),
        Right("of-a-test", "s3:GetObject", "x"),
    ]
    calls = rights.recorded(used, made, "app")
    assert [(call["role"], call["resource"]) for call in calls] == [
        ("ReportRole", "arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Pairs}/index/par-statut"),
        ("ReportRole", "arn:aws:states:${AWS::Region}:${AWS::AccountId}:stateMachine:${AWS::StackName}-mailing"),
    ]


def test_the_recorded_calls_are_of_roles_and_resources_of_the_template() -> None:
    known = set(translated()["Resources"])
    calls = json.loads((REPOSITORY / "operations" / "recorded-calls.json").read_text())
    assert len(calls) > 100
    for call in calls:
        assert call["role"] in known, call
        assert set(re.findall(r"\$\{(\w+)\}", call["resource"])) <= known, call
