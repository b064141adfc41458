"""Puts one edition and its coaching slots in place when there is none."""

from datetime import date

from devstack.aws import Aws
from devstack.dynamodb_items import encode_item
from devstack.edition import coaching_slots, edition_from, edition_item, slot_item
from devstack.progress import already, step


def put_edition_in_place(aws: Aws, stack: dict[str, str], today: date) -> None:
    if "EditionsTable" not in stack:
        return
    if aws.scan(stack["EditionsTable"]):
        already("Edition", "there is one already")
        return
    edition = edition_from(today)
    with step(f"Edition {edition.key}, on {edition.day.isoformat()}"):
        for slot in coaching_slots(edition, today):
            _put(aws, stack["CoachingSlotsTable"], slot_item(slot, edition))
        _put(aws, stack["EditionsTable"], edition_item(edition))  # last: it is what the next run looks for


def _put(aws: Aws, table: str, item: dict[str, object]) -> None:
    aws.json_call("dynamodb", "PutItem", TableName=table, Item=encode_item(item))
