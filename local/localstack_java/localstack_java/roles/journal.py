"""Records which rights of which role were used and what was refused: one line of JSON each, once per start."""

import json
import os
import threading
from pathlib import Path

from localstack_java.roles.policy import Right


class Journal:
    def __init__(self, file: Path) -> None:
        self._file = file
        self._written: set[tuple[str, str, Right]] = set()
        self._lock = threading.Lock()
        file.write_text("")

    @classmethod
    def from_environment(cls) -> "Journal":
        """Writes into the folder of this LocalStack's state."""
        return cls(Path(os.environ.get("VISMONJOB_STATE", ".")) / "rights.jsonl")

    def note(self, outcome: str, role: str, right: Right) -> None:
        """For `used` the right holds the policy's patterns, for `refused` what was asked for."""
        line = (outcome, role, right)
        if line in self._written:
            return
        with self._lock:
            if line not in self._written:
                self._written.add(line)
                with self._file.open("a") as file:
                    named = {"outcome": outcome, "role": role, "action": right.action, "resource": right.resource}
                    file.write(json.dumps(named) + "\n")
