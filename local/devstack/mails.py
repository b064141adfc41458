"""Shows the mails that LocalStack's SES took: nothing leaves the machine."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email import message_from_string, policy
from email.message import EmailMessage
from typing import Any

from devstack.aws import Aws

RULE = "─" * 78


@dataclass(frozen=True)
class Mail:
    time: str
    to: str
    subject: str
    kind: str
    text: str
    attachments: tuple[str, ...]


def sent(aws: Aws) -> list[Mail]:
    """Oldest first."""
    messages = aws.get("/_aws/ses")["messages"]
    return sorted((decode(message) for message in messages), key=lambda mail: mail.time)


def chosen(mails: Iterable[Mail], recipient: str | None) -> list[Mail]:
    return [mail for mail in mails if not recipient or recipient.lower() in mail.to.lower()]


def lines(mails: Iterable[Mail], with_text: bool) -> Iterator[str]:
    for mail in mails:
        if not with_text:
            yield f"{mail.time[11:19]}  {mail.kind:<16} {mail.to:<42} {mail.subject}"
            continue
        yield RULE
        yield f"{mail.time}  {mail.kind}"
        yield f"To:      {mail.to}"
        yield f"Subject: {mail.subject}"
        if mail.attachments:
            yield f"Parts:   {', '.join(mail.attachments)}"
        yield ""
        yield mail.text.strip()


def decode(message: dict[str, Any]) -> Mail:
    if "RawData" not in message:
        body = message.get("Body", {})
        destination = message.get("Destination", {}).get("ToAddresses", [])
        text = body.get("text_part") or body.get("html_part") or ""
        return Mail(message.get("Timestamp", ""), ", ".join(destination), message.get("Subject", ""), "", text, ())
    mail = message_from_string(message["RawData"], policy=policy.default)
    assert isinstance(mail, EmailMessage)
    plain = mail.get_body(preferencelist=("plain", "html"))
    others = tuple(
        part.get_content_type() + (f"; {name}" if (name := part.get_filename()) else "")
        for part in mail.walk()
        if not part.is_multipart() and part is not plain
    )
    return Mail(
        time=message.get("Timestamp", ""),
        to=str(mail.get("To", "")),
        subject=str(mail.get("Subject", "")),
        kind=str(mail.get("X-Vis-Mon-Job", "")),
        text=plain.get_content() if plain else "",
        attachments=others,
    )
