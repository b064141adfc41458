"""Runs checks one by one and says of each what to do. The exit code tells whether any failed."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass

from aws_cli import Failure

LOCAL = bool(os.environ.get("AWS_ENDPOINT_URL"))
"""LocalStack; AWS has no such setting."""

NOT_THERE = ("not yet been emulated", "not included", "not implemented", "NotImplemented", "UnknownOperation", "501")


@dataclass(frozen=True)
class Check:
    name: str
    ask: Callable[[], str]
    """What was found; raises Wrong or Skipped."""
    cure: str
    only_aws: str = ""
    """Why it cannot be asked of LocalStack; empty if it can."""


class Wrong(Exception):
    pass


class Skipped(Exception):
    pass


def run(checks: list[Check]) -> None:
    failed = sum(not passes(check) for check in checks)
    if failed:
        sys.exit(f"{failed} of {len(checks)} checks failed.")
    print("No check failed.")


def passes(check: Check) -> bool:
    if LOCAL and check.only_aws:
        return told("skipped", check.name, f"not asked of LocalStack: {check.only_aws}")
    try:
        return told("ok", check.name, check.ask())
    except Skipped as why:
        return told("skipped", check.name, str(why))
    except (Wrong, Failure) as wrong:
        if LOCAL and isinstance(wrong, Failure) and any(word in str(wrong) for word in NOT_THERE):
            return told("skipped", check.name, "LocalStack does not know this call")
        told("FAILS", check.name, str(wrong))
        print(f"         → {check.cure}")
        return False


def told(state: str, name: str, what: str) -> bool:
    print(f"{state:8} {name}: {what}", flush=True)
    return True
