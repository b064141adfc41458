"""What people do: send forms to the site, open the mails they get."""

import http.client
import json
import re
import time
import urllib.parse
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from devstack import mails
from devstack.aws import Aws
from devstack.mails import Mail
from devstack.progress import Failure

TIMEOUT_SECONDS = 60  # a first call waits for a cold start
FORM = "application/x-www-form-urlencoded"
WHEN_IT_WORKED = (200, 202, 303)


class Refused(Exception):
    """The site did not accept what somebody sent. The message gives its reason."""


@dataclass(frozen=True)
class Site:
    url: str

    def send_form(self, path: str, pairs: Sequence[tuple[str, str]]) -> None:
        body = urllib.parse.urlencode(pairs).encode()
        status, _ = self._post(path, body, FORM, "text/html")
        if status not in WHEN_IT_WORKED:
            # Sent once more, because the answer in JSON gives the reason in a few words.
            raise Refused(_reason(*self._post(path, body, FORM, "application/problem+json")))

    def send_json(self, path: str, body: dict[str, Any]) -> None:
        status, answer = self._post(path, json.dumps(body).encode(), "application/json", "application/json")
        if status not in WHEN_IT_WORKED:
            raise Refused(_reason(status, answer))

    def _post(self, path: str, body: bytes, content_type: str, accept: str) -> tuple[int, bytes]:
        address = urllib.parse.urlsplit(self.url)
        connection = http.client.HTTPConnection(address.netloc, timeout=TIMEOUT_SECONDS)
        try:
            connection.request("POST", address.path + path, body, {"Content-Type": content_type, "Accept": accept})
            answer = connection.getresponse()
            return answer.status, answer.read()
        except (OSError, http.client.HTTPException) as error:
            raise Refused(f"no answer from {address.netloc} ({error!r})") from error
        finally:
            connection.close()


@dataclass
class Inbox:
    """All mailboxes in one: every mail that LocalStack's SES took."""

    aws: Aws
    site: str
    _read: dict[str, Mail] = field(default_factory=dict)

    def mails(self) -> list[Mail]:
        """Oldest first."""
        for message in self.aws.get("/_aws/ses")["messages"]:
            if message["Id"] not in self._read:
                self._read[message["Id"]] = mails.decode(message)
        return sorted(self._read.values(), key=lambda mail: mail.time)

    def links(self, kind: str, page: str) -> dict[str, str]:
        """The `{id}.{secret}` of the link to a page in each person's newest mail of a kind, by address."""
        pattern = re.compile(re.escape(f"{self.site}/{page}/") + r"([0-9A-Za-z_.-]+[0-9A-Za-z_-])")
        found = ((mail.to, pattern.search(mail.text)) for mail in self.mails() if mail.kind == kind)
        return {to: link[1] for to, link in found if link}


def wait_until(what: str, within_seconds: float, is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + within_seconds
    while not is_so():
        if time.monotonic() > deadline:
            raise Failure(f"{what}: not after {within_seconds:.0f} s.", "Look into the log: make logs")
        time.sleep(0.5)


def _reason(status: int, answer: bytes) -> str:
    try:
        problem = json.loads(answer)
    except ValueError:
        return f"status {status}"
    violations = [f"{violation['field']}: {violation['message']}" for violation in problem.get("violations", [])]
    return f"status {status}, " + "; ".join(violations or [problem.get("detail") or problem.get("title") or ""])
