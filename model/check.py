#!/usr/bin/env python3
"""Checks the models with TLC, that TLC finds what is broken in them on purpose, and runs of the code. `make model`.

Its arguments are files of runs, as PairModelTest writes them.
"""

import copy
import json
import re
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import logs
from mutants import MUTANTS
from tlc import HERE, tlc

CONFIGS = {
    "Outbox": "Outbox",
    "Life": "Pair",
    "Calendars": "Pair",
    "Proposals": "Pair",
    "Places": "Pair",
    "Agreement": "Pair",
    "Again": "Pair",
    "Relay": "Pair",
    "Colleagues": "Pair",
    "Mornings": "Pair",
}


def holds(config):
    begun = time.monotonic()
    out = tlc(HERE, CONFIGS[config], config)
    states = re.search(r"([\d,]+) distinct states found, 0 states left", out)
    if "No error has been found" not in out or not states:
        return f"{config}: {out}"
    print(f"{config}: {states[1]} states, all promises hold ({time.monotonic() - begun:.0f} s)", flush=True)
    return ""


def broken(output):
    """The promise that TLC found broken; empty if none."""
    if "Temporal properties were violated" in output:
        return "a temporal property"
    found = re.search(r"(?:Invariant|Action property|property) (\w+) (?:is|was) violated", output)
    if found:
        return found[1]
    at = re.search(r"Action property line (\d+)", output)
    return f"line {at[1]}" if at else ""


def is_expected(mutant, found, text):
    if found == "a temporal property":
        return mutant.broken == "EachMailEnds"
    if found.startswith("line "):
        lines = text.splitlines()
        before = lines[: int(found[5:])]
        return any(line.startswith(f"{mutant.broken} ==") for line in before[-3:])
    return found == mutant.broken


def dies(mutant):
    source = (HERE / f"{mutant.module}.tla").read_text()
    if source.count(mutant.old) != 1:
        return f"{mutant.name}: what it replaces stands {source.count(mutant.old)} times in {mutant.module}.tla"
    text = source.replace(mutant.old, mutant.new)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, f"{mutant.module}.tla").write_text(text)
        Path(folder, f"{mutant.config}.cfg").write_text((HERE / f"{mutant.config}.cfg").read_text())
        out = tlc(folder, mutant.module, mutant.config)
    found = broken(out)
    if not is_expected(mutant, found, text):
        return f"{mutant.name}: expected {mutant.broken} to be broken, but found {found or out}"
    print(f"broken on purpose: {mutant.name}: TLC finds {mutant.broken}", flush=True)
    return ""


def tampered(runs):
    """Runs that the code cannot have had, with what was done to them."""
    run = max(runs, key=len)
    half = len(run) // 2
    lost = copy.deepcopy(run)
    mails = [line for line in lost[-1]["lines"] if line.startswith("binome ")]
    for state in lost:
        state["lines"] = [line for line in state["lines"] if not line.startswith(mails[0].rsplit(" ", 1)[0])]
    moved = copy.deepcopy(run)
    for state in moved[half:]:
        state["lines"] = [re.sub(r" day \d ", " day 2 ", line) for line in state["lines"]]
    freed = copy.deepcopy(run)
    for state in freed[half:]:
        state["lines"] = [re.sub(r"^(g\d) APPARIEE .*", r"\1 CONFIRMEE [] handed 0", line) for line in state["lines"]]
    yield "one of a pair's two mails is missing", lost
    yield "the day is another one, and nobody has agreed to it", moved
    yield "a student has no partner any more, and the pair still stands", freed


def tampered_mails(runs):
    sent = next(run for run in runs if "ENVOYE" in run[-1]["status"])
    which = sent[-1]["status"].index("ENVOYE")
    twice = copy.deepcopy(sent)
    twice[-1]["taken"][which] += 1
    unclaimed = [state for state in sent if state["status"][which] != "EN_COURS"]
    again = [*sent, {**sent[-1], "status": ["A_ENVOYER" if i == which else word for i, word in enumerate(sent[-1]["status"])]}]
    yield "SES took a mail twice", twice
    yield "a mail was sent without a claim", unclaimed
    yield "a mail that was sent waits again", again


def tampered_agreements(runs):
    run, at = next(
        (run, at)
        for run in runs
        for at, state in enumerate(run)
        if any(" FORME " in line for line in state["lines"]) and any(" PROPOSE " in line for line in run[at - 1]["lines"])
    )
    early = copy.deepcopy(run[: at + 1])
    for state in early[:at]:
        state["lines"] = [re.sub(r"agreed \d", "agreed 0", line) for line in state["lines"]]
    told = copy.deepcopy(run[:at])
    told[-1]["lines"].append("binome h1 [h1-g1] waits")
    yield "a pair is published that nobody has agreed to", early
    yield "somebody hears of a proposal", told


KINDS = {
    "runs": (logs.refused, tampered),
    "agreements": (logs.agreements_refused, tampered_agreements),
    "mails": (logs.mails_refused, tampered_mails),
}


def reads(file):
    (kind, runs), = json.loads(Path(file).read_text()).items()
    refused, spoilt = KINDS[kind]
    fault = refused(runs)
    if fault:
        return f"{file}: {fault}"
    print(f"{Path(file).name}: {len(runs)} runs of the code, {sum(map(len, runs))} states, are behaviours of the model", flush=True)
    for what, run in spoilt(runs):
        if run in runs or not refused([run]):
            return f"a run of the code that was tampered with passes: {what}"
        print(f"tampered with and refused: {what}", flush=True)
    return ""


def main():
    begun = time.monotonic()
    with ThreadPoolExecutor(2) as pool:
        checks = [*pool.map(holds, CONFIGS), *pool.map(dies, MUTANTS), *pool.map(reads, sys.argv[1:])]
    faults = [fault for fault in checks if fault]
    print(f"{len(CONFIGS)} models, {len(MUTANTS)} broken on purpose, {time.monotonic() - begun:.0f} s")
    if faults:
        sys.exit("\n\n".join(faults))


if __name__ == "__main__":
    main()
