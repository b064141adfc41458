"""Which items of restored tables may go back into the stack's tables, and how. Rules only: nothing is read or written.

What stands in the stack wins, unless the operator names it. Nobody who was erased since comes back, no mail waits again,
and pairs, seats and registrations agree with each other afterwards.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

Item = dict[str, Any]
"""As DynamoDB writes it, {"S": "text"} for each value."""

KEYS = {
    "Editions": "edition",
    "MailAllowances": "destinataire",
    "Mails": "envoi",
    "CoachingSlots": "seance",
    "Pairs": "binome",
    "Registrations": "inscription",
}
"""In the order in which they are written: a mail's key before what would queue it, registrations last."""

ERASED_ON = "donnees_effacees_le"
HANDLED_UNTIL = "traite_jusqu_au"
TAKES_PART = {"CONFIRMEE", "APPARIEE"}
STILL_TO_COME = {"FORME", "DATE_PROPOSEE", "PROPOSE"}
SIDES = ("ambassadeur", "etudiant")
NOBODY = "(données effacées)"
ADDRESS = "adresse/"
"""What else is in MailAllowances is of an hour, or a key that goes back by hand."""
OF_TODAY = ("courriel", "lien_numero")
"""Of a registration that stands: its links so far stay void, and its address is the one that has the newest."""
UNKNOWN = "issue inconnue : table restaurée dans l’état du {}, le mail est peut-être parti depuis"
OF_EVERY_MAIL = {"envoi", "modele", "inscription", "statut", "depart", "cree_le", "envoye_le", "echec_le", "ses_message_id", "numero", "rejet"}
"""The attributes of a mail that say nothing about anybody."""
ONLY_OF_WAITING = {"pris_le", "pris_par", "retenu_par", "retenu_edition", "destinataire", "prenom"}
RELAY = ("relais_courriel", "relais_inscription", "relais_le", "relais_du_jour")
"""What an ambassador had asked a colleague: it may be answered or forgotten since, so it never comes back."""
VERSIONS = ("numero", "revision", "sequence", "agenda_avance")
"""Numbers that rise with each change, so that a difference in these alone is none."""


@dataclass(frozen=True)
class Choice:
    at: str
    """The moment of the restored tables, in words."""
    keys: frozenset[str] = frozenset()
    """Only these items, and these also where the stack has another version."""
    changed: bool = False
    """Also where the stack has another version."""
    not_erased: frozenset[str] = frozenset()
    """Editions whose erasure was a mistake."""
    forgotten_before: str = ""
    """The daily run has forgotten who registered before that moment and had not confirmed; it leaves no trace."""


@dataclass(frozen=True)
class Put:
    table: str
    item: Item
    before: Item | None
    """What the stack has; None where it has nothing under this key."""


@dataclass
class Plan:
    puts: list[Put] = field(default_factory=list)
    counts: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def put(self, table: str, item: Item, before: Item | None) -> None:
        self.puts.append(Put(table, item, before))
        self.counts[table]["put back" if before is None else "replaced"] += 1


Tables = dict[str, dict[str, Item]]


def by_key(table: str, items: Iterable[Item]) -> dict[str, Item]:
    start = ADDRESS if table == "MailAllowances" else ""
    return {key: item for item in items if (key := text(item, KEYS[table])).startswith(start)}


def text(item: Item, name: str) -> str:
    return str(item.get(name, {}).get("S", ""))


def number(item: Item, name: str) -> int:
    value = item.get(name, {})
    return int(value.get("N") or value.get("S") or 0)


def texts(item: Item, name: str) -> list[str]:
    return [str(value.get("S", "")) for value in item.get(name, {}).get("L", [])]


def plan(restored: Tables, present: Tables, choice: Choice, erasures: Iterable[Item] = ()) -> Plan:
    """What is to be written.

    restored, present: items by key, by table; a table that was not restored is absent
    erasures: further mails, of which those that confirm an erasure count
    """
    return _Restoring(restored, present, choice, erasures).plan()


