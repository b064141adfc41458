"""A restoration rehearsed by the operator's commands, on the tables of template.yaml in a running LocalStack.

LocalStack cannot make a table as it was at some moment. The test copies the tables instead, under the names that
point-in-time recovery would give them.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from conftest import client, operator_environment

from devstack.dynamodb_items import decode_item, encode_item
from devstack.settings import REPOSITORY, Settings

STACK = "restorable"
AT = "2026-11-10T05:00:00Z"
STAMP = re.sub(r"[:-]", "", AT)
TABLES = ("Editions", "Registrations", "CoachingSlots", "Pairs", "Mails", "MailAllowances")


class Template(yaml.SafeLoader):
    """Reads the template's short functions (!Ref and its like) as nothing."""


Template.add_multi_constructor("!", lambda loader, suffix, node: None)


def tables_of_the_template() -> dict[str, Any]:
    resources = yaml.load((REPOSITORY / "template.yaml").read_text(), Template)["Resources"]
    found = {name: resource for name, resource in resources.items() if resource["Type"] == "AWS::DynamoDB::Table"}
    for table in found.values():
        table.pop("DeletionPolicy", None)
        table.pop("UpdateReplacePolicy", None)
        table["Properties"].pop("DeletionProtectionEnabled", None)
        table["Properties"].pop("StreamSpecification", None)
    return {
        "Resources": found,
        "Outputs": {f"{name}Table": {"Value": {"Ref": name}} for name in found},
    }


class Rehearsal:
    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.dynamodb = client(settings, "dynamodb")
        cloudformation = client(settings, "cloudformation")
        cloudformation.create_stack(StackName=STACK, TemplateBody=json.dumps(tables_of_the_template()))
        cloudformation.get_waiter("stack_create_complete").wait(StackName=STACK, WaiterConfig={"Delay": 1})
        outputs = cloudformation.describe_stacks(StackName=STACK)["Stacks"][0]["Outputs"]
        self.names = {output["OutputKey"].removesuffix("Table"): output["OutputValue"] for output in outputs}

    def put(self, table: str, **attributes: object) -> None:
        self.dynamodb.put_item(TableName=self.names[table], Item=encode_item(attributes))

    def items(self, table: str) -> dict[str, dict[str, Any]]:
        found = [decode_item(item) for item in self.dynamodb.scan(TableName=self.names[table])["Items"]]
        return {item[self.key(table)]: item for item in found}

    def key(self, table: str) -> str:
        described = self.dynamodb.describe_table(TableName=self.names[table])["Table"]
        return str(described["KeySchema"][0]["AttributeName"])

    def copy(self, table: str) -> None:
        """What point-in-time recovery would make: a table with another name, and the items of then."""
        name, key = f"{self.names[table]}-{STAMP}", self.key(table)
        self.dynamodb.create_table(
            TableName=name,
            BillingMode="PAY_PER_REQUEST",
            AttributeDefinitions=[{"AttributeName": key, "AttributeType": "S"}],
            KeySchema=[{"AttributeName": key, "KeyType": "HASH"}],
        )
        for item in self.dynamodb.scan(TableName=self.names[table])["Items"]:
            self.dynamodb.put_item(TableName=name, Item=item)

    def empty(self, table: str) -> None:
        for key in self.items(table):
            self.dynamodb.delete_item(TableName=self.names[table], Key={self.key(table): {"S": key}})

    def make(self, *words: str) -> subprocess.CompletedProcess[str]:
        environment = operator_environment(self.settings)
        command = ["make", "--silent", *words, f"AT={AT}", f"STACK_NAME={STACK}"]
        return subprocess.run(command, capture_output=True, text=True, env=environment, cwd=REPOSITORY)


@pytest.fixture(scope="module")
def rehearsal(stack: Settings) -> Iterator[Rehearsal]:
    """Three people as they stood at the moment; then everything but the mails is lost, and one person was erased."""
    made = Rehearsal(stack)
    person: dict[str, object] = {"edition": "2026", "statut": "APPARIEE", "numero": 5, "revision": 1}
    made.put("Editions", edition="2026", jour="2026-11-24")
    made.put("CoachingSlots", seance="s", edition="2026", places=10, places_restantes=9, inscrits=["a"])
    made.put("Registrations", inscription="a", binomes=["p"], binome_avec=["Bob"], seance="s", **person)
    made.put("Registrations", inscription="b", binomes=["p"], binome_avec=["Ada"], **person)
    made.put("Registrations", inscription="c", binomes=[], binome_avec=[], **person | {"statut": "CONFIRMEE"})
    made.put(
        "Pairs",
        **{"binome": "p", "edition": "2026", "statut": "FORME", "date": "2026-11-24", "metier": "Données"},
        **{"ambassadeur": "Ada", "ambassadeur_inscription": "a", "administration": "Insee", "sequence": 1},
        **{"etudiant": "Bob", "etudiant_inscription": "b"},
    )
    mail = {"modele": "lien", "cree_le": "2026-11-10T04:00:00Z", "numero": "5"}
    made.put("Mails", envoi="lien/a/1", inscription="a", statut="ENVOYE", **mail)
    made.put("Mails", envoi="lien/a/2", inscription="a", statut="A_ENVOYER", **mail)
    made.put("MailAllowances", destinataire="edition/2026", cle="secret")
    for table in TABLES:
        made.copy(table)
    for table in TABLES:
        made.empty(table)
    made.put("MailAllowances", destinataire="adresse/b", inscription="unused")
    made.put("MailAllowances", destinataire="adresse/new", inscription="b")
    made.put("Mails", envoi="efface/c/5", inscription="c", statut="ENVOYE", **mail | {"modele": "efface"})
    yield made


