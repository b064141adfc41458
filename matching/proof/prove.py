#!/usr/bin/env python3
"""Replays the proof of certificate.mlw; with --mutants also breaks it, one condition at a time, and sees it fail."""

import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROOF = Path(__file__).with_name("certificate.mlw")
PROVER = "cvc4"
SECONDS = "60"  # for one goal: all 294 together take less of an idle processor
MUTANT_SECONDS = "5"
SPLIT = ["split_vc"]
CASES = ["split_vc", "split_all_full"]  # inductions over lists need their cases apart
EXAMPLE = ["split_vc", "compute_in_goal", "split_vc"]
MODULES = {
    "Worth": SPLIT,
    "Longs": SPLIT,
    "Matching": CASES,
    "Keys": CASES,
    "Sums": SPLIT,
    "Regrouped": CASES,
    "Values": CASES,
    "Duality": SPLIT,
    "Theorem": SPLIT,
    "Check": CASES,
    "Example": EXAMPLE,
}
TAKEN_ON_TRUST = r"\b(axiom|assume|val|any|constant|meta|absurd|clone|diverges|partial)\b"

# What is broken, in which module that shows, the text, and what stands there instead.
MUTANTS = [
    ("C1: a student unknown", "Theorem", "(0 <= p.student && p.student < i.students)", "true"),
    ("C1: one student too far", "Theorem", "p.student < i.students)  ", "p.student <= i.students)  "),
    ("C1: student in any number of pairs", "Theorem", "= pairs_of_student s m + pairs_of_student s i.frozen <= 1 ", "= true "),
    ("C1: student in two pairs", "Theorem", "= pairs_of_student s m + pairs_of_student s i.frozen <= 1 ", "= pairs_of_student s m + pairs_of_student s i.frozen <= 2 "),
    ("C1: frozen pairs forgotten", "Theorem", "= pairs_of_student s m + pairs_of_student s i.frozen <= 1 ", "= pairs_of_student s m <= 1 "),
    ("C2: an ambassador unknown", "Theorem", "(0 <= p.host && p.host < i.hosts)", "true"),
    ("C2: any number of seats", "Theorem", "= pairs_of_host h m + pairs_of_host h i.frozen <= i.seats h ", "= true "),
    ("C2: turned", "Theorem", "= pairs_of_host h m + pairs_of_host h i.frozen <= i.seats h ", "= pairs_of_host h m + pairs_of_host h i.frozen >= i.seats h "),
    ("C2: frozen pairs forgotten", "Theorem", "= pairs_of_host h m + pairs_of_host h i.frozen <= i.seats h ", "= pairs_of_host h m <= i.seats h "),
    ("C3: dropped", "Theorem", "&& 0 <= i.points p.student p.host ", "&& true "),
    ("C3: turned", "Theorem", "&& 0 <= i.points p.student p.host ", "&& 0 >= i.points p.student p.host "),
    ("C4: dropped", "Theorem", "&& p.score = i.points p.student p.host ", "&& true "),
    ("C4: turned", "Theorem", "&& p.score = i.points p.student p.host ", "&& p.score >= i.points p.student p.host "),
    ("C5: pairs", "Theorem", "f.count = g.count &&", "true &&"),
    ("C5: under 40", "Theorem", "&& f.under40 = g.under40", ""),
    ("C5: under 60", "Theorem", "&& f.under60 = g.under60", "&& true"),
    ("C5: sum", "Theorem", "&& f.sum = g.sum", "&& f.sum >= g.sum"),
    ("C6: dropped", "Theorem", "c.gain p.student + c.price p.host\n       = worth_long p.score", "true"),
    ("C6: turned", "Theorem", "\n       = worth_long p.score", "\n       >= worth_long p.score"),
    ("C7: dropped", "Theorem", "(c.has_price h || not (is_open i h))", "true"),
    ("C8: dropped", "Theorem", "&& 0 <= c.price h ", "&& true "),
    ("C8: turned", "Theorem", "&& 0 <= c.price h ", "&& 0 >= c.price h "),
    ("C9: dropped", "Theorem", "&& is_readable (c.price h) ", "&& true "),
    ("C10: dropped", "Theorem", "&& not (has_a_free_seat i m h && c.price h > 0)", "&& true"),
    ("C10: turned", "Theorem", "c.price h > 0)", "c.price h < 0)"),
    ("C12: dropped", "Theorem", "&& 0 <= c.gain s ", "&& true "),
    ("C12: turned", "Theorem", "&& 0 <= c.gain s ", "&& 0 >= c.gain s "),
    ("C13: dropped", "Theorem", "&& is_readable (c.gain s) ", "&& true "),
    ("C14: dropped", "Theorem", "&& not (waits i m s && c.gain s > 0))", "&& true)"),
    ("C14: turned", "Theorem", "c.gain s > 0))", "c.gain s < 0))"),
    ("C15: dropped", "Theorem", "|| worth_long (i.points s h) <= c.gain s + c.price h", "|| true"),
    ("C15: turned", "Theorem", "worth_long (i.points s h) <= c.gain s", "worth_long (i.points s h) >= c.gain s"),
    ("a long holds more than it can", "Longs", "abs (total_of value) < 0x200000", "abs (total_of value) < 0x800000"),
    ("a long whose pairs run over", "Longs", "&& abs (pairs_of value) <= 1", ""),
    ("C3: blocked pairs forgotten", "Theorem", "&& not (i.blocked p.student p.host) ", "&& true "),
    ("C15: no points are none", "Theorem", "|| i.points s h < 0 ||", "|| i.points s h <= 0 ||"),
    ("C15: nobody is compared", "Theorem", "= pairs_of_student s i.frozen > 0 || not", "= pairs_of_student s i.frozen >= 0 || not"),
    ("C15: off by one", "Theorem", "<= c.gain s + c.price h ", "<= c.gain s + c.price h + 1 "),
    ("frozen seats forgotten in other matchings", "Duality", "-> pairs_of_host h m + pairs_of_host h i.frozen <= i.seats h)", "-> pairs_of_host h m <= i.seats h)"),
    ("frozen students forgotten in other matchings", "Duality", "-> pairs_of_student s m + pairs_of_student s i.frozen <= 1)", "-> pairs_of_student s m <= 1)"),
    ("seats forgotten in other matchings", "Duality", "-> pairs_of_host h m + pairs_of_host h i.frozen <= i.seats h)", "-> true)"),
    ("blocked pairs forgotten in other matchings", "Duality", "may_be_a_pair i p.student p.host /\\ p.score =", "p.score ="),
    ("under 60 before under 40 in what is better", "Duality", "(f.under40 < g.under40 \\/ f.under40 = g.under40 /\\\n    (f.under60 < g.under60 \\/ f.under60 = g.under60 /\\", "(f.under60 < g.under60 \\/ f.under60 = g.under60 /\\\n    (f.under40 < g.under40 \\/ f.under40 = g.under40 /\\"),
    ("total before all else in what is better", "Duality", "f.count > g.count \\/ f.count = g.count /\\", "f.sum > g.sum \\/ f.count > g.count \\/ f.count = g.count /\\"),
    ("under 40 counts 40", "Longs", "weak = if score < 40 then", "weak = if score <= 40 then"),
    ("a long whose middling ones run over", "Longs", "&& abs (middling_of value) < 0x10000", "&& abs (middling_of value) < 0x40000"),
    ("the theorem turned", "Theorem", "ensures { not (better (figures_of other) f) }", "ensures { not (better f (figures_of other)) }"),
    ("points without bound", "Theorem", "i.points s h <= 100", "i.points s h <= 0x800000"),
    ("the example's price is too low", "Example", "0x20000000000 + 0x800000 + 40", "0x20000000000 + 0x800000 + 39"),
    ("the example's frozen pair takes no seat", "Example", "{ student = 2; host = 1; score = 0 }", "{ student = 2; host = 0; score = 0 }"),
    ("under 60 before under 40", "Longs", "if score < 40 then most - 0x20000000000", "if score < 40 then most - 0x800000"),
]


