"""How mails and tables are shown."""

import base64
from typing import Any

import pytest

from devstack import mails, tables
from devstack.dynamodb_items import decode_item, encode_item

RAW = """From: ne-pas-repondre@vismonjob.example
To: camille.durand@example.org
Subject: =?utf-8?q?Votre_s=C3=A9ance?=
X-Vis-Mon-Job: seance
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=outer

--outer
Content-Type: multipart/alternative; boundary=inner

--inner
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64

{text}
--inner
Content-Type: text/html; charset=utf-8

<p>HTML</p>
--inner--
--outer
Content-Type: text/calendar; method=REQUEST; charset=utf-8

BEGIN:VCALENDAR
--outer--
""".format(text=base64.b64encode("Elle est fixée.\n".encode()).decode())


class FakeAws:
    def __init__(self, **tables: list[dict[str, Any]]) -> None:
        self._tables = tables

    def get(self, path: str) -> Any:
        return {"messages": [{"RawData": RAW, "Timestamp": "2026-11-24T10:00:00", "Id": "1"}]}

    def scan(self, table: str) -> list[dict[str, Any]]:
        return [encode_item(item) for item in self._tables[table]]


def test_a_mail_is_shown_decoded() -> None:
    (mail,) = mails.sent(FakeAws())  # type: ignore[arg-type]
    assert (mail.to, mail.subject, mail.kind) == ("camille.durand@example.org", "Votre séance", "seance")
    assert mail.text.strip() == "Elle est fixée."
    assert mail.attachments == ("text/html", "text/calendar")


def test_mails_are_chosen_by_a_part_of_the_address() -> None:
    sent = mails.sent(FakeAws())  # type: ignore[arg-type]
    assert mails.chosen(sent, "CAMILLE") == sent
    assert mails.chosen(sent, "dominique") == []


def test_the_useful_columns_of_a_table_stand_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    item = {"binome": "b1", "ambassadeur": "Ada", "etudiant": "Blaise", "statut": "FORME", "score": 80}
    shown = list(tables.overview(FakeAws(p=[item]), {"PairsTable": "p"}))  # type: ignore[arg-type]
    assert shown[0] == "\nPairs (p): 1"
    assert shown[1].split() == ["statut", "ambassadeur", "etudiant", "score", "binome"]
    assert shown[3].split() == ["FORME", "Ada", "Blaise", "80", "b1"]
    assert max(len(line) for line in shown) <= 60


def test_every_attribute_of_a_table_is_shown() -> None:
    item = {"binome": "b1", "raisons": ["Même métier.", "Même ville."], "avis_etudiant": {"note": 5}}
    shown = list(tables.every_attribute(FakeAws(p=[item]), {"PairsTable": "p"}, "pairs"))  # type: ignore[arg-type]
    assert shown[1].split(maxsplit=1) == ["raisons", "Même métier., Même ville."]
    assert ["avis_etudiant", "note: 5"] in [line.split(maxsplit=1) for line in shown]


def test_values_survive_dynamodbs_way_of_writing() -> None:
    item = {"text": "é", "list": ["a"], "map": {"flag": True}, "none": None}
    assert decode_item(encode_item(item)) == item
    assert encode_item({"number": 12}) == {"number": {"N": "12"}}