def test_point_in_time_recovery_itself_is_not_known_here(rehearsal: Rehearsal) -> None:
    with pytest.raises(rehearsal.dynamodb.exceptions.ClientError, match="Restore|not implemented|Unknown|Unsupported"):
        rehearsal.dynamodb.restore_table_to_point_in_time(
            SourceTableName=rehearsal.names["Pairs"], TargetTableName="other", UseLatestRestorableTime=True
        )


def test_the_state_of_the_restored_tables_is_told(rehearsal: Rehearsal) -> None:
    told = rehearsal.make("restore-tables")
    assert told.returncode == 0, told.stderr
    assert told.stdout.count("ACTIVE") == len(TABLES) + 1


def test_a_dry_run_counts_and_changes_nothing(rehearsal: Rehearsal) -> None:
    told = rehearsal.make("restore")
    assert told.returncode == 0, told.stderr
    assert "Registrations: 3 restored, 0 in the stack" in told.stdout
    assert "1 erased since, left out" in told.stdout
    assert "Nothing was changed" in told.stdout
    assert rehearsal.items("Registrations") == {}


def test_a_restoration_that_was_interrupted_goes_on(rehearsal: Rehearsal) -> None:
    one = rehearsal.make("restore", "KEYS=p a", "APPLY=1")
    assert one.returncode == 0, one.stderr
    assert set(rehearsal.items("Registrations")) == {"a"}

    all_of_it = rehearsal.make("restore", "CHANGED=1", "APPLY=1")
    assert all_of_it.returncode == 0, all_of_it.stderr
    people = rehearsal.items("Registrations")
    assert set(people) == {"a", "b"}, "not the erased"
    assert people["b"]["binomes"] == ["p"]
    assert rehearsal.items("Pairs")["p"]["statut"] == "FORME"
    mails = rehearsal.items("Mails")
    assert mails["lien/a/1"]["statut"] == "ENVOYE"
    assert mails["lien/a/2"]["statut"] == "ECHEC"
    assert rehearsal.items("CoachingSlots")["s"]["inscrits"] == ["a"]
    addresses = {key: item["inscription"] for key, item in rehearsal.items("MailAllowances").items()}
    assert addresses == {"adresse/b": "b", "adresse/new": "new"}, "and no key of ids"

    again = rehearsal.make("restore", "APPLY=1")
    assert "0 items written, 0 refused" in again.stdout, again.stdout + again.stderr


def test_what_somebody_changed_meanwhile_is_refused_alone(rehearsal: Rehearsal) -> None:
    sys.path.insert(0, str(REPOSITORY / "operations"))
    import restore

    rehearsal.put("Pairs", binome="x", statut="FORME")
    writes = [
        restore.write(rehearsal.names["Pairs"], "Pairs", restore.Put("Pairs", encode_item({"binome": key}), None))
        for key in ("w", "x", "y")
    ]
    with pytest.MonkeyPatch.context() as patched:
        for name, value in operator_environment(rehearsal.settings).items():
            patched.setenv(name, value)
        assert restore.send(writes) == 1
    assert {"w", "x", "y"} <= set(rehearsal.items("Pairs"))
    assert rehearsal.items("Pairs")["x"]["statut"] == "FORME"


def test_the_restored_tables_are_deleted_and_no_other(rehearsal: Rehearsal) -> None:
    told = rehearsal.make("restore-forget")
    assert told.returncode == 0, told.stderr
    left = rehearsal.dynamodb.list_tables()["TableNames"]
    assert not [name for name in left if name.endswith(STAMP)]
    assert set(rehearsal.names.values()) <= set(left)


@pytest.mark.parametrize(
    ("at", "why"), [("", "Name the moment"), ("2026-11-10T05:00:00", "time zone"), ("2099-01-01T00:00:00Z", "has not come")]
)
def test_a_moment_is_asked_for(rehearsal: Rehearsal, at: str, why: str) -> None:
    done = subprocess.run(
        [sys.executable, "operations/restore.py", "items", "--stack", STACK, "--at", at],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
    )
    assert done.returncode != 0
    assert why in done.stderr
