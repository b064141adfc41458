"""The sample people of the two CSV files beside this one, as the fields that a form or a program sends."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
LISTS = ("dates", "metiers", "administrations")
NUMBERS = ("capacite", "rayon_km")
BOXES = ("tout_metier",)
NOT_OF_THE_FORM = ("confirme", "seance")


@dataclass(frozen=True)
class SamplePerson:
    role: str
    row: dict[str, str]

    @property
    def path(self) -> str:
        return "/ambassadeurs" if self.role == "AMBASSADEUR" else "/etudiants"

    @property
    def name(self) -> str:
        return f"{self.row['prenom']} {self.row['nom']}"

    @property
    def address(self) -> str:
        return self.row["courriel"]

    @property
    def confirms(self) -> bool:
        return self.row["confirme"] == "oui"

    @property
    def slot(self) -> int | None:
        """Which coaching slot the person books, counted from 0 by time."""
        return int(self.row["seance"]) - 1 if self.row.get("seance") else None

    def form(self, days: "Days") -> list[tuple[str, str]]:
        """As a browser sends it: empty fields too, but only those boxes that are ticked."""
        pairs = [("consentement", "oui")]
        for field, text in self._fields():
            if field in BOXES and not text:
                continue
            values = days.resolve(text) if field == "dates" else text.split() if field in LISTS else [text]
            pairs += [(field, value) for value in values]
        return pairs

    def json(self, days: "Days") -> dict[str, Any]:
        """As a program sends it: only what there is, with JSON's types."""
        body: dict[str, Any] = {"consentement": True}
        for field, text in self._fields():
            if field == "dates":
                body[field] = days.resolve(text)
            elif field in LISTS:
                body[field] = text.split()
            elif text:
                body[field] = int(text) if field in NUMBERS else True if field in BOXES else text
        return body

    def welcome(self) -> list[tuple[str, str]]:
        """Where and how an ambassador receives people, and from when to when."""
        number = 1 + len(self.name) * 7 % 90
        late = len(self.name) % 2 == 1
        return [
            ("accueil_adresse", f"{self.row['service']}\n{number} rue de la République, bâtiment A"),
            ("accueil_consignes", f"Présentez une pièce d’identité à l’accueil et demandez {self.name}."),
            ("accueil_arrivee", "09:30" if late else "09:00"),
            ("accueil_depart", "17:00" if late else "16:30"),
        ]

    def _fields(self) -> list[tuple[str, str]]:
        return [(field, text) for field, text in self.row.items() if field not in NOT_OF_THE_FORM]


@dataclass(frozen=True)
class Days:
    """The days on which a pair of the edition may meet, and which of them `J+2` means: the second after the event."""

    event: date
    possible: list[date]

    def resolve(self, offsets: str) -> list[str]:
        middle = self.possible.index(self.event)
        last = len(self.possible) - 1
        places = [middle + int(offset.removeprefix("J") or 0) for offset in offsets.split()]
        return [self.possible[min(max(place, 0), last)].isoformat() for place in places]


def ambassadors() -> list[SamplePerson]:
    return _read("AMBASSADEUR", "ambassadors.csv")


def students() -> list[SamplePerson]:
    return _read("ETUDIANT", "students.csv")


def _read(role: str, file: str) -> list[SamplePerson]:
    with (FOLDER / file).open(encoding="utf-8", newline="") as rows:
        return [SamplePerson(role, row) for row in csv.DictReader(rows)]
