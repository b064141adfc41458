"""What must work on a stack that was just deployed. It writes an edition and a mail for the trial, and deletes both."""

import argparse
import base64
import json
import re
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from aws_cli import aws, aws_with_file, main, outputs
from checks import LOCAL, Check, Wrong, run

RECORDED = Path(__file__).resolve().parent / "recorded-calls.json"
HEADERS = ("content-security-policy", "strict-transport-security", "x-content-type-options", "referrer-policy")
REQUESTS_FOR_429 = 800
AT_ONCE = 64
TRIAL = "essai-de-mise-en-service"
SECURITY = "/.well-known/security.txt"
"""Not there without the parameter PublisherSecurity, which the local stack does not have."""
GONE = "2000-01-"  # days of the trial's edition: nothing is due any more, and it is never the site's current one


class Reply:
    def __init__(self, status: int, headers: dict[str, str], body: str) -> None:
        self.status, self.headers, self.body = status, {name.lower(): value for name, value in headers.items()}, body

    def must(self, *statuses: int) -> "Reply":
        if self.status not in statuses:
            raise Wrong(f"{self.status} where {' or '.join(map(str, statuses))} is expected: {self.body[:200]}")
        return self


def get(address: str, accept: str = "text/html") -> Reply:
    request = urllib.request.Request(address, headers={"Accept": accept})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return Reply(answer.status, dict(answer.headers), answer.read().decode(errors="replace"))
    except urllib.error.HTTPError as error:
        return Reply(error.code, dict(error.headers), error.read().decode(errors="replace"))
    except OSError as error:
        raise Wrong(f"{address}: {error}") from error


