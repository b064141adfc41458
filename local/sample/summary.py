"""The last lines of the demo: its figures, some pairs, and where to look."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from visitor import Inbox

CANCELLED = "ANNULE"

Item = dict[str, Any]


def summary(pairs: list[Item], registrations: list[Item], inbox: Inbox, site: str) -> Iterator[str]:
    """Lines to print."""
    standing = sorted(
        (pair for pair in pairs if pair["statut"] != CANCELLED), key=lambda pair: int(pair["score"]), reverse=True
    )
    yield ""
    yield from _figures(standing, registrations)
    yield f"Mails             {_counted(Counter(mail.kind for mail in inbox.mails()))}"
    yield from _some_pairs(standing)
    yield from _where_to_look(standing, registrations, inbox, site)


def _figures(pairs: list[Item], registrations: list[Item]) -> Iterator[str]:
    scores = [int(pair["score"]) for pair in pairs]
    mean = sum(scores) / len(scores) if scores else 0
    yield f"Pairs             {len(pairs)}"
    under = ", ".join(f"{sum(score < limit for score in scores)} under {limit}" for limit in (60, 40))
    yield f"Points            {mean:.0f} on average, {under}"
    students, ambassadors = _waiting(registrations, "ETUDIANT"), _waiting(registrations, "AMBASSADEUR")
    yield f"Left over         {students} students, {ambassadors} ambassadors"
    yield f"Not confirmed     {sum(person['statut'] == 'A_CONFIRMER' for person in registrations)}"


def _waiting(registrations: list[Item], role: str) -> int:
    return sum(person["role"] == role and person["statut"] == "CONFIRMEE" for person in registrations)


def _counted(kinds: Counter[str]) -> str:
    return ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())


def _some_pairs(pairs: list[Item]) -> Iterator[str]:
    """The best, the median, the worst."""
    places = dict.fromkeys([0, len(pairs) // 2, len(pairs) - 1]) if pairs else []
    for pair in [pairs[place] for place in places]:
        yield ""
        yield f"{pair['etudiant']} and {pair['ambassadeur']}, {pair['lieu']}, {pair['date']}: {pair['score']} points"
        for reason in pair["raisons"]:
            yield f"  - {reason}"


def _where_to_look(pairs: list[Item], registrations: list[Item], inbox: Inbox, site: str) -> Iterator[str]:
    addresses = {person["inscription"]: person["courriel"] for person in registrations}
    links = inbox.links("binome", "binome")
    yield ""
    yield f"The site          {site}/"
    if pairs:
        best = pairs[0]
        for who in ("etudiant", "ambassadeur"):
            address = addresses.get(best[f"{who}_inscription"], "")
            if link := links.get(address):
                yield f"{best[who]}'s partner: {site}/binome/{link}"
    seats = [person for person in registrations if person.get("seance")]
    coaching = inbox.links("coaching", "coaching")
    for person in seats[:1]:
        if link := coaching.get(person["courriel"]):
            yield f"{person['prenom']} {person['nom']}'s coaching: {site}/coaching/{link}"
            yield f"{person['prenom']} {person['nom']}'s registration: {site}/inscription/{link}"
    left = inbox.links("sans-binome", "binome")
    for link in list(left.values())[:1]:
        yield f"Someone without a partner: {site}/binome/{link}"
    for link in list(inbox.links("relais", "relais").values())[:1]:
        yield f"A colleague is asked to host: {site}/relais/{link}"
    yield "Their mails       make mails TO=" + (addresses.get(pairs[0]["etudiant_inscription"], "") if pairs else "…")
    yield "The tables        make tables TABLE=Pairs"
