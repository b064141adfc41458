"""The rights of the stack's roles that no call has used since LocalStack started, and the calls that were refused.

The plugin records what is used (`rights.jsonl`); the roles are read from LocalStack. `local/unsupported.json` gives
the reasons for rights that only AWS can use.
"""

import fnmatch
import json
import re
import urllib.parse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from devstack import resources
from devstack.aws import Aws
from devstack.settings import ACCOUNT, REGION


@dataclass(frozen=True, order=True)
class Right:
    role: str
    action: str
    resource: str

    def __str__(self) -> str:
        return f"{self.role} {self.action} {self.resource}"


@dataclass(frozen=True)
class Names:
    """Replaces CloudFormation's names of resources by the template's names."""

    logical: dict[str, str]

    @classmethod
    def of(cls, made: Iterable[resources.Resource]) -> "Names":
        return cls({resource.physical_id: resource.logical_id for resource in made if resource.is_made and not resource.physical_id.startswith("/")})

    def named(self, right: Right) -> Right:
        resource = right.resource
        for physical in sorted(self.logical, key=len, reverse=True):
            resource = resource.replace(physical, self.logical[physical])
        # Only the last part of an ARN says something.
        return Right(self.logical.get(right.role, right.role), right.action, resource.split(":", 5)[-1])


@dataclass(frozen=True)
class Comparison:
    """What the roles grant beside what the calls since the start have used."""

    granted: set[Right]
    journal: list[tuple[str, Right]]
    names: Names
    elsewhere: dict[str, str]
    """The reasons why nothing here can use some rights, by a pattern for the right as it is shown."""

    def refused(self) -> list[Right]:
        return sorted({self.names.named(right) for outcome, right in self.journal if outcome == "refused"})

    def used(self) -> set[Right]:
        return self.granted & {right for outcome, right in self.journal if outcome == "used"}

    def unused(self) -> list[Right]:
        return sorted(right for right in self._not_used() if not self._reasons(right))

    def idle_reasons(self) -> list[str]:
        """The patterns that excuse nothing: such a right is used here, or is none any more."""
        busy = {pattern for right in self._not_used() for pattern in self._reasons(right)}
        return [pattern for pattern in self.elsewhere if pattern not in busy]

    def _not_used(self) -> set[Right]:
        return {self.names.named(right) for right in self.granted - self.used()}

    def _reasons(self, right: Right) -> list[str]:
        return [pattern for pattern in self.elsewhere if fnmatch.fnmatchcase(str(right), pattern)]

    def tested(self) -> set[Right]:
        """What calls here use; `is_exact` after the end-to-end tests shows that they do."""
        return {right for right in self.granted if not self._reasons(self.names.named(right))}

    def is_exact(self) -> bool:
        return not (self.refused() or self.unused() or self.idle_reasons())

    def lines(self) -> Iterator[str]:
        spared = len(self._not_used()) - len(self.unused())
        yield f"{len(self.used())} of {len(self.granted)} rights were used; {spared} only AWS can use."
        yield from _listed("Refused:", self.refused())
        yield from _listed("Not used (remove or test them):", self.unused())
        yield from _listed("Reasons in unsupported.json for nothing:", self.idle_reasons())


def recorded(used: Iterable[Right], made: Iterable[resources.Resource], stack: str) -> list[dict[str, str]]:
    """The rights with the template's names, so that another stack's roles can be asked for them."""
    names = {resource.physical_id: resource.logical_id for resource in made if resource.is_made}
    placed = {physical: f"${{{logical}}}" for physical, logical in names.items()}
    placed |= {stack: "${AWS::StackName}", REGION: "${AWS::Region}", ACCOUNT: "${AWS::AccountId}"}
    placed["configuration-set/unknown"] = "configuration-set/${MailEvents}"  # LocalStack makes none
    # At each place the longest name, and never within one that was put in.
    physical = re.compile("|".join(re.escape(name) for name in sorted(placed, key=len, reverse=True)))
    rights = {
        Right(names[right.role], right.action, physical.sub(lambda match: placed[match[0]], right.resource))
        for right in used
        if right.role in names
    }
    return [{"role": right.role, "action": right.action, "resource": right.resource} for right in sorted(rights)]


def _listed(title: str, lines: Iterable[object]) -> Iterator[str]:
    if shown := [f"  {line}" for line in lines]:
        yield f"\n{title}"
        yield from shown


def read_journal(file: Path) -> list[tuple[str, Right]]:
    read = [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []
    return [(line["outcome"], Right(line["role"], line["action"], line["resource"])) for line in read]


def granted(aws: Aws, made: Iterable[resources.Resource]) -> set[Right]:
    """The rights that the policies of the stack's roles grant, action by action and resource by resource."""
    roles = [resource.physical_id for resource in made if resource.type == "AWS::IAM::Role"]
    return {right for role in roles for document in _policies(aws, role) for right in _rights(role, document)}


def _policies(aws: Aws, role: str) -> Iterator[dict[str, Any]]:
    listed = aws.query_call("iam", "ListRolePolicies", RoleName=role)
    for name in listed.iterfind(".//PolicyNames/member"):
        policy = aws.query_call("iam", "GetRolePolicy", RoleName=role, PolicyName=name.text or "")
        yield json.loads(urllib.parse.unquote(policy.findtext(".//PolicyDocument", "{}")))


def _rights(role: str, document: dict[str, Any]) -> Iterator[Right]:
    for statement in _list(document["Statement"]):
        if statement["Effect"] == "Allow":
            for action in _list(statement["Action"]):
                yield from (Right(role, action, resource) for resource in _list(statement["Resource"]))


def _list(one_or_more: Any) -> list[Any]:
    return one_or_more if isinstance(one_or_more, list) else [one_or_more]
