"""The rules of a restoration: what goes back, what stays, and that pairs, seats and people agree afterwards."""

import copy
import sys
from typing import Any

import pytest

from devstack.dynamodb_items import decode_item, encode_item
from devstack.settings import REPOSITORY

sys.path.insert(0, str(REPOSITORY / "operations"))

import restoring
from restoring import Choice, Plan

AT = "2026-11-10T05:00:00Z"


class Tables:
    """Two people, their pair, a seat and a mail, as restored; the stack has what a test leaves there."""

    def __init__(self) -> None:
        self.restored: restoring.Tables = {table: {} for table in restoring.KEYS}
        self.add("Editions", edition="2026", jour="2026-11-24")
        for key, role, name in (("a", "AMBASSADEUR", "Ada Martin"), ("b", "ETUDIANT", "Bob Petit")):
            self.add(
                "Registrations",
                inscription=key,
                edition="2026",
                role=role,
                nom=name,
                numero=5,
                revision=1,
                statut="APPARIEE",
                binomes=["p"],
                binome_avec=["Bob Petit" if key == "a" else "Ada Martin"],
                **({"seance": "s"} if key == "a" else {}),
            )
        self.add(
            "Pairs",
            binome="p",
            edition="2026",
            statut="FORME",
            sequence=1,
            ambassadeur="Ada Martin",
            ambassadeur_courriel="ada@example.org",
            ambassadeur_inscription="a",
            etudiant="Bob Petit",
            etudiant_courriel="bob@example.org",
            etudiant_inscription="b",
            avis_etudiant={"commentaire": "Ada Martin", "note": 5},
        )
        self.add("CoachingSlots", seance="s", edition="2026", places=1, places_restantes=0, inscrits=["a"])
        self.add("Mails", envoi="binome/b/p", modele="binome", inscription="b", statut="ENVOYE", numero="5")
        self.present = copy.deepcopy(self.restored)

    def add(self, table: str, where: str = "restored", **attributes: object) -> None:
        item = encode_item(attributes)
        getattr(self, where)[table][restoring.text(item, restoring.KEYS[table])] = item

    def set(self, table: str, key: str, **attributes: object) -> None:
        """Changes what the stack has."""
        self.present[table][key] = self.present[table][key] | encode_item(attributes)

    def lose(self, *tables: str) -> "Tables":
        for table in tables:
            self.present[table] = {}
        return self

    def plan(self, **choice: Any) -> Plan:
        return restoring.plan(self.restored, self.present, Choice(AT, **choice))

    def after(self, **choice: Any) -> dict[str, dict[str, Any]]:
        """The stack's tables afterwards, in plain values; numbers are text."""
        for put in self.plan(**choice).puts:
            self.present[put.table][restoring.text(put.item, restoring.KEYS[put.table])] = put.item
        return {
            table: {key: decode_item(item) for key, item in items.items()} for table, items in self.present.items()
        }


@pytest.fixture
def tables() -> Tables:
    return Tables()


def erase(tables: Tables, key: str, number: int = 5) -> None:
    tables.present["Registrations"].pop(key)
    tables.add("Mails", "present", envoi=f"efface/{key}/{number}", modele="efface", inscription=key, numero=str(number))


def test_where_nothing_was_lost_nothing_is_written(tables: Tables) -> None:
    assert tables.plan().puts == []
    assert tables.plan(changed=True).puts == []


@pytest.mark.parametrize("table", restoring.KEYS)
def test_a_lost_table_comes_back_as_it_was(tables: Tables, table: str) -> None:
    before = {key: decode_item(item) for key, item in tables.restored[table].items()}
    assert tables.lose(table).after()[table] == before
    assert tables.plan().puts == [], "a second time"


def test_all_tables_at_once_and_what_is_written_first(tables: Tables) -> None:
    puts = tables.lose(*restoring.KEYS).plan().puts
    assert [put.table for put in puts] == ["Editions", "Mails", "CoachingSlots", "Pairs", "Registrations", "Registrations"]
    assert tables.after() == {table: {k: decode_item(i) for k, i in items.items()} for table, items in tables.restored.items()}


