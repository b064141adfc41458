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
    outbox(
        "a claim does not say when it was made",
        "  /\\ age' = [age EXCEPT ![m] = 0]\n  /\\ mail'",
        "  /\\ UNCHANGED age\n  /\\ mail'",
        "NobodySettlesAMailAtWork",
    ),
    outbox("a sender may work longer than a claim lives", "age[mail[s]] < MaxRun", "TRUE", "NobodySettlesAMailAtWork"),
    outbox("the budget is not looked at when it is spent", "  /\\ left > 0\n", "", "TheBudgetHolds"),
    outbox(
        "a success is recorded over a rejection",
        '     \\/ Moves(mail[s], "REJETE", "REJETE")',
        '     \\/ Moves(mail[s], "REJETE", "ENVOYE")',
        "OutcomesStand",
    ),
    outbox(
        "the sweep does not look at the status",
        '  /\\ Moves(m, "EN_COURS", "ECHEC")\n  /\\ reason\' = [reason EXCEPT ![m] = "unknown"]',
        '  /\\ status\' = [status EXCEPT ![m] = "ECHEC"]\n  /\\ reason\' = [reason EXCEPT ![m] = "unknown"]',
        "LostOnlyByAFault",
    ),
    outbox(
        "a postponed mail stays claimed",
        '  /\\ at[s] = "postponing"\n  /\\ Moves(mail[s], "EN_COURS", "A_ENVOYER")',
        '  /\\ at[s] = "postponing"\n  /\\ UNCHANGED status',
        "LostOnlyByAFault",
    ),
    outbox(
        "a sender that dies lets its mail wait again",
        '  /\\ at[s] # "idle"\n  /\\ Fault\n  /\\ Ends(s)\n  /\\ UNCHANGED <<status, ',
        '  /\\ at[s] # "idle"\n  /\\ Fault\n  /\\ mail[s] # None\n  /\\ status\' = [status EXCEPT ![mail[s]] = "A_ENVOYER"]\n'
        "  /\\ Ends(s)\n  /\\ UNCHANGED <<",
        "TheLedgerIsTrue",
    ),
    pair("the last place is given twice", "Places", "+ person[p].handed < Room(p)", "+ person[p].handed <= Room(p)", "NoPlaceGivenTwice"),
    pair("a run records whoever has no room any more", "Places", "Unchanged(p, read) == HasRoom(p) /\\", "Unchanged(p, read) == Active(p) /\\",
         "NoPlaceGivenTwice"),
    pair("a colleague without room takes over", "Colleagues", "MayTakeOver(p) == Active(p) /\\ Cardinality(person[p].pairs) < Room(p)",
         "MayTakeOver(p) == Active(p)", "NoPlaceGivenTwice"),
    pair("the place does not go with the student", "Colleagues", "[Without(k[1], {k}) EXCEPT !.handed = @ + 1]", "Without(k[1], {k})",
         "ThePlaceGoesWithTheStudent"),
    pair("a request to an erased colleague stays", "Colleagues", "ELSE IF pair[k].relay = p THEN [pair[k] EXCEPT !.relay = Nobody]\n", "\n",
         "ErasingForgetsWhoIsAsked"),
    pair(
        "a cancellation and its consequences for people are two transactions",
        "Life",
        "  /\\ person' = Freed(Told(Two(k)), {k})\n",
        "  /\\ UNCHANGED person\n",
        "PeopleAndPairsAgree",
    ),
    pair(
        "a cancellation is mailed, and does not happen",
        "Life",
        "  /\\ Ahead(k)\n  /\\ pair' = [pair EXCEPT ![k] = Off(k)]\n",
        "  /\\ Ahead(k)\n  /\\ UNCHANGED pair\n",
        "PeopleAndPairsAgree",
    ),
    pair("a cancellation is not mailed", "Calendars",
         "  /\\ Queue({Mail(\"binome-annule\", q, {k}, pair[k].seq + 1, 0) : q \\in Told(Two(k))})\n", "  /\\ Queue({})\n", "BothKnowTheDay"),
    pair("who loses the partner by a withdrawal is not told", "Calendars", "Queue(Leaves(p, off) \\cup {Mail(\"retrait\"", "Queue({Mail(\"retrait\"",
         "BothKnowTheDay"),
    pair("only who accepts a day is told", "Calendars",
         "Queue({Mail(\"date-convenue\", q, {k}, pair[k].seq + 1, d) : q \\in Told(Two(k))})",
         "Queue({Mail(\"date-convenue\", p, {k}, pair[k].seq + 1, d)})", "BothKnowTheDay"),
    pair("people agree to their own proposals", "Proposals", "  /\\ pair[k].by # p\n", "", "BothAgreed"),
    pair("a day is accepted that is no longer proposed", "Proposals", "  /\\ d \\in pair[k].offer /\\ d > today\n", "  /\\ d > today\n",
         "OnlyProposedDays"),
    pair("a day is accepted that has come", "Proposals", "  /\\ d \\in pair[k].offer /\\ d > today\n", "  /\\ d \\in pair[k].offer\n",
         "OnlyProposedDays"),
    pair("a proposal is published whose day has come", "Mornings", " /\\ pair[k].run = agreed /\\ pair[k].day > today\n", " /\\ pair[k].run = agreed\n",
         "NothingIsDecidedTooLate"),
    pair("a run decides for a day that has come", "Life", "  /\\ d > today\n  /\\ Cardinality(plan)", "  /\\ Cardinality(plan)", "NothingIsDecidedTooLate"),
    pair("another registration has the number of the one before", "Again", "!.number = last[p] + 1, ", "!.number = last[p], ", "NoMailTwice"),
    pair("a pair that is over is not cleaned before its person goes", "Life",
         "  /\\ \\A k \\in Keys : Over(k, p) => k \\in erasing[p].cleaned\n", "", "ErasedStaysErased"),
]
