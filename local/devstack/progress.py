"""One line per step with its duration, and one plain message when something fails."""

import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

TAIL_LINES = 15
TAIL_WIDTH = 200


class Failure(Exception):
    """Stops the command. `what` says what failed, `cure` what to do about it."""

    def __init__(self, what: str, cure: str, log: Path | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.cure = cure
        self.log = log

    def __str__(self) -> str:
        lines = [f"Failed: {self.what}"]
        if self.log is not None:
            lines += [f"  | {line}" for line in _tail(self.log)]
            lines.append(f"Log: {os.path.relpath(self.log)}")
        lines.append(f"What to do: {self.cure}")
        return "\n".join(lines)


@contextmanager
def step(title: str) -> Iterator[None]:
    print(f"  {title} ...", end=" ", flush=True)
    started = time.perf_counter()
    try:
        yield
    except BaseException:
        print(f"failed after {time.perf_counter() - started:.1f} s", flush=True)
        raise
    print(f"{time.perf_counter() - started:.1f} s", flush=True)


def already(title: str, why: str = "already done") -> None:
    print(f"  {title}: {why}", flush=True)


def run(
    command: Sequence[object],
    log: Path,
    cure: str,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
) -> None:
    """Runs a command with its output in `log`; a non-zero exit is a Failure that shows the log's end."""
    words = [str(word) for word in command]
    with log.open("ab") as output:
        output.write(f"\n$ {' '.join(words)}\n".encode())
        output.flush()
        try:
            status = subprocess.run(
                words, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, env=env, cwd=cwd
            ).returncode
        except FileNotFoundError as missing:
            raise Failure(f"{words[0]} was not found.", cure, log) from missing
    if status != 0:
        raise Failure(f"{Path(words[0]).name} ended with status {status}.", cure, log)


def _tail(log: Path) -> list[str]:
    """The log's last lines, without the frames of Java's stack traces: they would push out everything else."""
    if not log.exists():
        return []
    lines = [line for line in log.read_text(errors="replace").splitlines() if line.strip()]
    lines = [line for line in lines if not line.lstrip().startswith("at ")]
    return [line[:TAIL_WIDTH] for line in lines[-TAIL_LINES:]]