def results(file, module, transformations, seconds):
    """Yields what the prover says of each goal."""
    command = ["why3", "prove", "--config", CONFIG, "--prover", PROVER, "--timelimit", seconds]
    for transformation in transformations:
        command += ["--apply-transform", transformation]
    with subprocess.Popen(
        [*command, str(file), "--theory", module], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        told = []
        try:
            for line in process.stdout:
                told.append(line)
                found = re.search(r"Prover result is: (.*)", line)
                if found:
                    goal = "".join(told[-3:-1]).replace("\n", " ")
                    yield found[1].startswith("Valid"), f"{goal.strip()} {found[1]}"
        finally:
            process.terminate()
            process.wait()
        if not any("Prover result is: " in line for line in told):
            sys.exit(f"{module}: nothing is proved; {''.join(told)}")


def without_comments(text):
    return re.sub(r"\(\*.*?\*\)", "", text, flags=re.DOTALL)


def prove():
    text = PROOF.read_text()
    trusted = re.findall(TAKEN_ON_TRUST, without_comments(text))
    if trusted:
        sys.exit(f"the proof takes something on trust: {trusted}")
    missing = set(re.findall(r"^module (\w+)", text, re.MULTILINE)) - set(MODULES) - {"Conditions"}  # definitions only
    if missing:
        sys.exit(f"prove.py does not prove {missing}")
    goals = 0
    for module, transformations in MODULES.items():
        for valid, goal in results(PROOF, module, transformations, SECONDS):
            if not valid:
                sys.exit(f"not proved: {goal}")
            goals += 1
    print(f"{goals} goals proved, nothing taken on trust")


def break_it():
    text = PROOF.read_text()
    with tempfile.TemporaryDirectory() as directory:
        for name, module, old, new in MUTANTS:
            if text.count(old) != 1:
                sys.exit(f"{name}: {old!r} occurs {text.count(old)} times")
            mutant = Path(directory) / "mutant.mlw"
            mutant.write_text(text.replace(old, new))
            if all(valid for valid, _ in results(mutant, module, MODULES[module], MUTANT_SECONDS)):
                sys.exit(f"the proof goes through although it is broken: {name}")
            print(f"fails as it must: {name}", flush=True)
    print(f"{len(MUTANTS)} broken proofs fail")


def detected(directory):
    """The configuration of Why3 for the provers of this machine."""
    if not shutil.which("why3") or not shutil.which("cvc4"):
        sys.exit("the proof needs Why3 and CVC4: apt-get install --no-install-recommends why3 cvc4")
    config = str(Path(directory) / "why3.conf")
    subprocess.run(["why3", "config", "detect", "--config", config], check=True, capture_output=True)
    return config


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as configuration:
        CONFIG = detected(configuration)
        began = time.monotonic()
        prove()
        if "--mutants" in sys.argv:
            break_it()
        print(f"{time.monotonic() - began:.0f} s")
