"""The models broken on purpose: what is replaced, and the promise that TLC then finds broken."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mutant:
    name: str
    module: str
    config: str
    old: str
    new: str
    broken: str


def outbox(name, old, new, broken):
    return Mutant(name, "Outbox", "Outbox", old, new, broken)


def pair(name, config, old, new, broken):
    return Mutant(name, "Pair", config, old, new, broken)


MUTANTS = [
    outbox(
        "a claim takes any mail that has not ended",
        '  /\\ Moves(m, "A_ENVOYER", "EN_COURS")\n  /\\ age\'',
        '  /\\ status[m] \\in {"A_ENVOYER", "EN_COURS"}\n  /\\ status\' = [status EXCEPT ![m] = "EN_COURS"]\n  /\\ age\'',
        "OneSenderAtATime",
    ),
    outbox("the sweep does not wait for an hour", "  /\\ age[m] > Life\n", "  /\\ age[m] > 0\n", "NobodySettlesAMailAtWork"),
    outbox(
        "the sweep lets the mail wait again",
        '  /\\ Moves(m, "EN_COURS", "ECHEC")\n  /\\ reason\' = [reason EXCEPT ![m] = "unknown"]',
        '  /\\ Moves(m, "EN_COURS", "A_ENVOYER")\n  /\\ UNCHANGED reason',
        "TheLedgerIsTrue",
    ),
    outbox(
        "a lost answer counts as not sent",
        '  /\\ Take(s)\n  /\\ Ends(s)\n',
        '  /\\ Take(s)\n  /\\ Goes(s, "not sent") /\\ UNCHANGED mail\n',
        "TheLedgerIsTrue",
    ),
    outbox("operators resend what may have left", '  /\\ reason[m] = "known"\n', "", "TheLedgerIsTrue"),
    outbox(
        "the state is not read after the claim",
        'IF so[mail[s]] THEN "written" ELSE "pointless"',
        '"written"',
        "NothingThatIsNoLongerSo",
    ),
    outbox("a postponed mail is not given back", "  /\\ left = 0\n", "  /\\ FALSE\n", "EachMailEnds"),
    outbox("the budget is not spent", "  /\\ left' = left - 1\n", "  /\\ UNCHANGED left\n", "TheBudgetHolds"),
    outbox(
        "what may have left is given back to the budget",
        "  /\\ UNCHANGED <<status, reason, age, so, wasSo, left, spent, paid, resent>>\n",
        "  /\\ left' = left + 1\n  /\\ UNCHANGED <<status, reason, age, so, wasSo, spent, paid, resent>>\n",
        "TheBudgetHolds",
    ),
    outbox(
        "what an earlier hour spent is given back to this one",
        "  /\\ left' = left + (IF paid[s] THEN 1 ELSE 0)\n",
        "  /\\ left' = left + 1\n",
        "TheBudgetHolds",
    ),
    pair(
        "a run records without looking at the two again",
        "Places",
        "  /\\ Unchanged(k[1], planned.host) /\\ Unchanged(k[2], planned.guest)\n  /\\ pair'",
        "  /\\ pair'",
        "NoPlaceGivenTwice",
    ),
    pair(
        "a withdrawal frees the partner in another transaction",
        "Places",
        "ELSE IF \\E k \\in off : q = Other(k, p) THEN Without(q, off) ELSE person[q]])\n  /\\ Queue(Leaves(p, off) \\cup {Mail(\"retrait\"",
        "ELSE person[q]])\n  /\\ Queue(Leaves(p, off) \\cup {Mail(\"retrait\"",
        "PeopleAndPairsAgree",
    ),
    pair("the keys of mails do not hold the change", "Proposals", "[] OTHER -> <<m.kind, m.to, m.keys, m.seq>>",
         "[] OTHER -> <<m.kind, m.to, m.keys>>", "NoMailTwice"),
    pair(
        "only who cancels is told",
        "Calendars",
        'Queue({Mail("binome-annule", q, {k}, pair[k].seq + 1, 0) : q \\in Told(Two(k))})',
        'Queue({Mail("binome-annule", q, {k}, pair[k].seq + 1, 0) : q \\in Told({k[1]})})',
        "BothKnowTheDay",
    ),
    pair(
        "an erasure does not mind that the row has changed",
        "Life",
        "  /\\ person[p] = erasing[p].row\n",
        "",
        "ErasedStaysErased",
    ),
    pair(
        "a withdrawal is pointless after a new registration",
        "Again",
        '    [] m.kind = "retrait" -> m.keys = {} /\\ m.number # person[m.to].number\n',
        '    [] m.kind = "retrait" -> m.number # person[m.to].number\n',
        "BothKnowTheDay",
    ),
    pair(
        "whatever was proposed is published",
        "Agreement",
        '  /\\ agreed # 0 /\\ agreed = counts\n  /\\ pair[k].status = "PROPOSE" /\\ pair[k].run = agreed /\\',
        '  /\\ pair[k].status = "PROPOSE" /\\ pair[k].run = counts /\\',
        "OnlyWhatWasAgreed",
    ),
    pair("a replaced proposal is published", "Agreement", "  /\\ agreed' = 0\n  /\\ plan' = {}\n",
         "  /\\ UNCHANGED agreed\n  /\\ UNCHANGED plan\n", "OnlyWhatWasAgreed"),
    pair("a colleague takes over a day that was called off", "Relay",
         "  /\\ Ahead(k) /\\ pair[k].relay = c\n", "  /\\ pair[k].status # \"NONE\"\n", "PeopleAndPairsAgree"),
    pair("nobody tells a former ambassador, since the pair is off", "Relay",
         '{"binome-annule", "relais-confie"} -> pair', '{"binome-annule"} -> pair', "BothKnowTheDay"),
    pair("the colleague's pair begins a new count", "Relay", "!.seq = pair[k].seq + 2, !.uid", "!.uid", "BothKnowTheDay"),
]
