"""What organisers do in the console: they put two people together, mark rows, and look before pairs leave."""

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from devstack.aws import Aws
from devstack.dynamodb_items import decode_item, encode
from visitor import wait_until

TOGETHER = ("sebastien.delattre@esr.exemple.gouv.fr", "emma.petit@etudiants.example")
"""Far apart, and not the job wished: the report says what this pair costs."""
SAME_ROLE = ("hugo.bernard@etudiants.example", "louise.simon@etudiants.example")
"""Two students, whom no run can put together: it says so beside the attribute."""
CORRECTED = ("hugo.bernard@etudiants.example", "lea.martin@etudiants.example")
"""Whose address is to become which, though somebody else has that: refused within a minute."""
LOOKED_AT = (
    "camille.rousseau@dinum.exemple.gouv.fr",
    "karim.haddad@finances.exemple.gouv.fr",
    "lucie.perrin@interieur.exemple.gouv.fr",
    "hugo.bernard@etudiants.example",
    "lea.martin@etudiants.example",
    "sofia.nguyen@etudiants.example",
)
"""Who registers in the edition whose pairs wait for an agreement, too."""
MADE_BY_THE_SITE = ("binomes", "binome_avec", "seance", "seances_du_jour", "sans_binome", "a_apparier_avec", "a_apparier_refus")
OF_RUNS = ("traite_jusqu_au", "passage_propose", "accord")
WITHIN_SECONDS = 60

Typed = dict[str, Any]
"""An item as DynamoDB writes it, {"S": "text"} for each value."""


@dataclass(frozen=True)
class Organisers:
    aws: Aws
    stack: dict[str, str]
    edition: str

    def put_together(self) -> str:
        """Before the run that makes the pair."""
        people = self._people()
        for one, other in (TOGETHER, SAME_ROLE):
            if not people[one].get("binomes", {}).get("L"):
                self._set(people[one], "a_apparier_avec", people[other]["inscription"]["S"])
        return f"{TOGETHER[0]} and {TOGETHER[1]} (a_apparier_avec)"

    def mark_what_cannot_be(self) -> str:
        """The answer of the site, in words."""
        address, taken = CORRECTED
        if "nouveau_courriel" not in self._people()[address]:
            self._set(self._people()[address], "nouveau_courriel", taken)
        answer = "nouveau_courriel_refus"
        wait_until("An answer to a mark", WITHIN_SECONDS, lambda: answer in self._people()[address])
        return str(decode_item(self._people()[address])[answer])

    @property
    def looking(self) -> str:
        return f"{self.edition}-accord"

    def prepare_looking(self) -> bool:
        """Makes a small edition that is not the current one. False if it is there."""
        editions = {item["edition"]["S"]: item for item in self.aws.scan(self.stack["EditionsTable"])}
        if self.looking in editions:
            return False
        current = _without(editions[self.edition], *OF_RUNS)
        begins = date.fromisoformat(current["inscriptions_du"]["S"]) - timedelta(days=1)
        for address, person in self._people().items():
            if address in LOOKED_AT:
                key = hashlib.sha256(f"{self.looking}/{person['inscription']['S']}".encode()).hexdigest()[:32]
                copied = {"inscription": encode(key), "edition": encode(self.looking), "statut": encode("CONFIRMEE")}
                self._put("RegistrationsTable", _without(person, *MADE_BY_THE_SITE) | copied)
        edition = {"edition": encode(self.looking), "publication": encode("SUR_ACCORD")}
        self._put("EditionsTable", current | edition | {"inscriptions_du": encode(begins.isoformat())})
        return True

    def proposals(self) -> tuple[str, int]:
        """The name to agree to, and how many pairs it has."""
        editions = {item["edition"]["S"]: item for item in self.aws.scan(self.stack["EditionsTable"])}
        proposed = [pair for pair in self.aws.scan(self.stack["PairsTable"]) if pair["statut"]["S"] == "PROPOSE"]
        mine = [pair for pair in proposed if pair["edition"]["S"] == self.looking]
        return editions[self.looking].get("passage_propose", {}).get("S", ""), len(mine)

    def _people(self) -> dict[str, Typed]:
        """By address; the sample addresses are in one role each."""
        rows = self.aws.scan(self.stack["RegistrationsTable"])
        return {row["courriel"]["S"]: row for row in rows if row["edition"]["S"] == self.edition}

    def _set(self, row: Typed, name: str, value: str) -> None:
        self.aws.json_call(
            "dynamodb",
            "UpdateItem",
            TableName=self.stack["RegistrationsTable"],
            Key={"inscription": row["inscription"]},
            UpdateExpression="SET #name = :value",
            ExpressionAttributeNames={"#name": name},
            ExpressionAttributeValues={":value": encode(value)},
        )

    def _put(self, table: str, item: Typed) -> None:
        self.aws.json_call("dynamodb", "PutItem", TableName=self.stack[table], Item=item)


def _without(item: Typed, *names: str) -> Typed:
    kept = {name: value for name, value in item.items() if name not in names}
    return {name: value for name, value in kept.items() if not name.startswith("nouveau_courriel")}
