"""What the checkers find, and which findings somebody has looked at and accepted, with the reason."""

import fnmatch
import json
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, order=True)
class Finding:
    check: str
    resource: str
    what: str

    def __str__(self) -> str:
        return f"{self.check} {self.resource}: {self.what}"


@dataclass(frozen=True)
class Accepted:
    check: str
    resources: str
    reason: str

    def covers(self, finding: Finding) -> bool:
        return finding.check == self.check and fnmatch.fnmatchcase(finding.resource, self.resources)


def read(file: Path) -> list[Accepted]:
    return [Accepted(**entry) for entry in json.loads(file.read_text())]


def complaints(found: Iterable[Finding], accepted: list[Accepted]) -> Iterator[str]:
    """Findings that nobody has accepted, and acceptances that accept nothing any more."""
    findings = sorted(set(found))
    for finding in findings:
        if not any(entry.covers(finding) for entry in accepted):
            yield f"{finding}"
    for entry in accepted:
        if not any(entry.covers(finding) for finding in findings):
            yield f"{entry.check} {entry.resources}: accepted, but there is no such finding"


def of_cfn_lint(program: Path, template: Path) -> list[Finding]:
    found = _json([program, "--format", "json", "--regions", "eu-west-3", "--", template])
    return [
        Finding(each["Rule"]["Id"], _resource(each["Location"]["Path"]), each["Message"].replace("\n", " ")) for each in found
    ]


def _resource(path: list[Any]) -> str:
    return str(path[1]) if len(path) > 1 and path[0] == "Resources" else "/".join(map(str, path))


def of_checkov(program: Path, template: Path) -> list[Finding]:
    found = _json([program, "--file", template, "--framework", "cloudformation", "--output", "json", "--quiet", "--compact", "--skip-download"])
    return [
        Finding(each["check_id"], each["resource"].rpartition(".")[2], each["check_name"])
        for each in found["results"]["failed_checks"]
    ]


def of_parliament(python: Path, policies: Iterable[tuple[str, dict[str, Any]]]) -> list[Finding]:
    """One process for all: the program itself would read the definitions of AWS's actions again for each policy."""
    judge = Path(__file__).with_name("judge_policies.py")
    answered = subprocess.run(
        [python, judge], input=json.dumps(list(policies)), capture_output=True, text=True, check=True
    )
    return [Finding(*each) for each in json.loads(answered.stdout)]


def _json(command: list[str | Path]) -> Any:
    """These exit with an error when they find something."""
    ended = subprocess.run(command, capture_output=True, text=True)
    try:
        return json.loads(ended.stdout)
    except ValueError:
        raise SystemExit(f"{command[0]} failed:\n{ended.stdout}{ended.stderr}") from None
