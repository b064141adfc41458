"""What the account must have before people use the site. Changes nothing."""

import argparse
import shutil
import subprocess
from typing import Any

from aws_cli import Failure, aws, main, outputs
from checks import Check, Skipped, Wrong, run
from release import resources

NEEDED_AT_ONCE = 100
"""Functions at work at the same time: 40 shares of a table, and people on the site."""
TABLES = ("Editions", "Registrations", "CoachingSlots", "Pairs", "Mails")
SES_SERVICE = "ses v2, which it does not have"


class Account:
    def __init__(self, stack: str) -> None:
        self.stack = stack
        self.outputs: dict[str, str] = {}
        try:
            self.outputs = outputs(stack)
        except Failure as failure:
            if "does not exist" not in str(failure):
                raise
            print(f"Stack {stack} is not deployed yet: what concerns it is skipped.")

    def output(self, name: str) -> str:
        if name not in self.outputs:
            raise Skipped("the stack is not deployed yet, or has no output " + name)
        return self.outputs[name]

    def resources(self, kind: str) -> list[str]:
        if not self.outputs:
            raise Skipped("the stack is not deployed yet")
        return resources(self.stack, kind)

    def parameters(self) -> dict[str, str]:
        if not self.outputs:
            raise Skipped("the stack is not deployed yet")
        stack = aws("cloudformation", "describe-stacks", "--stack-name", self.stack)["Stacks"][0]
        return {each["ParameterKey"]: each.get("ParameterValue", "") for each in stack.get("Parameters", [])}

    # The account

    def who(self) -> str:
        caller = aws("sts", "get-caller-identity")
        return f"{caller['Arn']} in account {caller['Account']}"

    def concurrency(self) -> str:
        limit = int(aws("lambda", "get-account-settings")["AccountLimit"]["ConcurrentExecutions"])
        return at_least(NEEDED_AT_ONCE, limit, "functions at once")

    def code_storage(self) -> str:
        settings = aws("lambda", "get-account-settings")
        used = settings["AccountUsage"]["TotalCodeSize"] / settings["AccountLimit"]["TotalCodeSize"]
        if used > 0.8:
            raise Wrong(f"{used:.0%} of the storage for versions is used")
        return f"{used:.0%} of the storage for versions is used"

    def gateway_role(self) -> str:
        role = aws("apigateway", "get-account").get("cloudwatchRoleArn")
        if not role:
            raise Wrong("API Gateway may not write logs, and a stage with an access log cannot be made")
        try:
            aws("iam", "get-role", "--role-name", role.split("/")[-1])
        except Failure as failure:
            if "NoSuchEntity" not in str(failure):
                raise
            raise Wrong(f"{role} was deleted: API Gateway writes no log of any API in this account and region") from failure
        return str(role)

    def gateway_rate(self) -> str:
        return at_least(100, aws("apigateway", "get-account")["throttleSettings"]["rateLimit"], "requests a second")

    def trail(self) -> str:
        trails = aws("cloudtrail", "describe-trails")["trailList"]
        if not trails:
            raise Wrong("nobody could find out afterwards who changed what")
        return ", ".join(trail["Name"] for trail in trails)

    # SES

    def sandbox(self) -> str:
        account = aws("sesv2", "get-account")
        if not account["ProductionAccessEnabled"]:
            raise Wrong("the account is in SES's sandbox: it may write to verified addresses only")
        if not account["SendingEnabled"] or account["EnforcementStatus"] != "HEALTHY":
            raise Wrong(f"sending is {account['SendingEnabled']}, the account's state {account['EnforcementStatus']}")
        return "out of the sandbox, healthy"

    def quota(self) -> str:
        quota = aws("ses", "get-send-quota")
        day, second = quota["Max24HourSend"], quota["MaxSendRate"]
        if 0 <= day < 1000:
            raise Wrong(f"{day:.0f} mails in 24 hours, {second:.0f} a second: too few for 500 people")
        return f"{day:.0f} mails in 24 hours ({quota['SentLast24Hours']:.0f} sent), {second:.0f} a second"

    def suppression(self) -> str:
        reasons = aws("sesv2", "get-account")["SuppressionAttributes"].get("SuppressedReasons", [])
        if set(reasons) != {"BOUNCE", "COMPLAINT"}:
            raise Wrong(f"the suppression list takes {reasons}")
        return "bounces and complaints go to the suppression list"

    def senders(self) -> set[str]:
        editions = aws("dynamodb", "scan", "--table-name", self.output("EditionsTable"))["Items"]
        found = {item["expediteur"]["S"] for item in editions if item.get("expediteur", {}).get("S")}
        if not found:
            raise Wrong("no edition names a sender (expediteur)")
        return found

    def verified(self) -> str:
        for sender in self.senders():
            named = identities(sender)
            answer = aws("ses", "get-identity-verification-attributes", "--identities", *named)
            states = {each["VerificationStatus"] for each in answer["VerificationAttributes"].values()}
            if "Success" not in states:
                raise Wrong(f"SES knows neither {' nor '.join(named)}")
        return ", ".join(sorted(self.senders()))

    def signed(self) -> str:
        for sender in self.senders():
            identity = identity_of(sender)
            dkim = identity["DkimAttributes"]
            if not dkim["SigningEnabled"] or dkim["Status"] != "SUCCESS":
                raise Wrong(f"DKIM of {sender}: {dkim['Status']}")
            mail_from = identity.get("MailFromAttributes", {})
            if mail_from.get("MailFromDomainStatus") != "SUCCESS":
                raise Wrong(f"MAIL FROM of {sender}: {mail_from.get('MailFromDomainStatus', 'not set')}")
        return "DKIM signs, MAIL FROM is the sender's own domain"

    def dmarc(self) -> str:
        dig = shutil.which("dig")
        domains = sorted({sender.split("@")[1] for sender in self.senders()})
        if not dig:
            raise Skipped(f"the command dig is missing; ask elsewhere: dig +short TXT _dmarc.{domains[0]}")
        for domain in domains:
            names = [f"_dmarc.{each}" for each in parents(domain)]
            said = [subprocess.run([dig, "+short", "TXT", name], capture_output=True, text=True).stdout for name in names]
            if not any("v=DMARC1" in text for text in said):
                raise Wrong(f"no DMARC record for {domain}")
        return ", ".join(domains)

    # The stack

    def status(self) -> str:
        if not self.outputs:
            raise Skipped("the stack is not deployed yet")
        found = str(aws("cloudformation", "describe-stacks", "--stack-name", self.stack)["Stacks"][0]["StackStatus"])
        if found not in ("CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE"):
            raise Wrong(found)
        return found

    def subscription(self) -> str:
        topics = [topic for topic in self.resources("AWS::SNS::Topic") if "Alarms" in topic]
        subscribed = [
            each
            for topic in topics
            for each in aws("sns", "list-subscriptions-by-topic", "--topic-arn", topic)["Subscriptions"]
        ]
        if not subscribed:
            raise Wrong("nobody gets the alarms")
        waiting = [each["Endpoint"] for each in subscribed if not each["SubscriptionArn"].startswith("arn:")]
        if waiting:
            raise Wrong(f"not confirmed by {', '.join(waiting)}")
        return ", ".join(each["Endpoint"] for each in subscribed)

    def publisher(self) -> str:
        empty = [name for name, value in self.parameters().items() if name.startswith("Publisher") and not value]
        if empty:
            raise Wrong("the legal pages have gaps: " + ", ".join(empty))
        return "the legal pages name the publisher"

    def future_days(self) -> str:
        if self.parameters().get("AllowFutureDays") == "true":
            raise Wrong("AllowFutureDays is true: a wrong digit may erase an edition")
        return "days that have not come are refused"

    def schedule(self) -> str:
        for schedule in self.resources("AWS::Scheduler::Schedule"):
            found = aws("scheduler", "get-schedule", "--name", schedule.split("/")[-1].split("|")[-1])
            if found["State"] != "ENABLED":
                raise Wrong(f"{schedule} is {found['State']}")
        return "every morning"

    def recovery(self) -> str:
        for table in self.resources("AWS::DynamoDB::Table"):
            found = aws("dynamodb", "describe-continuous-backups", "--table-name", table)["ContinuousBackupsDescription"]
            if found["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"] != "ENABLED":
                raise Wrong(f"{table} has no point-in-time recovery")
        return "point-in-time recovery of all tables"

    def protection(self) -> str:
        for name in TABLES:
            table = aws("dynamodb", "describe-table", "--table-name", self.output(name + "Table"))["Table"]
            if not table.get("DeletionProtectionEnabled"):
                raise Wrong(f"{name} may be deleted by one click")
        return "the tables refuse to be deleted"

    def snapshots(self) -> str:
        for alias in self.resources("AWS::Lambda::Alias"):
            function = alias.split(":")[6]
            found = aws("lambda", "get-function-configuration", "--function-name", function, "--qualifier", "live")
            if found["State"] != "Active" or found["SnapStart"]["OptimizationStatus"] != "On":
                raise Wrong(f"{function} is {found['State']}, its snapshot {found['SnapStart']['OptimizationStatus']}")
        return "the snapshots of the site and the sender are ready"

    def edition(self) -> str:
        items = aws("dynamodb", "scan", "--table-name", self.output("EditionsTable"))["Items"]
        days = sorted(f"{item['edition']['S']} on {item['jour']['S']}" for item in items if item.get("jour", {}).get("S"))
        if not days:
            raise Wrong("the table Editions has none with a day")
        return ", ".join(days)

    def checks(self) -> list[Check]:
        verify = "verify the domain in SES: docs/first-deployment.md"
        deploy = "set the parameter and deploy again: docs/first-deployment.md"
        raise_quota = "aws service-quotas request-service-quota-increase --service-code lambda --quota-code L-B99A9384 --desired-value 1000"
        return [
            Check("Caller", self.who, "set AWS_PROFILE or sign in: aws sso login"),
            Check("Concurrency", self.concurrency, f"a new account has 10; {raise_quota}"),
            Check("Versions' storage", self.code_storage, "delete old versions of functions"),
            Check("API Gateway's role", self.gateway_role, deploy),
            Check("API Gateway's rate", self.gateway_rate, "ask AWS for a higher rate", "it has no rate"),
            Check("Trail", self.trail, "make a trail of management events in CloudTrail", "no trail"),
            Check("SES sandbox", self.sandbox, "ask for production access in the SES console", SES_SERVICE),
            Check("SES quota", self.quota, "ask for a higher quota in the SES console", "it sends to nobody"),
            Check("SES suppression list", self.suppression, "aws sesv2 put-account-suppression-attributes --suppressed-reasons BOUNCE COMPLAINT", SES_SERVICE),
            Check("Sender verified", self.verified, verify),
            Check("Sender signed", self.signed, verify, SES_SERVICE),
            Check("Sender's DMARC", self.dmarc, "publish a DMARC record: docs/first-deployment.md", "the sender's domain is made up"),
            Check("Stack", self.status, "read the stack's events: aws cloudformation describe-stack-events"),
            Check("Alarms reach somebody", self.subscription, "deploy with AlarmAddress, then confirm by the link in AWS's mail", "nobody is to get its alarms"),
            Check("Legal pages", self.publisher, deploy, "it names no publisher"),
            Check("Days to come", self.future_days, "deploy with AllowFutureDays=false", "trials may live through days to come there"),
            Check("Schedule", self.schedule, "deploy with Schedule=ENABLED, unless this is a trial environment"),
            Check("Recovery", self.recovery, "deploy again; the template sets it", "it has none"),
            Check("Deletion protection", self.protection, "deploy with DeletionProtection=true", "its tables are for trials"),
            Check("Snapshots", self.snapshots, "deploy again; a snapshot that was long unused gets ready at its first call", "it makes none"),
            Check("Edition", self.edition, "make one: runbook, “First edition”"),
        ]


def at_least(needed: int, found: float, what: str) -> str:
    if found < needed:
        raise Wrong(f"{found:.0f} {what}, {needed} are needed")
    return f"{found:.0f} {what}"


def parents(domain: str) -> list[str]:
    """The domain and those above it, without the top one."""
    parts = domain.split(".")
    return [".".join(parts[start:]) for start in range(len(parts) - 1)]


def identities(sender: str) -> list[str]:
    """What SES may know a sender by."""
    return [sender, *parents(sender.split("@")[1])]


def identity_of(sender: str) -> Any:
    for name in identities(sender):
        try:
            return aws("sesv2", "get-email-identity", "--email-identity", name)
        except Failure as failure:
            if "NotFound" not in str(failure):
                raise
    raise Wrong(f"SES knows neither {' nor '.join(identities(sender))}")


def preflight() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stack", required=True)
    run(Account(parser.parse_args().stack).checks())


if __name__ == "__main__":
    main(preflight)