class Deployed:
    def __init__(self, stack: str) -> None:
        self.stack = stack
        self.outputs = outputs(stack)
        listed = aws("cloudformation", "list-stack-resources", "--stack-name", stack)["StackResourceSummaries"]
        self.region = self.outputs["DailyWorkflow"].split(":")[3]
        self.made = {each["LogicalResourceId"]: each for each in listed}
        self.account = aws("sts", "get-caller-identity")["Account"]
        self.site = self.address()

    def address(self) -> str:
        """What requests tell the functions."""
        stage = aws("apigateway", "get-stage", "--rest-api-id", self.outputs["RestApiId"], "--stage-name", self.outputs["Stage"])
        return str(stage["variables"]["site"])

    def of_type(self, kind: str) -> dict[str, str]:
        return {name: each["PhysicalResourceId"] for name, each in self.made.items() if each["ResourceType"] == kind}

    # The site

    def pages(self) -> str:
        """Every address of the API that has no part to fill in."""
        api = self.outputs["RestApiId"]
        listed = aws("apigateway", "get-resources", "--rest-api-id", api)["items"]
        paths = sorted(each["path"] for each in listed if "{" not in each["path"] and each.get("resourceMethods"))
        for path in paths:
            page = get(self.site + path)
            if page.status not in (200, 409) and not (LOCAL and path == SECURITY):
                raise Wrong(f"{path} answers {page.status}: {page.body[:200]}")
            missing = [name for name in HEADERS if name not in page.headers]
            if missing:
                raise Wrong(f"{path} lacks the headers {', '.join(missing)}")
        if "/" not in paths:
            raise Wrong("the API has no home page")
        return f"{len(paths)} pages: {' '.join(paths)}"

    def assets(self) -> str:
        found = sorted(set(re.findall(r'(?:href|src)="([^"]*assets/[^"]+)"', get(self.site + "/").must(200).body)))
        if not found:
            raise Wrong("the home page names no asset")
        for address in found:
            asset = get(urljoin(self.site + "/", address), "*/*").must(200)
            if "max-age" not in asset.headers.get("cache-control", ""):
                raise Wrong(f"{address} is not to be cached")
        return f"{len(found)} files, cached"

    def errors(self) -> str:
        page = get(self.site + "/nulle-part").must(404)
        if "<html" not in page.body:
            raise Wrong("the page for an unknown address is no page")
        problem = get(self.site + "/nulle-part", "application/json").must(404)
        if "problem+json" not in problem.headers.get("content-type", ""):
            raise Wrong(f"an unknown address answers programs with {problem.headers.get('content-type')}")
        get(self.site + "/inscription/0.0").must(404)
        return "an unknown address and a made-up link: 404 as page and as JSON"

    def one_stage(self) -> str:
        stages = [each["stageName"] for each in aws("apigateway", "get-stages", "--rest-api-id", self.outputs["RestApiId"])["item"]]
        if stages != [self.outputs["Stage"]]:
            raise Wrong(f"the API has the stages {', '.join(stages)}")
        other = f"https://{self.outputs['RestApiId']}.execute-api.{self.region}.amazonaws.com/Stage/"
        if not LOCAL:
            get(other).must(403, 404)
        return f"{stages[0]} alone"

    def too_many(self) -> str:
        for accept, expected in (("text/html", "Trop de demandes"), ("application/json", '"status":429')):
            with ThreadPoolExecutor(AT_ONCE) as threads:
                replies = threads.map(lambda _, wanted=accept: get(self.site + "/sante", wanted), range(REQUESTS_FOR_429))  # type: ignore[misc]
                refused = [reply for reply in replies if reply.status == 429]
            if not refused:
                raise Wrong(f"none of {REQUESTS_FOR_429} requests was refused")
            if expected not in refused[0].body:
                raise Wrong(f"429 as {accept} says {refused[0].body[:200]}")
            if any(name not in refused[0].headers for name in HEADERS):
                raise Wrong(f"429 as {accept} lacks headers")
        return "as page and as JSON"

    # The workflows

    def workflow(self, name: str) -> Callable[[], str]:
        return lambda: self._workflow(name)

    def _workflow(self, name: str) -> str:
        with Temporary(self.outputs["EditionsTable"], "edition", trial_edition()):
            today = datetime.now(ZoneInfo("Europe/Paris")).date().isoformat()
            given = json.dumps({"edition": TRIAL, "today": today})
            started = aws("stepfunctions", "start-execution", "--state-machine-arn", self.outputs[name], "--input", given)
            ended = until(lambda: aws("stepfunctions", "describe-execution", "--execution-arn", started["executionArn"]), ended_well)
        if ended["status"] != "SUCCEEDED":
            raise Wrong(f"{ended['status']} {ended.get('error', '')} {ended.get('cause', '')}: {started['executionArn']}")
        return f"SUCCEEDED ({started['executionArn'].split(':')[-1]})"

    # The mails

    def bounce(self) -> str:
        """A mail to SES's simulator; LocalStack sends no reports, so there the topic gets what SES would say."""
        key = f"{TRIAL}/{int(time.time())}"
        mail = {"envoi": key, "modele": "confirmee", "inscription": TRIAL, "statut": "ENVOYE", "depart": "CAMPAGNE", "numero": "1"}
        item = {name: {"S": value} for name, value in mail.items()} | {"cree_le": {"S": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"}}
        with Temporary(self.outputs["MailsTable"], "envoi", item) as row:
            message = "local" if LOCAL else self._write_to_the_simulator(key)
            row.set("ses_message_id", message)
            if LOCAL:
                self._report(key, message)
            found = until(row.read, lambda mail: mail["statut"]["S"] == "REJETE")
        if found["statut"]["S"] != "REJETE":
            raise Wrong("the bounce was not recorded within two minutes")
        return "given to the topic, and recorded" if LOCAL else "bounced in SES's simulator, and recorded"

    def _write_to_the_simulator(self, key: str) -> str:
        editions = aws("dynamodb", "scan", "--table-name", self.outputs["EditionsTable"])["Items"]
        senders = [edition["expediteur"]["S"] for edition in editions if edition.get("expediteur", {}).get("S")]
        if not senders:
            raise Wrong("no edition names a sender (expediteur)")
        sent = aws(
            *("ses", "send-email", "--from", senders[0], "--to", "bounce@simulator.amazonses.com"),
            *("--subject", "Essai", "--text", "Essai de mise en service"),
            *("--configuration-set-name", self.made["MailEvents"]["PhysicalResourceId"]),
            *("--tags", f"Name=envoi,Value={tag(key)}"),
        )
        return str(sent["MessageId"])

    def _report(self, key: str, message: str) -> None:
        bounced = [{"emailAddress": "bounce@simulator.amazonses.com"}]
        report = {
            "eventType": "Bounce",
            "bounce": {
                "bounceType": "Permanent",
                "bounceSubType": "General",
                "timestamp": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.000Z}",
                "bouncedRecipients": bounced,
            },
            "mail": {"messageId": message, "tags": {"envoi": [tag(key)]}},
        }
        aws("sns", "publish", "--topic-arn", self.outputs["RejectedMailsTopic"], "--message", json.dumps(report))

    # The rights

    def policies(self) -> Iterator[tuple[str, dict[str, Any], tuple[str, ...]]]:
        for name, role in self.of_type("AWS::IAM::Role").items():
            for policy in aws("iam", "list-role-policies", "--role-name", role)["PolicyNames"]:
                found = aws("iam", "get-role-policy", "--role-name", role, "--policy-name", policy)
                yield f"{name}/{policy}", found["PolicyDocument"], ("IDENTITY_POLICY",)
            trust = aws("iam", "get-role", "--role-name", role)["Role"]["AssumeRolePolicyDocument"]
            kind = "AWS::IAM::AssumeRolePolicyDocument"
            yield f"{name}/trust", trust, ("RESOURCE_POLICY", "--validate-policy-resource-type", kind)
        for name, policy in self.of_type("AWS::IAM::ManagedPolicy").items():
            version = aws("iam", "get-policy", "--policy-arn", policy)["Policy"]["DefaultVersionId"]
            found = aws("iam", "get-policy-version", "--policy-arn", policy, "--version-id", version)
            yield name, found["PolicyVersion"]["Document"], ("IDENTITY_POLICY",)
        for name, topic in self.of_type("AWS::SNS::Topic").items():
            found = aws("sns", "get-topic-attributes", "--topic-arn", topic)["Attributes"]["Policy"]
            yield name, json.loads(found), ("RESOURCE_POLICY",)
        for name in self.of_type("AWS::S3::BucketPolicy"):
            found = aws("s3api", "get-bucket-policy", "--bucket", self.outputs["ReportBucket"])["Policy"]
            yield name, json.loads(found), ("RESOURCE_POLICY", "--validate-policy-resource-type", "AWS::S3::Bucket")

    def analysed(self) -> str:
        bad, hints, count = [], 0, 0
        for name, document, (kind, *rest) in self.policies():
            count += 1
            found = aws_with_file(
                ("accessanalyzer", "validate-policy", "--policy-type", kind, *rest), "--policy-document", document
            )["findings"]
            serious = [each for each in found if each["findingType"] in ("ERROR", "SECURITY_WARNING")]
            hints += len(found) - len(serious)
            bad += [f"{name}: {each['issueCode']} {each['findingDetails']}" for each in serious]
        if bad:
            raise Wrong("\n".join(bad))
        return f"{count} policies without an error or a security warning, {hints} hints"

    def simulated(self) -> str:
        """The calls that the tests made on LocalStack, with the real roles in IAM's simulator."""
        asked: dict[tuple[str, bool], list[tuple[str, str]]] = defaultdict(list)
        for call in json.loads(RECORDED.read_text()):
            resource = self.placed(call["resource"])
            asked[self._role(call["role"]), resource == "*"].append((call["action"], resource))
        with ThreadPoolExecutor(8) as threads:
            answers = threads.map(self._denied, [role for role, _ in asked], asked.values())
            denied = [line for lines in answers for line in lines]
        if denied:
            raise Wrong("\n".join(denied))
        return f"{sum(map(len, asked.values()))} recorded calls are allowed"

    def _role(self, name: str) -> str:
        if name not in self.made:
            raise Wrong(f"{RECORDED.name} names the role {name}, which the stack lacks: record the calls again")
        return f"arn:aws:iam::{self.account}:role/{self.made[name]['PhysicalResourceId']}"

    def placed(self, resource: str) -> str:
        """With the stack's own names in the place of the template's."""
        pseudo = {"AWS::Region": self.region, "AWS::AccountId": self.account, "AWS::StackName": self.stack}

        def name(match: re.Match[str]) -> str:
            return pseudo.get(match[1]) or str(self.made[match[1]]["PhysicalResourceId"])

        return re.sub(r"\$\{([\w:]+)\}", name, resource)

    def _denied(self, role: str, calls: list[tuple[str, str]]) -> list[str]:
        """Asks about all actions on all resources at once; only those that were recorded matter."""
        actions = sorted({action for action, _ in calls})
        resources = sorted({resource for _, resource in calls} - {"*"})
        on = ["--resource-arns", *resources] if resources else []
        answer = aws("iam", "simulate-principal-policy", "--policy-source-arn", role, "--action-names", *actions, *on)
        decisions = dict(_decisions(answer["EvaluationResults"]))
        found = {(action, resource): decisions.get((action.lower(), resource), "no answer") for action, resource in calls}
        return [
            f"{role.split('/')[-1]} {action} on {resource}: {decision}"
            for (action, resource), decision in found.items()
            if decision != "allowed"
        ]

    def checks(self) -> list[Check]:
        log = "search the log group of the functions for the reference: runbook, “500”"
        return [
            Check("Pages", self.pages, log),
            Check("Assets", self.assets, log),
            Check("Unknown addresses", self.errors, log),
            Check("Stages", self.one_stage, "deploy again; OpenApiVersion in the template's Globals prevents a stage named Stage"),
            Check("429", self.too_many, "look at MethodSettings of the API and at its GatewayResponses", "it never refuses a request"),
            Check("Matching of nobody", self.workflow("MatchingWorkflow"), "runbook, “A workflow FAILED”"),
            Check("A day of nobody", self.workflow("DailyWorkflow"), "runbook, “A workflow FAILED”"),
            Check("Bounce", self.bounce, "look at the topic RejectedMails, its subscription and the log of MailEventFunction"),
            Check("Policies", self.analysed, "correct the policy in template.yaml", "it has no Access Analyzer"),
            Check("Rights", self.simulated, "a permissions boundary or an SCP may deny it; else correct the role"),
        ]


def _decisions(results: list[dict[str, Any]]) -> Iterator[tuple[tuple[str, str], str]]:
    """IAM tells of several resources below each action; LocalStack makes each a result of its own."""
    for result in results:
        whole = {"EvalResourceName": result.get("EvalResourceName", "*"), "EvalResourceDecision": result["EvalDecision"]}
        for each in result.get("ResourceSpecificResults") or [whole]:
            yield (result["EvalActionName"].lower(), each["EvalResourceName"]), each["EvalResourceDecision"]


class Temporary:
    """An item that is deleted at the end, whatever happens."""

    def __init__(self, table: str, key: str, item: dict[str, Any]) -> None:
        self.table, self.item, self.key = table, item, json.dumps({key: item[key]})

    def __enter__(self) -> "Temporary":
        aws("dynamodb", "put-item", "--table-name", self.table, "--item", json.dumps(self.item))
        return self

    def __exit__(self, *why: object) -> None:
        aws("dynamodb", "delete-item", "--table-name", self.table, "--key", self.key)

    def read(self) -> dict[str, Any]:
        found = aws("dynamodb", "get-item", "--table-name", self.table, "--key", self.key, "--consistent-read")
        item: dict[str, Any] = found["Item"]
        return item

    def set(self, name: str, value: str) -> None:
        aws(
            *("dynamodb", "update-item", "--table-name", self.table, "--key", self.key),
            *("--update-expression", f"SET {name} = :value"),
            *("--expression-attribute-values", json.dumps({":value": {"S": value}})),
        )


def trial_edition() -> dict[str, Any]:
    texts = {
        "edition": TRIAL,
        "jour": GONE + "31",
        "inscriptions_du": GONE + "03",
        "inscriptions_au": GONE + "14",
        "premier_appariement": GONE + "17",
        "dernier_appariement": GONE + "21",
        "expediteur": "personne@example.org",
    }
    item: dict[str, Any] = {name: {"S": value} for name, value in texts.items()}
    # Kept for ever, as an erasure would look at every registration.
    return item | {"domaines_etat": {"L": [{"S": "example.org"}]}, "conservation_jours": {"N": "36500"}}


def ended_well(execution: dict[str, Any]) -> bool:
    return bool(execution["status"] != "RUNNING")


def until(look: Callable[[], dict[str, Any]], is_there: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    deadline = time.monotonic() + 120
    while not is_there(found := look()) and time.monotonic() < deadline:
        time.sleep(1)
    return found


def tag(key: str) -> str:
    return base64.urlsafe_b64encode(key.encode()).decode().rstrip("=")


def smoke() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stack", required=True)
    run(Deployed(parser.parse_args().stack).checks())


if __name__ == "__main__":
    main(smoke)