@pytest.mark.parametrize("status", ["A_ENVOYER", "EN_COURS"])
def test_a_mail_that_waited_then_never_waits_again(tables: Tables, status: str) -> None:
    tables.add("Mails", envoi="lien/b/9", modele="lien", inscription="b", statut=status, pris_le="x", destinataire="y")
    mail = tables.lose("Mails").after()["Mails"]["lien/b/9"]
    assert mail["statut"] == "ECHEC"
    assert mail["motif"].startswith("issue inconnue")
    assert "pris_le" not in mail
    assert "destinataire" not in mail


def test_a_mail_that_the_stack_knows_stays_as_it_is_even_if_changed_ones_are_wanted(tables: Tables) -> None:
    tables.restored["Mails"]["binome/b/p"]["statut"] = {"S": "A_ENVOYER"}
    after = tables.after(changed=True, keys=frozenset({"binome/b/p"}))
    assert after["Mails"]["binome/b/p"]["statut"] == "ENVOYE"


def test_somebody_erased_since_stays_away_and_the_partner_gets_no_pair_back(tables: Tables) -> None:
    erase(tables, "b")
    tables.lose("Pairs")
    tables.present["Registrations"].pop("a")
    after = tables.after()
    assert list(after["Registrations"]) == ["a"]
    assert after["Registrations"]["a"]["statut"] == "CONFIRMEE"
    assert after["Registrations"]["a"]["binomes"] == []
    pair = after["Pairs"]["p"]
    assert pair["statut"] == "ANNULE"
    assert not {"etudiant", "etudiant_courriel"} & pair.keys()
    assert pair["avis_etudiant"] == {"note": "5"}
    assert pair["ambassadeur"] == "Ada Martin"


def test_who_was_never_confirmed_and_has_been_forgotten_stays_away(tables: Tables) -> None:
    for key, day, status in (
        ("old", "2026-10-01", "A_CONFIRMER"),
        ("new", "2026-11-01", "A_CONFIRMER"),
        ("on", "2026-10-01", "CONFIRMEE"),
    ):
        since = f"{day}T08:00:00Z"
        tables.add("Registrations", inscription=key, edition="2026", numero=5, statut=status, inscrit_le=since)
    assert set(tables.after(forgotten_before="2026-10-11T00:00:00Z")["Registrations"]) == {"a", "b", "new", "on"}


def test_an_erasure_shows_in_the_pair_where_no_mail_tells_of_it(tables: Tables) -> None:
    tables.present["Registrations"].clear()
    del (pair := dict(tables.present["Pairs"]["p"]))["etudiant"]
    tables.present["Pairs"]["p"] = pair | {"statut": {"S": "ANNULE"}}
    assert list(tables.after(changed=True)["Registrations"]) == ["a"]


def test_mails_of_the_erased_come_back_without_a_word(tables: Tables) -> None:
    tables.add("Mails", envoi="elargir/b/1", modele="elargir", inscription="b", statut="ENVOYE", cause="Bob", numero="5")
    tables.lose("Mails", "Registrations")
    further = [encode_item({"modele": "efface", "inscription": "b", "numero": "5"})]
    plan = restoring.plan(tables.restored, tables.present, Choice(AT), further)
    (mail,) = (put.item for put in plan.puts if put.item.get("envoi") == {"S": "elargir/b/1"})
    assert mail.keys() == {"envoi", "modele", "inscription", "statut", "numero"}


def test_who_was_erased_and_had_registered_again_before_comes_back(tables: Tables) -> None:
    erase(tables, "b", number=4)
    assert set(tables.after()["Registrations"]) == {"a", "b"}


def test_who_has_registered_again_since_keeps_that(tables: Tables) -> None:
    tables.set("Registrations", "b", numero=9, statut="A_CONFIRMER")
    assert tables.after(changed=True)["Registrations"]["b"]["numero"] == "9"


