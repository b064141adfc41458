#!/usr/bin/env python3
"""How many requests one instance of each function answers in a second, on the morning on which registration opens.

  make bench-storm            (or: python3 bench/storm/storm.py [--people 300])

Each person looks at the home page, fills in the form, reads it over, registers, gets a mail, confirms and looks at the
own page. The functions are started as for a snapshot, and answer one request at a time, as an instance of Lambda does.
DynamoDB Local has the other core; its time is in the clock's figures and not in the processor's.
The raw times are kept in bench/results.
"""

import argparse
import json
import os
import platform
import statistics
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from stage import (  # noqa: E402
    AS_DEPLOYED,
    ROOT,
    ZIP,
    FunctionJvm,
    Spent,
    Stage,
    dynamodb,
    get,
    link,
    queued,
    registering,
    stage,
)

FUNCTIONS = ("SiteFunction", "PersonFunction", "MailStreamFunction")
ASSETS = ROOT / "functions" / "target" / "site" / "assets.properties"
# A browser asks for these once, and keeps them.
OF_EVERY_PAGE = ("vismonjob.css", "vismonjob.js", "Marianne-Regular.woff2", "Marianne-Bold.woff2", "favicon.svg")
Call = Callable[[str, str, dict], None]


def mails(place: Stage, registration: str) -> list[str]:
    found = dynamodb(
        place.database,
        "Query",
        {
            "TableName": "MAILS_TABLE",
            "IndexName": "par-inscription",
            "KeyConditionExpression": "inscription = :of",
            "ExpressionAttributeValues": {":of": {"S": registration}},
        },
    )["Items"]
    return [mail["envoi"]["S"] for mail in found if mail["statut"]["S"] == "A_ENVOYER"]


def registered(place: Stage, address: str) -> dict:
    found = dynamodb(
        place.database,
        "Scan",
        {
            "TableName": "REGISTRATIONS_TABLE",
            "FilterExpression": "courriel = :address",
            "ExpressionAttributeValues": {":address": {"S": address}},
        },
    )["Items"]
    return found[0]


def person(place: Stage, address: str, assets: dict[str, str], call: Call) -> None:
    call("SiteFunction", "the home page", get("/"))
    for name in OF_EVERY_PAGE:
        call("SiteFunction", "an asset", get("/assets/{name}", {"name": assets[name]}))
    call("SiteFunction", "the form", get("/etudiants"))
    call("SiteFunction", "the communes of a postal code", get("/communes", query={"code_postal": "35000"}))
    call("SiteFunction", "the answers, to read over", registering(address, "&etape=recapitulatif"))
    call("SiteFunction", "registering", registering(address))
    call("SiteFunction", "the page after it", get("/etudiants", query={"envoye": "oui"}))
    item = registered(place, address)
    registration = item["inscription"]["S"]
    own = {"link": link(registration, int(item["numero"]["N"]))}
    for mail in mails(place, registration):
        call("MailStreamFunction", "a mail", queued(mail))
    call("PersonFunction", "the page to confirm", get("/confirmation/{link}", own))
    call("PersonFunction", "confirming", get("/confirmation/{link}", own) | {"httpMethod": "POST"})
    call("PersonFunction", "the page after it", get("/confirmation/{link}", own, {"fait": "inscription-confirmee"}))
    call("PersonFunction", "the own page", get("/inscription/{link}", own))
    for mail in mails(place, registration):
        call("MailStreamFunction", "a mail", queued(mail))


def part(times: list[float], of_hundred: int) -> float:
    return sorted(times)[len(times) * of_hundred // 100]


def row(what: str, spent: list[Spent]) -> str:
    wall, cpu = [each.wall for each in spent], [each.cpu for each in spent]
    return (
        f"| {what} | {len(spent)} | {part(wall, 50):.1f} | {part(wall, 95):.1f} | {part(wall, 99):.1f}"
        f" | {statistics.mean(cpu):.1f} | {1000 / statistics.mean(wall):.0f} |"
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--people", type=int, default=300)
    arguments.add_argument("--output", type=Path, default=ROOT / "bench" / "results" / "storm.json")
    options = arguments.parse_args()
    assets = dict(line.split("=", 1) for line in ASSETS.read_text().split())
    spent: dict[str, dict[str, list[Spent]]] = {function: {} for function in FUNCTIONS}
    with stage(ZIP) as place, ExitStack() as instances:
        jvms = {
            name: instances.enter_context(
                FunctionJvm(place, f"fr.vismonjob.function.{name}", place.code, AS_DEPLOYED)
            )
            for name in FUNCTIONS
        }
        for jvm in jvms.values():
            jvm.initialised()

        def call(function: str, what: str, event: dict) -> None:
            spent[function].setdefault(what, []).append(jvms[function].call(event)[0])

        for number in range(options.people):
            person(place, f"zoe.{number}@example.org", assets, call)
        memory = {name: jvm.rss_mb() for name, jvm in jvms.items()}
    options.output.write_text(
        json.dumps(
            {
                "machine": platform.machine(),
                "cores": os.cpu_count(),
                "load": os.getloadavg()[0],
                "memory_mb": memory,
                "spent": {
                    function: {what: [[round(t.wall, 3), round(t.cpu, 3)] for t in times] for what, times in of.items()}
                    for function, of in spent.items()
                },
            }
        )
        + "\n"
    )
    print("Milliseconds; requests a second of one instance.\n")
    print("| request | calls | p50 | p95 | p99 | processor, mean | a second |\n|---|---|---|---|---|---|---|")
    for function, of in spent.items():
        for what, times in of.items():
            print(row(what, times))
        print(row(f"**{function}, all ({memory[function]} MB)**", [time for times in of.values() for time in times]))


if __name__ == "__main__":
    main()
