"""Lets all mails that failed for one cause wait again. Those whose outcome is unknown may have arrived: never these."""

import argparse
import json
from collections import Counter
from typing import Any

from aws_cli import Failure, aws, main, outputs

UNKNOWN = "issue inconnue"
AT_ONCE = 25  # as many as DynamoDB takes in one BatchExecuteStatement


def failed(table: str) -> list[dict[str, Any]]:
    """All pages: the AWS command line follows them by itself."""
    values = {":failed": {"S": "ECHEC"}}
    return list(
        aws(
            *("dynamodb", "query", "--table-name", table, "--index-name", "par-statut"),
            *("--key-condition-expression", "statut = :failed"),
            *("--expression-attribute-values", json.dumps(values)),
            *("--projection-expression", "envoi, motif"),
        )["Items"]
    )


def motif(mail: dict[str, Any]) -> str:
    return str(mail.get("motif", {}).get("S", ""))


def chosen(mails: list[dict[str, Any]], part: str) -> list[str]:
    """The keys of the mails whose cause holds this text."""
    if part in UNKNOWN or UNKNOWN in part:
        raise Failure(f"« {UNKNOWN} » : these mails may have arrived. Ask each person, and let mails wait by their key.")
    return [mail["envoi"]["S"] for mail in mails if part in motif(mail) and not motif(mail).startswith(UNKNOWN)]


def let_wait(table: str, keys: list[str]) -> int:
    """How many wait again; one that somebody has changed meanwhile is left as it is."""
    statement = (
        f"UPDATE \"{table}\" SET statut = 'A_ENVOYER' REMOVE motif REMOVE pris_le REMOVE echec_le"
        f" WHERE envoi = ? AND statut = 'ECHEC' AND NOT begins_with(motif, '{UNKNOWN}')"
    )
    done = 0
    for start in range(0, len(keys), AT_ONCE):
        statements = [{"Statement": statement, "Parameters": [{"S": key}]} for key in keys[start : start + AT_ONCE]]
        answer = aws("dynamodb", "batch-execute-statement", "--statements", json.dumps(statements))
        for key, response in zip(keys[start:], answer["Responses"], strict=False):
            if error := response.get("Error"):
                print(f"Not changed: {key} ({error.get('Code')})")
            else:
                done += 1
    return done


def resend() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stack", required=True)
    parser.add_argument("--motif", default="", help="a part of the cause, as the attribute motif has it")
    arguments = parser.parse_args()
    table = outputs(arguments.stack)["MailsTable"]
    mails = failed(table)
    if not arguments.motif:
        for cause, count in Counter(map(motif, mails)).most_common():
            print(f"{count:6} {cause}")
        print("Choose one of these causes, or a part of it: make resend MOTIF='…'")
        return
    print(f"{let_wait(table, chosen(mails, arguments.motif))} mails wait again. Send them: runbook, “The mails alone”.")


if __name__ == "__main__":
    main(resend)