class _Restoring:
    def __init__(self, restored: Tables, present: Tables, choice: Choice, erasures: Iterable[Item]) -> None:
        self.restored = {table: restored.get(table, {}) for table in KEYS}
        self.present = {table: present.get(table, {}) for table in KEYS}
        self.choice = choice
        self.result = Plan()
        self.erased = self._erased([*self.present["Mails"].values(), *erasures])

    def plan(self) -> Plan:
        people = self._people()
        moved = self._addresses()
        pairs = self._pairs(people, moved)
        self._editions()
        self._mails()
        self._slots(people)
        for key, pair in pairs.items():
            self._write("Pairs", key, pair)
        for key, person in people.items():
            if not self._stands("Registrations", key):
                self._write("Registrations", key, _in_pairs(person, key, self._final(pairs)))
        order = list(KEYS)
        self.result.puts.sort(key=lambda put: order.index(put.table))
        return self.result

    # Who was erased since

    def _erased(self, mails: Iterable[Item]) -> set[str]:
        confirmed: dict[str, int] = {}
        for mail in mails:
            if text(mail, "modele") == "efface":
                key = text(mail, "inscription")
                confirmed[key] = max(confirmed.get(key, 0), number(mail, "numero"))
        nameless = {
            text(pair, f"{side}_inscription")
            for key, pair in self.present["Pairs"].items()
            for side in SIDES
            if not text(pair, side)
            and text(self.restored["Pairs"].get(key, {}), side)
            and text(pair, "edition") not in self.choice.not_erased
        }
        return {
            key
            for key, person in self.restored["Registrations"].items()
            if self._edition_erased(person)
            or self._forgotten(person)
            or confirmed.get(key, 0) >= number(person, "numero")
            or key in nameless
        } | (nameless - set(self.restored["Registrations"]))

    def _edition_erased(self, item: Item) -> bool:
        edition = text(item, "edition")
        return edition not in self.choice.not_erased and ERASED_ON in self.present["Editions"].get(edition, {})

    def _forgotten(self, person: Item) -> bool:
        return text(person, "statut") == "A_CONFIRMER" and text(person, "inscrit_le") < self.choice.forgotten_before

    # What may be written at all

    def _stands(self, table: str, key: str) -> bool:
        """Whether the stack's own version stays."""
        keys = self.choice.keys
        if key not in self.restored[table] or (keys and key not in keys):
            return True
        if key not in self.present[table]:
            return False
        return not (self.choice.changed or key in keys or self._by_mistake(table, key))

    def _by_mistake(self, table: str, key: str) -> bool:
        return table == "Pairs" and text(self.restored[table][key], "edition") in self.choice.not_erased

    def _write(self, table: str, key: str, item: Item) -> None:
        before = self.present[table].get(key)
        if before is None:
            self.result.put(table, item, None)
        elif _without(before, *VERSIONS, *RELAY) == _without(item, *VERSIONS, *RELAY):
            self.result.counts[table]["the same already"] += 1
        else:
            self.result.put(table, _newer(item, before), before)

    def _left(self, table: str, key: str) -> bool:
        """Counts what stays as the stack has it."""
        if not self._stands(table, key):
            return False
        same = self.present[table].get(key) == self.restored[table][key]
        chosen = not self.choice.keys or key in self.choice.keys
        self.result.counts[table]["the same already" if same else "changed since, left" if chosen else "not chosen"] += 1
        return True

    # Table by table

    def _editions(self) -> None:
        for key, edition in self.restored["Editions"].items():
            before = self.present["Editions"].get(key, {})
            if key in self.choice.not_erased and ERASED_ON in before:
                self._write("Editions", key, _without(before, ERASED_ON))
            elif not self._left("Editions", key):
                kept = {name: before[name] for name in (ERASED_ON,) if name in before}
                day = max(text(edition, HANDLED_UNTIL), text(before, HANDLED_UNTIL))
                self._write("Editions", key, edition | kept | ({HANDLED_UNTIL: {"S": day}} if day else {}))

    def _mails(self) -> None:
        for key, mail in self.restored["Mails"].items():
            if key in self.present["Mails"]:
                self.result.counts["Mails"]["known to the stack, left"] += 1
            elif not self._left("Mails", key):
                self._write("Mails", key, self._settled(mail))

    def _settled(self, mail: Item) -> Item:
        item = mail
        if text(mail, "statut") in ("A_ENVOYER", "EN_COURS"):
            self.result.counts["Mails"]["waited then, will not be sent (ECHEC)"] += 1
            item = _without(mail, *ONLY_OF_WAITING) | {
                "statut": {"S": "ECHEC"},
                "motif": {"S": UNKNOWN.format(self.choice.at)},
            }
        if text(mail, "inscription") in self.erased:
            return {name: value for name, value in item.items() if name in OF_EVERY_MAIL}
        return item

    def _people(self) -> dict[str, Item]:
        """Everybody afterwards, before pairs and seats are looked at."""
        people = dict(self.present["Registrations"])
        for key, person in self.restored["Registrations"].items():
            before = self.present["Registrations"].get(key, {})
            if key in self.erased and not before:
                self.result.counts["Registrations"]["erased since, left out"] += 1
            elif key in self.erased or number(before, "numero") > number(person, "numero"):
                self.result.counts["Registrations"]["registered again since, left"] += 1
                self.restored["Registrations"] = _without(self.restored["Registrations"], key)
            elif not before and self._address_taken(key):
                self.result.counts["Registrations"]["somebody else has registered with that address since, left out"] += 1
                self.restored["Registrations"] = _without(self.restored["Registrations"], key)
            elif not self._left("Registrations", key):
                people[key] = person | {name: before[name] for name in OF_TODAY if name in before}
        self.restored["Registrations"] = {
            key: person for key, person in self.restored["Registrations"].items() if key not in self.erased
        }
        return people

    # Which registration an address has

    def _address_taken(self, person: str) -> bool:
        of_then = _address_of(person, self.restored["MailAllowances"])
        holder = text(self.present["MailAllowances"].get(of_then, {}), "inscription")
        return holder != person and holder in self.present["Registrations"]

    def _addresses(self) -> set[str]:
        """Who comes back with another address than the last: it leads to the registration again, the last one to none."""
        then, now = self.restored["MailAllowances"], self.present["MailAllowances"]
        after = {}
        for key, item in then.items():
            if key in now:
                self.result.counts["MailAllowances"]["known to the stack, left"] += 1
            elif not {text(item, "inscription"), key.removeprefix(ADDRESS)} & self.erased:
                after[key] = item
        moved = set()
        for person in self.restored["Registrations"]:
            of_then, of_now = _address_of(person, then), _address_of(person, now)
            comes_back = person not in self.present["Registrations"] and not self._stands("Registrations", person)
            if not comes_back or of_now not in now or of_then == of_now:
                continue
            moved.add(person)
            self.result.counts["Registrations"]["with the address of then, not the last"] += 1
            after[of_now] = now[of_now] | {"inscription": {"S": of_now.removeprefix(ADDRESS)}}
            after[of_then] = then.get(of_then) or now[of_now] | {"destinataire": {"S": of_then}, "inscription": {"S": person}}
        for key, item in after.items():
            self._write("MailAllowances", key, item)
        return moved

    def _pairs(self, people: dict[str, Item], moved: set[str]) -> dict[str, Item]:
        """The pairs to be written."""
        chosen = {}
        for key, pair in self.present["Pairs"].items():
            if moved & {text(pair, f"{side}_inscription") for side in SIDES}:
                chosen[key] = _with_addresses(pair, people)
        for key, pair in self.restored["Pairs"].items():
            gone = [side for side in SIDES if text(pair, f"{side}_inscription") in self.erased]
            if key in self.present["Pairs"] and gone:
                self.result.counts["Pairs"]["somebody erased since, left"] += 1
            elif not self._left("Pairs", key):
                back = _anonymous(_without(pair, *RELAY), gone)
                chosen[key] = _with_addresses(self._alive_or_not(key, back, people), people)
        return chosen

    def _alive_or_not(self, key: str, pair: Item, people: dict[str, Item]) -> Item:
        status = text(pair, "statut")
        both = [people.get(text(pair, f"{side}_inscription"), {}) for side in SIDES]
        alive = all(
            text(person, "statut") in TAKES_PART and (status == "PROPOSE" or key in texts(person, "binomes"))
            for person in both
        )
        if status not in STILL_TO_COME or alive:
            return pair
        self.result.counts["Pairs"]["somebody no longer takes part (ANNULE)"] += 1
        return _without(pair, "dates_proposees", "proposees_par") | {"statut": {"S": "ANNULE"}}

    def _final(self, pairs: dict[str, Item]) -> dict[str, list[tuple[str, str]]]:
        """By person, the pairs that were not called off, and the partner's name in each."""
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for key, pair in (self.present["Pairs"] | pairs).items():
            if text(pair, "statut") not in ("ANNULE", "PROPOSE"):
                for side, other in (SIDES, SIDES[::-1]):
                    found[text(pair, f"{side}_inscription")].append((key, text(pair, other) or NOBODY))
        return found

    def _slots(self, people: dict[str, Item]) -> None:
        """Restored people get their seats back as far as there is room."""
        back = [key for key in self.restored["Registrations"] if not self._stands("Registrations", key)]
        for key in self.restored["CoachingSlots"]:
            self._left("CoachingSlots", key)
        for key in {*self.restored["CoachingSlots"], *self.present["CoachingSlots"]}:
            before = self.present["CoachingSlots"].get(key)
            slot = self.restored["CoachingSlots"][key] if not self._stands("CoachingSlots", key) else before
            if slot is None:
                continue
            seated = texts(slot if before is None else before, "inscrits")
            seated = [person for person in seated if text(people.get(person, {}), "seance") == key or before is not None]
            for person in (person for person in back if text(people[person], "seance") == key):
                if person in seated:
                    continue
                if len(seated) < number(slot, "places"):
                    seated.append(person)
                else:
                    people[person] = _without(people[person], "seance")
                    self.result.counts["Registrations"]["lost the coaching seat: slot full"] += 1
            left = {"places_restantes": {"N": str(number(slot, "places") - len(seated))}}
            after = slot | {"inscrits": {"L": [{"S": person} for person in seated]}} | left
            if slot is not before or seated != texts(slot, "inscrits"):
                self._write("CoachingSlots", key, after)


