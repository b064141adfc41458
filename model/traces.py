#!/usr/bin/env python3
"""Has TLC walk through the models at random, and writes the walks down for PairModelTest and OutboxModelTest to play."""

import json
import sys
import tempfile
from pathlib import Path

from tlc import HERE, tlc
from values import states

DEPTH = 45
PAIRS = ("PairTraces", "RelayTraces", "AgreementTraces")


def name(key):
    return "-".join(key)


def lines(state):
    """The state as PairModel writes it: a line for each person, pair and mail, and one for what was agreed to."""
    return sorted([*people(state), *pairs(state), *mails(state), *agreement(state)])


def agreement(state):
    if state["counts"]:
        yield f"edition proposes {state['counts']} agreed {state['agreed']}"


def people(state):
    for who, person in state["person"].items():
        yield f"{who} {person['status']} {listed(map(name, person['pairs']))} handed {person['handed']}"


def pairs(state):
    for key, pair in state["pair"].items():
        if pair["status"] != "NONE":
            by = "-" if pair["by"] == "Nobody" else pair["by"]
            yield (f"{name(key)} {pair['status']} day {pair['day']} offered {listed(pair['offer'])} by {by} "
                   f"sequence {pair['seq']} names {listed(pair['names'])}"
                   f"{' of run ' + str(pair['run']) if pair['status'] == 'PROPOSE' else ''}")


def mails(state):
    for mail in state["queued"]:
        change = mail["number"] if mail["kind"] in ("retrait", "efface") else mail["seq"]
        yield f"{mail_key(mail['kind'], mail['to'], mail['keys'], change)} waits"
    for key in state["ended"]:
        yield f"{mail_key(*key)} ended"


def mail_key(kind, to, keys, change):
    about = "" if kind in ("retrait", "efface") else " " + listed(map(name, keys))
    return f"{kind.replace('relais-confie', 'relais-pris')} {to}{about}{'' if kind == 'binome' else f' {change}'}"


def listed(values):
    return "[" + ", ".join(sorted(map(str, values))) + "]"


def plain(value):
    if isinstance(value, (tuple, frozenset)):
        return [plain(one) for one in (sorted(value, key=str) if isinstance(value, frozenset) else value)]
    return value


def outbox(state):
    """The state as OutboxModel writes it: a line for each mail and sender, and one for the hour's budget."""
    for mail, status in state["status"].items():
        yield f"{mail} {status}{' ' + state['reason'][mail] if status == 'ECHEC' else ''} taken {state['delivered'][mail]}"
    for sender, at in state["at"].items():
        yield f"{sender} {at}"
    yield f"left {state['left']}"


def step(state):
    act = state["act"]
    words = [plain(one) for one in act]
    if act[0] == "Send":
        words = ["Send", mail_key(*act[1]), act[2]]
    return {"act": words, "state": list(outbox(state)) if "delivered" in state else lines(state)}


def told(before, after):
    """What a step shows that another may not: its name, what it meets, whether it changes anything."""
    act = after["act"]
    if "left" in before["state"][-1]:
        return (*act["act"][: 2 if act["act"][0] == "InVain" else 1], tuple(line.split(" ", 1)[1] for line in before["state"]))
    if act["act"][0] == "InVain":
        act = {**act, "act": act["act"][1:]}
    kinds = [word for word in map(str, act["act"][1:]) if word.split(" ")[0] in ("binome", "retrait", "efface", "relais-pris")]
    met = [line.split(" ")[1] for line in before["state"] if len(act["act"]) > 1 and line.startswith(str(name_of(act)) + " ")]
    return (act["act"][0], tuple(kinds), tuple(met), act["act"][-1] is True, before["state"] != act["state"])


def name_of(act):
    first = act["act"][1]
    return "-".join(first) if isinstance(first, list) else first


def chosen(walks, number):
    """Walks that together show the most."""
    left = list(walks)
    seen, best = set(), []
    while left and len(best) < number:
        walk = max(left, key=lambda one: len(shown(one) - seen))
        if not shown(walk) - seen:
            break
        seen |= shown(walk)
        best.append(walk)
        left.remove(walk)
    return best


def shown(walk):
    return {told(before, {"act": after}) for before, after in zip(walk, walk[1:])}


def whole(walk):
    """Without an erasure at its end that may not be finished."""
    while walk[-1]["act"][0] == "Erase":
        walk = walk[:-1]
    return walk


def walked(module, config, seed, number):
    with tempfile.TemporaryDirectory() as folder:
        tlc(HERE, module, config, "-simulate", f"file={folder}/walk,num={number}", "-depth", str(DEPTH), "-seed", str(seed))
        for file in sorted(Path(folder).iterdir()):
            yield whole([step(state) for state in states(file.read_text())])


def main():
    seed, number, folder = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    walks = [
        walk for config in PAIRS for walk in chosen(walked("PairTraces", config, seed, number * 5), number // len(PAIRS))
    ]
    write(walks, folder / "pair-traces.json")
    write(chosen(walked("OutboxTraces", "OutboxTraces", seed, number * 10), number), folder / "outbox-traces.json")


def write(walks, out):
    lines_of = ["[" + ",\n".join(map(json.dumps, walk)) + "]" for walk in walks]
    out.write_text('{"traces": [\n' + ",\n\n".join(lines_of) + "\n]}\n")
    print(f"{len(walks)} traces of {sum(map(len, walks))} steps, which show {len(set().union(*map(shown, walks)))} different ones: {out}")


if __name__ == "__main__":
    main()
