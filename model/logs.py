"""Asks TLC whether runs of the code, as PairModelTest writes them down, are behaviours of the model of pairs."""

import json
import re
import shutil
import tempfile
from pathlib import Path

from tlc import HERE, tlc

LINE = re.compile(r"(\S+) (\S+) day (\d) offered \[(.*)] by (\S+) sequence (\d+) names \[(.*?)](?: of run (\d+))?")
EDITION = re.compile(r"edition proposes (\d+) agreed (\d+)")
PEOPLE = ("h1", "h2", "g1", "g2")
KEYS = [f"{host}-{guest}" for host in ("h1", "h2") for guest in ("g1", "g2")]


def key(pair):
    return "<<" + pair.replace("-", ", ") + ">>"


def some(text):
    return "{" + text + "}"


def keys(text):
    return some(", ".join(key(one) for one in text.split(", ") if one))


def function(entries):
    return "(" + " @@ ".join(f"{name} :> {value}" for name, value in entries) + ")"


def mail(words):
    """The key of a mail, as Id makes it."""
    parts = re.fullmatch(r"(\S+) (\S+)(?: \[(.*)])?(?: (\d+))?", words)
    kind, to, about, change = parts.groups()
    if kind in ("retrait", "efface"):
        return f'<<"{kind}", {to}, {{}}, {change}>>'
    return f'<<"{kind}", {to}, {keys(about)}, {change or 0}>>'


def state(logged):
    people, pairs, proposed, waits, ended = {}, {}, [], [], []
    counts, agreed = 0, 0
    for line in logged["lines"]:
        first = line.split(" ")[0]
        found = LINE.fullmatch(line)
        if found:
            pair, status, day, offered, by, sequence, names, run = found.groups()
            if run:
                proposed.append(f"<<{key(pair)}, {run}>>")
            who = "Nobody" if by == "-" else by
            pairs[pair] = f'<<"{status}", {day}, {some(offered)}, {who}, {sequence}, {some(names)}>>'
        elif first == "edition":
            counts, agreed = EDITION.fullmatch(line).groups()
        elif first in PEOPLE:
            status, own, handed = re.fullmatch(r"\S+ (\S+) \[(.*)] handed (\d)", line).groups()
            people[first] = f'<<"{status}", {keys(own)}, {handed}>>'
        else:
            (waits if line.endswith(" waits") else ended).append(mail(line.rsplit(" ", 1)[0]))
    seen = {
        "today": str(logged["today"]),
        "people": function((who, people[who]) for who in PEOPLE),
        "pairs": function((key(pair), pairs.get(pair, '<<"NONE">>')) for pair in KEYS),
        "proposed": f"<<{counts}, {agreed}, {some(', '.join(proposed))}>>",
        "waits": some(", ".join(waits)),
        "ended": some(", ".join(ended)),
    }
    return "[" + ", ".join(f"{name} |-> {value}" for name, value in seen.items()) + "]"


def entry(logged):
    """What the table says of both mails, and what SES took of them if that is known."""
    status = function((name, f'"{word}"') for name, word in zip(("m1", "m2"), logged["status"], strict=True))
    taken = function(zip(("m1", "m2"), map(str, logged.get("taken", (-1, -1))), strict=True))
    return f"[status |-> {status}, taken |-> {taken}]"


def refused(runs):
    """Where runs of acts on pairs leave the model; empty if TLC finds all of them in it."""
    return out_of("Pair", "PairLog", "h1, h2, g1, g2", runs, state)


def agreements_refused(runs):
    """The same for runs that propose their pairs to the organisers."""
    return out_of("Pair", "AgreementLog", "h1, h2, g1, g2", runs, state)


def mails_refused(runs):
    """The same for runs of senders."""
    return out_of("Outbox", "OutboxLog", "m1, m2", runs, entry)


def out_of(module, config, constants, runs, value):
    logs = ",\n".join("<<" + ",\n".join(map(value, run)) + ">>" for run in runs)
    with tempfile.TemporaryDirectory() as folder:
        for file in (f"{module}.tla", f"{module}Log.tla", f"{config}.cfg"):
            shutil.copy(HERE / file, folder)
        Path(folder, f"{module}LogData.tla").write_text(
            f"---- MODULE {module}LogData ----\nEXTENDS {module}, Sequences, TLC\nCONSTANTS {constants}\n"
            f"Logs == <<{logs}>>\n====\n"
        )
        out = tlc(folder, f"{module}Log", config)
    if "Invariant NotAllRead is violated" in out:
        return ""
    reached = re.findall(r'<<"reached", (\d+), (\d+)>>', out)
    if not reached:
        return out
    run, at = max((int(one), int(two)) for one, two in reached)
    return f"run {run} is not of the model after its state {at}: {json.dumps(runs[run - 1][at - 1:at + 1])}"