def _address_of(person: str, items: dict[str, Item]) -> str:
    """The key of the item of the person's address. The address that the id was made of has one only once it is left."""
    return next((key for key, item in items.items() if text(item, "inscription") == person), ADDRESS + person)


def _with_addresses(pair: Item, people: dict[str, Item]) -> Item:
    """The addresses in a pair are those of the registrations."""
    addresses = {side: people.get(text(pair, f"{side}_inscription"), {}).get("courriel") for side in SIDES}
    return pair | {f"{side}_courriel": address for side, address in addresses.items() if address and text(pair, side)}


def _in_pairs(person: Item, key: str, final: dict[str, list[tuple[str, str]]]) -> Item:
    pairs = final.get(key, [])
    item = person | {
        "binomes": {"L": [{"S": pair} for pair, _ in pairs]},
        "binome_avec": {"L": [{"S": name} for _, name in pairs]},
    }
    if text(person, "statut") in TAKES_PART:
        item["statut"] = {"S": "APPARIEE" if pairs else "CONFIRMEE"}
    return item


def _anonymous(pair: Item, gone: list[str]) -> Item:
    """Without name, address and calls of the erased, and without both comments: each may name the other."""
    if not gone:
        return pair
    item = _without(pair, *(name for side in gone for name in (side, f"{side}_courriel", f"{side}_a_appeler")))
    for side in SIDES:
        if feedback := item.get(f"avis_{side}", {}).get("M"):
            item[f"avis_{side}"] = {"M": _without(feedback, "commentaire")}
    return item


def _newer(item: Item, before: Item) -> Item:
    """With numbers above those of both versions, so that whoever has read either notices; links stay as they are now."""
    versions = {}
    for name in VERSIONS:
        if name in item or name in before:
            highest = max(number(item, name), number(before, name))
            versions[name] = {"N": str(highest if name == "numero" else highest + 1)}
    return item | versions


def _without(item: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in item.items() if name not in names}
