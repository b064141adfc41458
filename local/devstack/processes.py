"""Looks at processes through /proc: who is who after a restart, and who outlived LocalStack."""

import contextlib
import os
import signal
import time
from pathlib import Path

PROC = Path("/proc")


def start_time(pid: int) -> str | None:
    """Tells a process from a later one with the same id; None when there is none (or only a zombie)."""
    try:
        # The name (2nd field) is in parentheses and may hold spaces; state is the 3rd field, start time the 22nd.
        fields = (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return None if fields[0] == "Z" else fields[19]


def marked(variable: str, value: str) -> list[int]:
    """The processes of this user whose environment holds variable=value."""
    wanted = f"{variable}={value}".encode()
    found = []
    for folder in PROC.iterdir():
        if folder.name.isdigit() and int(folder.name) != os.getpid():
            try:
                if wanted in (folder / "environ").read_bytes().split(b"\0"):
                    found.append(int(folder.name))
            except OSError:
                continue  # gone meanwhile, or another user's
    return found


def kill_marked(variable: str, value: str) -> int:
    """Repeats, since a process may have started another one meanwhile."""
    killed = 0
    for _ in range(5):
        pids = marked(variable, value)
        if not pids:
            break
        for pid in pids:
            _signal(pid, signal.SIGKILL)
        killed += len(pids)
        time.sleep(0.2)
    return killed


def _signal(pid: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)
