"""Decides what the JSON of IAM policies allows.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html and the pages on its elements.
Variables and most conditions cannot be judged here: an Allow with one does not allow, and a Deny with one denies.
"""

import functools
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

ARN_PARTS = 6
VARIABLE = re.compile(r"\$\{(.*?)}")
ESCAPES = {"*", "?", "$"}  # `${*}` stands for an asterisk

# Whether something holds; None if that cannot be judged.
Judgement = bool | None


@dataclass(frozen=True)
class Right:
    """An action on a resource: what a call asks for, or the two patterns by which a policy grants it."""

    action: str
    resource: str
    told: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What a condition may ask about the call: the key, such as `ses:Recipients`, and its values."""


@dataclass(frozen=True)
class Decision:
    granted_by: tuple[Right, ...] = ()
    denied: bool = False
    """Whether a Deny statement applies; then no Allow counts."""

    @property
    def allowed(self) -> bool:
        return bool(self.granted_by)


def decide(documents: Iterable[str], asked: Right) -> Decision:
    """Judges a right by all policies of a role together; each is given as JSON."""
    statements = [statement for document in documents for statement in parse(document)]
    if any(statement.denies(asked) for statement in statements):
        return Decision(denied=True)
    return Decision(tuple(right for statement in statements for right in statement.grants(asked)))


def trusts(document: str, service: str) -> bool:
    """Whether a role's trust policy lets a service, such as `lambda.amazonaws.com`, assume the role."""
    about = [statement for statement in parse(document) if statement.is_about_taking_it_by(service)]
    return any(statement.conditions.hold(()) for statement in about) and all(statement.allow for statement in about)


@dataclass(frozen=True)
class Element:
    """`Action`, `Resource` or a principal of a statement, or `NotAction` or `NotResource`."""

    patterns: tuple[str, ...] = ()
    negated: bool = False
    of_arns: bool = False

    def covers(self, value: str) -> Judgement:
        found = _any(self._matches(pattern, value) for pattern in self.patterns)
        return found if found is None or not self.negated else not found

    def covering(self, value: str) -> list[str]:
        """The patterns that cover the value."""
        if self.negated:
            return [f"not {', '.join(self.patterns)}"]
        return [pattern for pattern in self.patterns if self._matches(pattern, value)]

    def _matches(self, pattern: str, value: str) -> Judgement:
        regular = _regular(pattern, self.of_arns)
        return None if regular is None else regular.fullmatch(value) is not None


@dataclass(frozen=True)
class Conditions:
    """The one operator that our roles use is judged; all others are not."""

    patterns: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Of `ForAllValues:StringLike`, by key."""
    judged: bool = True

    def hold(self, told: tuple[tuple[str, tuple[str, ...]], ...]) -> Judgement:
        if not self.judged:
            return None
        values = dict(told)
        return _all(_all_like(patterns, values.get(key)) for key, patterns in self.patterns)


def _all_like(patterns: tuple[str, ...], values: tuple[str, ...] | None) -> Judgement:
    if values is None:
        return None
    regulars = [re.compile(_wildcards(pattern, "."), re.DOTALL) for pattern in patterns]
    return all(any(regular.fullmatch(value) for regular in regulars) for value in values)


@dataclass(frozen=True)
class Statement:
    allow: bool
    actions: Element
    resources: Element
    principals: Element
    conditions: Conditions

    def denies(self, asked: Right) -> bool:
        return not self.allow and self._applies(asked) is not False

    def grants(self, asked: Right) -> list[Right]:
        """The pairs of patterns that allow what is asked for; none if the statement does not allow it."""
        if not self.allow or self._applies(asked) is not True:
            return []
        resources = self.resources.covering(asked.resource)
        return [Right(action, resource) for action in self.actions.covering(asked.action) for resource in resources]

    def is_about_taking_it_by(self, service: str) -> bool:
        covered = (self.actions.covers("sts:AssumeRole"), self.principals.covers(service))
        return _all(covered) is not False

    def _applies(self, asked: Right) -> Judgement:
        covered = (self.actions.covers(asked.action), self.resources.covers(asked.resource))
        return _all([*covered, self.conditions.hold(asked.told)])


def _any(judgements: Iterable[Judgement]) -> Judgement:
    found = set(judgements)
    return True if True in found else None if None in found else False


def _all(judgements: Iterable[Judgement]) -> Judgement:
    found = set(judgements)
    return False if False in found else None if None in found else True


@functools.lru_cache(maxsize=1000)
def parse(document: str) -> tuple[Statement, ...]:
    read = json.loads(document)
    knows_variables = read.get("Version") == "2012-10-17"
    return tuple(_statement(statement, knows_variables) for statement in _list(read["Statement"]))


def _statement(read: dict[str, Any], knows_variables: bool) -> Statement:
    if read["Effect"] not in ("Allow", "Deny") or "NotPrincipal" in read:
        raise ValueError(f"this statement cannot be judged: {read}")
    principals = read.get("Principal", {})
    return Statement(
        allow=read["Effect"] == "Allow",
        actions=_element(read, "Action"),
        resources=_element(read, "Resource", of_arns=True, knows_variables=knows_variables),
        principals=Element(tuple(_list(principals if principals == "*" else principals.get("Service")))),
        conditions=_conditions(read.get("Condition", {}), knows_variables),
    )


def _conditions(read: dict[str, Any], knows_variables: bool) -> Conditions:
    patterns = tuple((key, tuple(_list(values))) for key, values in read.get("ForAllValues:StringLike", {}).items())
    has_variables = knows_variables and any(VARIABLE.search(value) for _, values in patterns for value in values)
    return Conditions(patterns, judged=not has_variables and set(read) <= {"ForAllValues:StringLike"})


def _element(read: dict[str, Any], name: str, of_arns: bool = False, knows_variables: bool = False) -> Element:
    negated = f"Not{name}" in read
    patterns = _list(read.get(f"Not{name}" if negated else name))
    if not knows_variables:
        patterns = [pattern.replace("$", "${$}") for pattern in patterns]
    return Element(tuple(patterns), negated, of_arns)


def _list(one_or_more: Any) -> list[Any]:
    if one_or_more is None:
        return []
    return one_or_more if isinstance(one_or_more, list) else [one_or_more]


@functools.lru_cache(maxsize=10_000)
def _regular(pattern: str, of_arns: bool) -> re.Pattern[str] | None:
    """Ignores the case of actions. A wildcard in an ARN stays within its part; only in the last part it may match ":"."""
    if any(variable not in ESCAPES for variable in VARIABLE.findall(pattern)):
        return None
    if not of_arns:
        return re.compile(_wildcards(pattern, "."), re.IGNORECASE)
    if pattern == "*":
        return re.compile(".*", re.DOTALL)
    *parts, last = pattern.split(":", ARN_PARTS - 1)
    return re.compile(":".join([*(_wildcards(part, "[^:]") for part in parts), _wildcards(last, ".")]), re.DOTALL)


def _wildcards(pattern: str, any_character: str) -> str:
    tokens = re.findall(r"\$\{[*?$]}|[*?]|[^*?$]+|\$", pattern)
    wildcards = {"*": f"{any_character}*", "?": any_character}
    return "".join(wildcards.get(token) or re.escape(VARIABLE.sub(r"\1", token)) for token in tokens)
