"""Finds out who calls: the sessions of roles that LocalStack hands out, and their roles' policies. moto keeps both."""

from collections.abc import Iterator
from typing import Any

from moto.core.exceptions import ServiceException
from moto.iam.models import Role, iam_backends
from moto.sts.models import AssumedRole, STSBackend

# `LSIA` is LocalStack's, `ASIA` AWS's own. All other keys are the developer's and LocalStack's own.
TEMPORARY_KEYS = ("LSIA", "ASIA")

_sessions: dict[str, AssumedRole] = {}


class Unjudged(Exception):
    """The role has something that could restrict it further and that cannot be judged here."""


def keep_sessions() -> None:
    """Keeps the sessions by their access keys, because moto would search the list of all sessions."""
    assume_role = STSBackend.assume_role

    def keeping(self: STSBackend, *args: Any, **named: Any) -> AssumedRole:
        session = assume_role(self, *args, **named)
        _sessions[session.access_key_id] = session
        return session

    STSBackend.assume_role = keeping


def is_temporary(access_key: str) -> bool:
    return access_key.startswith(TEMPORARY_KEYS)


def session_of(access_key: str) -> AssumedRole | None:
    return _sessions.get(access_key)


def role(arn: str) -> Role | None:
    try:
        return iam_backends[arn.split(":")[4]]["aws"].get_role_by_arn(arn)
    except ServiceException:
        return None


def policies(session: AssumedRole) -> Iterator[str]:
    found = role(session.role_arn)
    if found is None:
        raise Unjudged(f"there is no role {session.role_arn}")
    if session.policy or found.permissions_boundary:
        raise Unjudged(f"{found.name} has a permissions boundary, or its session a policy")
    yield from found.policies.values()
    for managed in found.managed_policies.values():
        yield managed.document
