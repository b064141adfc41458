#!/usr/bin/env python3
"""Times the phases of a function's start, and warm calls, beside a sample in the shape of AWS's published ones.

  make bench-coldstart            (or: python3 bench/coldstart/coldstart.py [--runs 3] [--warm 200])

Every case starts four ways, one after the other in each run, so that a busy machine slows all of them:
  plain       as Lambda starts a function without SnapStart: first compiler level, no rehearsal
  unprimed    as Lambda starts one with SnapStart: all compiler levels; no rehearsal
  all levels  the same with the rehearsal, which is part of the start: a restored snapshot goes on from its end
  primed      as deployed: with the rehearsal, and with the options that template.yaml gives Java
A start ends when the function asks for its first call. Nothing here restores a snapshot, which AWS alone can do.
The raw times of every run are kept in bench/results.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from stage import (  # noqa: E402
    AS_DEPLOYED,
    AS_LAMBDA_WITHOUT_SNAPSHOT,
    ROOT,
    ZIP,
    FunctionJvm,
    Spent,
    Stage,
    Start,
    get,
    link,
    put,
    queued,
    registering,
    stage,
)

SAMPLE = Path(__file__).resolve().parent / "sample" / "target"
AMBASSADOR = "0000000000000000000000000000000a"
TO_CONFIRM = "0000000000000000000000000000000c"
WAYS = {
    "plain": Start(AS_LAMBDA_WITHOUT_SNAPSHOT, snapshot=False, rehearsal=False),
    "unprimed": Start("", snapshot=True, rehearsal=False),
    "all levels": Start("", snapshot=True, rehearsal=True),
    "primed": AS_DEPLOYED,
}


def mailing(place: Stage, number: int) -> dict:
    key = f"confirmation/{TO_CONFIRM}/{number}"
    mail = {
        "envoi": key, "modele": "confirmation", "inscription": TO_CONFIRM, "statut": "A_ENVOYER", "depart": "IMMEDIAT",
        "cree_le": "2026-10-01T08:00:00Z", "numero": "1",
    }  # fmt: skip
    put(place.database, "MAILS_TABLE", mail)
    return queued(key)


@dataclass(frozen=True)
class Case:
    what: str
    function: str
    event: Callable[[Stage, int], dict]
    status: int


CASES = [
    Case("the home page", "SiteFunction", lambda _, _n: get("/"), 200),
    Case("the form", "SiteFunction", lambda _, _n: get("/etudiants"), 200),
    Case("registering a student", "SiteFunction", lambda _, n: registering(f"zoe.{n}@example.org"), 303),
    Case(
        "an ambassador's own page",
        "PersonFunction",
        lambda _, _n: get("/inscription/{link}", {"link": link(AMBASSADOR)}),
        200,
    ),
    Case("a pair's page", "PersonFunction", lambda _, _n: get("/binome/{link}", {"link": link(AMBASSADOR)}), 200),
    Case("a mail", "MailStreamFunction", mailing, 0),
    Case("the sample: one item as JSON", "", lambda _, _n: get("/"), 200),
]


def numbers() -> Iterator[int]:
    number = int(time.time() * 1000)
    while True:
        number += 1
        yield number


def run(place: Stage, case: Case, way: Start, number: Iterator[int], warm: int) -> dict:
    handler = f"fr.vismonjob.function.{case.function}" if case.function else "sample.SampleFunction"
    code = place.code if case.function else SAMPLE
    with FunctionJvm(place, handler, code, way) as jvm:
        started = jvm.initialised()
        rss_started = jvm.rss_mb()
        first, answer = jvm.call(case.event(place, next(number)))
        if answer.get("statusCode", 0) != case.status:
            raise SystemExit(f"{case.what}: an unexpected answer {answer}")
        calls = [jvm.call(case.event(place, next(number)))[0] for _ in range(warm)]
        rss = jvm.rss_mb()
    return {
        "init": vars(started),
        "first": vars(first),
        "warm_wall": [round(call.wall, 3) for call in calls],
        "warm_cpu": [round(call.cpu, 3) for call in calls],
        "rss_init": rss_started,
        "rss": rss,
        "load": round(os.getloadavg()[0], 2),
    }


def row(case: Case, way: str, runs: list[dict]) -> str:
    def middle(phase: str, clock: str) -> str:
        return f"{statistics.median(each[phase][clock] for each in runs):.0f}"

    # The first calls after a start are still being compiled.
    wall = sorted(time for each in runs for time in each["warm_wall"][len(each["warm_wall"]) // 3 :])
    cpu = statistics.median(time for each in runs for time in each["warm_cpu"][len(each["warm_cpu"]) // 3 :])
    rss = statistics.median(each["rss"] for each in runs)
    return (
        f"| {case.what} | {way} | {middle('init', 'wall')} / {middle('init', 'cpu')}"
        f" | {middle('first', 'wall')} / {middle('first', 'cpu')}"
        f" | {statistics.median(wall):.1f} / {cpu:.1f} | {wall[len(wall) * 99 // 100]:.1f} | {rss:.0f} |"
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--warm", type=int, default=200)
    arguments.add_argument("--zip", type=Path, default=ZIP)
    arguments.add_argument("--only", nargs="*", default=[""], help="parts of the names of cases")
    arguments.add_argument("--output", type=Path, default=ROOT / "bench" / "results" / "coldstart.json")
    options = arguments.parse_args()
    cases = [case for case in CASES if any(part in case.what for part in options.only)]
    results: dict[str, dict[str, list[dict]]] = {case.what: {way: [] for way in WAYS} for case in cases}
    number = numbers()
    with stage(options.zip) as place:
        for case in (cases[0], cases[-1]):  # ours and, unless left out, the sample, so that the files are in memory
            run(place, case, WAYS["plain"], number, 1)
        for turn in range(1, options.runs + 1):
            for case in cases:
                for way, start in WAYS.items():
                    if not case.function and start.rehearsal:
                        continue  # it has none
                    result = run(place, case, start, number, options.warm)
                    results[case.what][way].append(result)
                    first = Spent(**result["first"])
                    print(f"{turn:3} {case.what:28} {way:10} first {first.wall:6.0f} ms", file=sys.stderr)
        java = subprocess.run([place.jdk / "bin" / "java", "-version"], capture_output=True, text=True).stderr
    options.output.parent.mkdir(parents=True, exist_ok=True)
    machine = {"java": java.splitlines()[0], "machine": platform.machine(), "cores": os.cpu_count()}
    options.output.write_text(json.dumps(machine | {"results": results}) + "\n")
    print("Milliseconds of the clock / of the processor; memory in MB.\n")
    print("| request | start | until ready | first answer | warm p50 | warm p99, clock | memory |")
    print("|---|---|---|---|---|---|---|")
    for case in cases:
        for way, runs in results[case.what].items():
            if runs:
                print(row(case, way, runs))


if __name__ == "__main__":
    main()
