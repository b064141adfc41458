"""The sample people fit the forms: a wrong code would only show once everything runs."""

import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from devstack.calendar import working_days
from devstack.edition import STATE_DOMAINS, edition_from
from devstack.settings import LOCAL, REPOSITORY

sys.path.insert(0, str(LOCAL / "sample"))

import organisers  # noqa: E402
from people import Days, SamplePerson, ambassadors, students  # noqa: E402

REFERENCE = REPOSITORY / "functions" / "src" / "main" / "resources" / "reference"
EDITION = edition_from(date(2026, 11, 24))
DAYS = Days(EDITION.day, working_days(EDITION.day - timedelta(days=14), EDITION.day + timedelta(days=14)))
PEOPLE = ambassadors() + students()


def codes(name: str) -> set[str]:
    return {line.split("\t")[0] for line in (REFERENCE / f"{name}.tsv").read_text(encoding="utf-8").splitlines()}


def communes() -> dict[str, list[str]]:
    """By postal code; from what Maven built."""
    built: Path = REPOSITORY / "functions" / "target" / "site" / "communes.tsv"
    assert built.exists(), "The list of communes is not built: mvn -pl functions -am package -DskipTests"
    found: dict[str, list[str]] = {}
    for line in built.read_text(encoding="utf-8").splitlines():
        postal_code, _, name, *_ = line.split("\t")
        found.setdefault(postal_code, []).append(name)
    return found


def test_there_are_enough_people() -> None:
    assert (len(ambassadors()), len(students())) == (61, 80)


def test_a_welcome_fits_its_form() -> None:
    for person in ambassadors():
        welcome = dict(person.welcome())
        assert len(welcome["accueil_adresse"]) <= 300
        assert len(welcome["accueil_consignes"]) <= 1000
        assert welcome["accueil_arrivee"] < welcome["accueil_depart"]


def test_addresses_are_unique() -> None:
    assert len({person.address for person in PEOPLE}) == len(PEOPLE)


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.name)
def test_codes_are_those_of_the_lists(person: SamplePerson) -> None:
    body = person.json(DAYS)
    for field, name in (("administration", "administrations"), ("metier", "metiers"), ("niveau", "niveaux")):
        assert field not in body or body[field] in codes(name)
    for field in ("metiers", "administrations"):
        assert set(body.get(field, [])) <= codes(field)
    assert body.get("echelon", "centrale") in codes("echelons")


def test_ambassadors_write_from_a_state_address() -> None:
    assert all(person.address.endswith(tuple("." + domain for domain in STATE_DOMAINS)) for person in ambassadors())


def test_the_commune_is_given_just_where_the_postal_code_has_several() -> None:
    known = communes()
    for person in PEOPLE:
        choices = known[person.row["code_postal"]]
        commune = person.row["commune"]
        assert (commune in choices) if len(choices) > 1 else not commune, person.name


def test_offsets_count_the_possible_days() -> None:
    assert DAYS.resolve("J") == [EDITION.day.isoformat()]
    assert DAYS.resolve("J J+1") == ["2026-12-24", "2026-12-28"]
    assert DAYS.resolve("J-99") == [DAYS.possible[0].isoformat()]


def test_what_organisers_do_is_about_people_who_take_part() -> None:
    known = {person.address: person for person in PEOPLE}
    named = {*organisers.TOGETHER, *organisers.SAME_ROLE, *organisers.CORRECTED, *organisers.LOOKED_AT}
    assert all(known[address].confirms for address in named)
    host, guest = (known[address] for address in organisers.TOGETHER)
    assert (host.role, guest.role) == ("AMBASSADEUR", "ETUDIANT")
    assert set(DAYS.resolve(host.row["dates"])) & set(DAYS.resolve(guest.row["dates"]))
    for one, other in (organisers.SAME_ROLE, organisers.CORRECTED):
        assert known[one].role == known[other].role
    assert {known[address].role for address in organisers.LOOKED_AT} == {"AMBASSADEUR", "ETUDIANT"}
