"""Prints the tables as an organiser sees them in the DynamoDB console: French attributes, words as values."""

import shutil
from collections.abc import Iterator, Sequence
from typing import Any

from devstack.aws import Aws
from devstack.dynamodb_items import decode_item

# The columns that are shown first: a terminal has no room for thirty.
FIRST_COLUMNS = {
    "EditionsTable": ("edition", "jour", "inscriptions_du", "inscriptions_au", "premier_appariement"),
    "RegistrationsTable": (
        "role",
        "statut",
        "prenom",
        "nom",
        "commune",
        "metier",
        "metiers",
        "binome_avec",
        "courriel",
    ),
    "CoachingSlotsTable": ("seance", "debut", "places", "places_restantes", "inscrits"),
    "PairsTable": ("statut", "ambassadeur", "etudiant", "metier", "administration", "lieu", "date", "score", "raisons"),
    "MailsTable": ("modele", "statut", "cree_le", "envoye_le", "motif", "envoi"),
}
WIDEST_CELL = 30
GAP = "  "
WIDTH_WHEN_PIPED = 200


def overview(aws: Aws, stack: dict[str, str]) -> Iterator[str]:
    width = shutil.get_terminal_size((WIDTH_WHEN_PIPED, 24)).columns
    for output, first in FIRST_COLUMNS.items():
        if output not in stack:
            continue
        items = [decode_item(item) for item in aws.scan(stack[output])]
        yield f"\n{_title(output)} ({stack[output]}): {len(items)}"
        if items:
            yield from _rows(_sorted(items, first), first, width)


def every_attribute(aws: Aws, stack: dict[str, str], name: str) -> Iterator[str]:
    """`name` is one of `names()`, such as `Pairs`, in upper or lower case."""
    output = next(output for output in FIRST_COLUMNS if _title(output).lower() == name.lower())
    for item in _sorted([decode_item(item) for item in aws.scan(stack[output])], FIRST_COLUMNS[output]):
        yield ""
        for attribute in _columns([item], FIRST_COLUMNS[output]):
            yield f"{attribute:<24} {_text(item[attribute])}"


def names() -> list[str]:
    return [_title(output) for output in FIRST_COLUMNS]


def _title(output: str) -> str:
    return output.removesuffix("Table")


def _sorted(items: list[dict[str, Any]], first: Sequence[str]) -> list[dict[str, Any]]:
    return sorted(items, key=lambda item: [_text(item.get(name, "")) for name in first])


def _columns(items: list[dict[str, Any]], first: Sequence[str]) -> list[str]:
    present = {name for item in items for name in item}
    return [name for name in first if name in present] + sorted(present - set(first))


def _rows(items: list[dict[str, Any]], first: Sequence[str], width: int) -> Iterator[str]:
    cells = {name: [_text(item.get(name, "")) for item in items] for name in _columns(items, first)}
    shown: dict[str, int] = {}
    for name, values in cells.items():
        wide = min(WIDEST_CELL, max(len(text) for text in [name, *values]))
        if sum(shown.values()) + len(GAP) * len(shown) + wide > width:
            break
        shown[name] = wide
    yield GAP.join(name.ljust(wide) for name, wide in shown.items()).rstrip()
    yield GAP.join("-" * wide for wide in shown.values())
    for row in range(len(items)):
        yield GAP.join(_cut(cells[name][row], wide).ljust(wide) for name, wide in shown.items()).rstrip()


def _cut(text: str, wide: int) -> str:
    return text if len(text) <= wide else text[: wide - 1] + "…"


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "oui" if value else "non"
        case list():
            return ", ".join(_text(member) for member in value)
        case dict():
            return ", ".join(f"{name}: {_text(member)}" for name, member in value.items())
    return str(value).replace("\n", " ")