def test_an_erased_edition_stays_erased_unless_that_was_a_mistake(tables: Tables) -> None:
    tables.set("Editions", "2026", donnees_effacees_le="2026-11-10")
    tables.present["Registrations"].clear()
    tables.present["Pairs"]["p"] = encode_item({"binome": "p", "edition": "2026", "statut": "ANNULE", "sequence": 2, "agenda_avance": 4})
    tables.set("CoachingSlots", "s", inscrits=[], places_restantes=1)
    assert tables.plan(changed=True).puts == []

    after = tables.after(not_erased=frozenset({"2026"}))
    assert "donnees_effacees_le" not in after["Editions"]["2026"]
    assert set(after["Registrations"]) == {"a", "b"}
    assert after["Pairs"]["p"]["statut"] == "FORME"
    assert after["Pairs"]["p"]["sequence"] == "3", "so that calendars take it"
    assert after["Pairs"]["p"]["agenda_avance"] == "5"
    assert after["CoachingSlots"]["s"]["inscrits"] == ["a"]
    assert after["CoachingSlots"]["s"]["places_restantes"] == "0"
    assert tables.plan(not_erased=frozenset({"2026"})).puts == [], "a second time"


def test_what_was_changed_since_stays_unless_it_is_wanted(tables: Tables) -> None:
    tables.set("Registrations", "b", nom="Robert", revision=3)
    assert tables.plan().puts == []
    assert tables.plan(keys=frozenset({"a"})).puts == []
    after = tables.after(keys=frozenset({"b"}))
    assert after["Registrations"]["b"]["nom"] == "Bob Petit"
    assert after["Registrations"]["b"]["revision"] == "4", "whoever has read the other version notices"


def test_single_items_come_back_by_their_keys(tables: Tables) -> None:
    tables.lose("Registrations", "Mails")
    after = tables.after(keys=frozenset({"a"}))
    assert list(after["Registrations"]) == ["a"]
    assert after["Mails"] == {}


def test_a_pair_made_since_is_in_the_restored_registrations(tables: Tables) -> None:
    del tables.restored["Pairs"]["p"]
    for person in tables.restored["Registrations"].values():
        person |= encode_item({"statut": "CONFIRMEE", "binomes": [], "binome_avec": []})
    after = tables.lose("Registrations").after()
    assert after["Registrations"]["a"]["binomes"] == ["p"]
    assert after["Registrations"]["a"]["binome_avec"] == ["Bob Petit"]
    assert after["Registrations"]["b"]["statut"] == "APPARIEE"


def test_a_pair_called_off_since_is_not_in_the_restored_registration(tables: Tables) -> None:
    tables.set("Pairs", "p", statut="ANNULE")
    assert tables.lose("Registrations").after()["Registrations"]["a"]["statut"] == "CONFIRMEE"


def test_a_pair_whose_partner_has_withdrawn_comes_back_as_called_off(tables: Tables) -> None:
    tables.set("Registrations", "b", statut="RETIREE", binomes=[])
    assert tables.lose("Pairs").after()["Pairs"]["p"]["statut"] == "ANNULE"


ASKED = {"relais_courriel": "cleo@example.org", "relais_inscription": "c", "relais_le": AT, "relais_du_jour": "2026-11-10 1"}


def asked(tables: Tables, where: str) -> None:
    getattr(tables, where)["Pairs"]["p"] |= encode_item(ASKED)


@pytest.mark.parametrize(("partner", "status"), [("APPARIEE", "FORME"), ("RETIREE", "ANNULE")])
def test_a_lost_pair_comes_back_without_what_a_colleague_was_asked(tables: Tables, partner: str, status: str) -> None:
    asked(tables, "restored")
    tables.set("Registrations", "b", statut=partner)
    pair = tables.lose("Pairs").after()["Pairs"]["p"]
    assert pair["statut"] == status
    assert not ASKED.keys() & pair.keys()


def test_the_version_of_then_comes_back_without_what_a_colleague_was_asked(tables: Tables) -> None:
    asked(tables, "restored")
    tables.set("Pairs", "p", statut="REALISE")
    pair = tables.after(changed=True)["Pairs"]["p"]
    assert pair["statut"] == "FORME"
    assert not ASKED.keys() & pair.keys()


@pytest.mark.parametrize("still_asked", [True, False])
def test_a_colleague_who_was_asked_is_no_change_of_the_pair(tables: Tables, *, still_asked: bool) -> None:
    asked(tables, "restored")
    if still_asked:
        asked(tables, "present")
    assert tables.plan(changed=True).puts == []


