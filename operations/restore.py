"""Brings back what point-in-time recovery kept: makes restored tables, then puts their items into the stack's tables.

  tables   lets DynamoDB make a table beside each of the stack's as they were at that moment
  items    says what would go back, and with --apply puts it back; run it again after an interruption
  forget   deletes the restored tables: they hold personal data
"""

import argparse
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import restoring
from aws_cli import Failure, aws, aws_with_file, main, outputs
from release import at_work
from restoring import KEYS, Choice, Item, Put

AT_ONCE = 50  # items of a transaction, well below DynamoDB's 100 and 4 MB
SIDE_BY_SIDE = 8
GUARDED = ("statut", "numero", "revision", "sequence", "agenda_avance", "date", "places_restantes", "inscription")
"""What has changed if somebody else has changed the item since it was read."""
UNCONFIRMED_KEPT = timedelta(days=30)
"""As `Due` has it."""


def moment(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise Failure(f"AT={text}: give a moment such as 2026-11-10T05:00:00Z.") from error
    if at.tzinfo is None:
        raise Failure(f"AT={text}: add the time zone, for example Z for UTC or +01:00 for Paris in winter.")
    if at > datetime.now(UTC):
        raise Failure(f"AT={text} has not come yet.")
    return at.astimezone(UTC)


def names(stack: dict[str, str], at: datetime, given: list[str]) -> dict[str, str]:
    """The restored table of each table: named after the moment, or as given (Pairs=name)."""
    named = {table: f"{stack[table + 'Table']}-{at:%Y%m%dT%H%M%SZ}" for table in KEYS}
    for assignment in given:
        table, _, name = assignment.partition("=")
        if table not in KEYS or not name:
            raise Failure(f"FROM: {assignment} is not of the form Pairs=name. Tables: {', '.join(KEYS)}.")
        named[table] = name
    return named


def status(table: str) -> str:
    try:
        return str(aws("dynamodb", "describe-table", "--table-name", table)["Table"]["TableStatus"])
    except Failure as failure:
        if "ResourceNotFound" in str(failure):
            return ""
        raise


def is_ready(table: str) -> bool:
    found = status(table)
    if found not in ("", "ACTIVE"):
        raise Failure(f"{table} is {found}: wait until it is ACTIVE.")
    return found == "ACTIVE"


def make_tables(stack: dict[str, str], restored: dict[str, str], at: datetime) -> None:
    for table, name in restored.items():
        found = status(name)
        if not found:
            aws(
                *("dynamodb", "restore-table-to-point-in-time", "--source-table-name", stack[table + "Table"]),
                *("--target-table-name", name, "--restore-date-time", f"{at:%Y-%m-%dT%H:%M:%SZ}"),
            )
        print(f"{table}: {name} {found or 'begun'}")
    print("All ACTIVE? Then: make restore AT=… (DynamoDB takes 10 minutes to some hours; this command shows the state)")


def forget(restored: dict[str, str], stack: dict[str, str]) -> None:
    for name in restored.values():
        if name in stack.values():
            raise Failure(f"{name} is a table of the stack.")
        if status(name):
            aws("dynamodb", "delete-table", "--table-name", name)
            print(f"Deleted {name}")


def read(table: str) -> list[Item]:
    """All pages: the AWS command line follows them by itself."""
    return list(aws("dynamodb", "scan", "--table-name", table, "--consistent-read")["Items"])


def restore(arguments: argparse.Namespace, stack: dict[str, str], restored: dict[str, str], at: datetime) -> None:
    found = {table: name for table, name in restored.items() if is_ready(name)}
    if not found:
        raise Failure("No restored table is there. Make them: make restore-tables AT=…")
    if running := at_work(arguments.stack):
        raise Failure("These executions are running; wait for their end:\n  " + "\n  ".join(running))
    there = {table: restoring.by_key(table, read(stack[table + "Table"])) for table in KEYS}
    back = {table: restoring.by_key(table, read(name)) for table, name in found.items()}
    traces = [mail for table in arguments.traces.split() for mail in read(table)]
    choice = Choice(
        f"{at:%Y-%m-%dT%H:%M:%SZ}",
        frozenset(arguments.keys.split()),
        arguments.changed,
        frozenset(arguments.unerase.split()),
        f"{datetime.now(UTC) - UNCONFIRMED_KEPT:%Y-%m-%dT%H:%M:%SZ}",
    )
    plan = restoring.plan(back, there, choice, traces)
    for table in KEYS:
        restored_items = f"{len(back[table])} restored" if table in back else "no restored table"
        print(f"{table}: {restored_items}, {len(there[table])} in the stack")
        for what, count in sorted(plan.counts[table].items()):
            print(f"  {count:6} {what}")
    if lost := len(back.get("Mails", {}).keys() - there["Mails"].keys()):
        print(
            f"Careful: the stack lacks {lost} mails of then, perhaps also later ones that confirmed an erasure. Restore Mails"
            " at its latest moment as well, and name that table: TRACES=…"
        )
    if not arguments.apply:
        print("Nothing was changed. Do it: the same command with APPLY=1")
        return
    refused = apply(plan.puts, stack)
    print(f"{len(plan.puts) - refused} items written, {refused} refused because somebody changed them meanwhile.")
    print("Then: make restore-forget AT=… deletes the restored tables, which hold personal data.")


def apply(puts: list[Put], stack: dict[str, str]) -> int:
    """How many were refused. One table after the other, each in transactions side by side."""
    refused = 0
    with ThreadPoolExecutor(SIDE_BY_SIDE) as threads:
        for table in KEYS:
            mine = [write(stack[table + "Table"], table, put) for put in puts if put.table == table]
            refused += sum(threads.map(send, (mine[start : start + AT_ONCE] for start in range(0, len(mine), AT_ONCE))))
    return refused


def write(name: str, table: str, put: Put) -> dict[str, Any]:
    """A put that passes only if the stack's item is as it was read."""
    if put.before is None:
        condition, attributes, values = "attribute_not_exists(#0)", [KEYS[table]], {}
    else:
        attributes = [KEYS[table], *(name for name in GUARDED if name in put.before)]
        values = {f":{index}": put.before[attribute] for index, attribute in enumerate(attributes)}
        condition = " AND ".join(f"#{index} = :{index}" for index in range(len(attributes)))
    written: dict[str, Any] = {"TableName": name, "Item": put.item, "ConditionExpression": condition}
    written["ExpressionAttributeNames"] = {f"#{index}": attribute for index, attribute in enumerate(attributes)}
    if values:
        written["ExpressionAttributeValues"] = values
    return {"Put": written}


def send(writes: list[dict[str, Any]]) -> int:
    try:
        aws_with_file(("dynamodb", "transact-write-items"), "--transact-items", writes)
        return 0
    except Failure as failure:
        if "TransactionCanceled" not in str(failure):
            raise
    if len(writes) == 1:
        key = next(iter(writes[0]["Put"]["ExpressionAttributeNames"].values()))
        print(f"Not written: {writes[0]['Put']['Item'][key]['S']}")
        return 1
    return sum(send(part) for part in halves(writes))


def halves(writes: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    middle = len(writes) // 2
    yield writes[:middle]
    yield writes[middle:]


def run() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("action", choices=["tables", "items", "forget"])
    parser.add_argument("--stack", required=True)
    parser.add_argument("--at", default="", help="the moment to go back to")
    parser.add_argument("--from", dest="given", default="", help="restored tables of another name: Pairs=name Mails=name")
    parser.add_argument("--keys", default="", help="only these items, also where the stack has another version")
    parser.add_argument("--changed", action="store_true", help="also items of which the stack has another version")
    parser.add_argument("--unerase", default="", help="editions whose erasure was a mistake")
    parser.add_argument("--traces", default="", help="further tables of mails, to know who was erased since")
    parser.add_argument("--apply", action="store_true")
    arguments = parser.parse_args()
    if not re.match(r"\d{4}-", arguments.at):
        raise Failure("Name the moment: AT=2026-11-10T05:00:00Z")
    at = moment(arguments.at)
    stack = outputs(arguments.stack)
    restored = names(stack, at, arguments.given.split())
    match arguments.action:
        case "tables":
            make_tables(stack, restored, at)
        case "items":
            restore(arguments, stack, restored, at)
        case "forget":
            forget(restored, stack)


if __name__ == "__main__":
    main(run)