def test_a_seat_that_somebody_else_took_is_lost(tables: Tables) -> None:
    tables.set("CoachingSlots", "s", inscrits=["c"])
    tables.present["Registrations"].pop("a")
    after = tables.after()
    assert "seance" not in after["Registrations"]["a"]
    assert after["CoachingSlots"]["s"]["inscrits"] == ["c"]


FIRST, THEN, LAST = "adresse/b", "adresse/then", "adresse/last"


def holds(tables: Tables, where: str, address: str, person: str) -> None:
    tables.add("MailAllowances", where, destinataire=address, inscription=person, expire_le=1)


def with_address(tables: Tables, where: str, address: str) -> None:
    tables_of = getattr(tables, where)
    tables_of["Registrations"]["b"] |= encode_item({"courriel": address})
    tables_of["Pairs"]["p"] |= encode_item({"etudiant_courriel": address})


def moved_since(tables: Tables) -> None:
    """The address was the one that the id is made of, and has changed since."""
    with_address(tables, "restored", "first@example.org")
    with_address(tables, "present", "last@example.org")
    holds(tables, "present", FIRST, "unused")
    holds(tables, "present", LAST, "b")


def holders(after: dict[str, dict[str, Any]]) -> dict[str, str]:
    return {key: item["inscription"] for key, item in after["MailAllowances"].items()}


def test_who_comes_back_from_before_a_change_of_address_has_the_address_of_then_alone(tables: Tables) -> None:
    moved_since(tables)
    tables.present["Registrations"].pop("b")
    after = tables.after()
    assert after["Registrations"]["b"]["courriel"] == "first@example.org"
    assert after["Pairs"]["p"]["etudiant_courriel"] == "first@example.org"
    assert holders(after) == {FIRST: "b", LAST: "last"}, "each leads where its own id would lead"
    assert tables.plan().puts == [], "a second time"


def test_who_had_changed_the_address_before_too_gets_the_address_of_then(tables: Tables) -> None:
    with_address(tables, "restored", "then@example.org")
    with_address(tables, "present", "last@example.org")
    for where in ("restored", "present"):
        holds(tables, where, FIRST, "unused")
    holds(tables, "restored", THEN, "b")
    holds(tables, "present", THEN, "unused too")
    holds(tables, "present", LAST, "b")
    tables.present["Registrations"].pop("b")
    assert holders(tables.after()) == {FIRST: "unused", THEN: "b", LAST: "last"}


def test_a_registration_that_stands_keeps_its_address_and_its_links(tables: Tables) -> None:
    moved_since(tables)
    tables.restored["Registrations"]["b"] |= encode_item({"lien_numero": 5, "nom": "Bob"})
    tables.present["Registrations"]["b"] |= encode_item({"lien_numero": 9})
    before = holders(tables.after())
    after = tables.after(changed=True)
    assert after["Registrations"]["b"] | {"courriel": "last@example.org", "lien_numero": "9", "nom": "Bob"} == after["Registrations"]["b"]
    assert after["Pairs"]["p"]["etudiant_courriel"] == "last@example.org"
    assert holders(after) == before


def test_who_has_registered_with_the_address_of_then_meanwhile_keeps_it(tables: Tables) -> None:
    moved_since(tables)
    tables.present["Registrations"].pop("b")
    tables.add("Registrations", "present", inscription="unused", edition="2026", courriel="first@example.org")
    after = tables.after()
    assert "b" not in after["Registrations"]
    assert holders(after) == {FIRST: "unused", LAST: "b"}


def test_lost_addresses_come_back_without_those_of_the_erased(tables: Tables) -> None:
    holds(tables, "restored", FIRST, "unused")
    holds(tables, "restored", THEN, "b")
    holds(tables, "restored", "adresse/other", "a")
    erase(tables, "a")
    assert holders(tables.after()) == {FIRST: "unused", THEN: "b"}


def test_the_last_day_lived_through_stays(tables: Tables) -> None:
    tables.set("Editions", "2026", jour="2026-12-24", traite_jusqu_au="2026-11-12")
    after = tables.after(changed=True)["Editions"]["2026"]
    assert after == {"edition": "2026", "jour": "2026-11-24", "traite_jusqu_au": "2026-11-12"}
