"""Starts and stops LocalStack. It keeps no state over a restart, so every start begins with empty folders."""

import json
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from dataclasses import asdict, dataclass
from pathlib import Path

from devstack import environment, processes
from devstack.aws import Aws
from devstack.progress import Failure, already, step
from devstack.settings import Settings

READY_WITHIN_SECONDS = 120
FREE_WITHIN_SECONDS = 10
MARKER = "VISMONJOB_STATE"


@dataclass(frozen=True)
class Running:
    pid: int
    started: str
    port: int


def running(settings: Settings) -> Running | None:
    """The LocalStack that we started, if it still runs."""
    try:
        found = Running(**json.loads(_pid_file(settings).read_text()))
    except (OSError, ValueError, TypeError):
        return None
    return found if processes.start_time(found.pid) == found.started else None


def start(settings: Settings, jdk: Path) -> Running:
    found = running(settings)
    if found and found.port != settings.port:
        raise Failure(
            f"LocalStack runs already, on port {found.port} and not {settings.port}.", "Stop it first: make down"
        )
    if found and is_ready(settings):
        already("LocalStack", f"runs already (process {found.pid})")
        return found
    stop(settings)
    _check_port_is_free(settings.port)
    with step(f"LocalStack on port {settings.port}"):
        _empty_folders(settings)
        process = _launch(settings, jdk)
        started = processes.start_time(process.pid)
        if started is not None:
            found = Running(process.pid, started, settings.port)
            _pid_file(settings).write_text(json.dumps(asdict(found)))
        _wait_until_ready(settings, process)
    assert found is not None
    return found


def stop(settings: Settings) -> None:
    """Kills LocalStack and the JVMs, node and DynamoDB that it started, even if they outlived a crash of it.

    LocalStack keeps no data anyway, and would take 15 seconds to stop twenty functions by itself.
    """
    if processes.marked(MARKER, str(settings.state)):
        with step("Stopping LocalStack"):
            processes.kill_marked(MARKER, str(settings.state))
            _wait_until_port_is_free(settings.port)
    _pid_file(settings).unlink(missing_ok=True)
    settings.stack_file.unlink(missing_ok=True)


def _wait_until_port_is_free(port: int) -> None:
    """The system takes a while to close the sockets of a killed process that had much memory."""
    until = time.monotonic() + FREE_WITHIN_SECONDS
    while not _is_free(port) and time.monotonic() < until:
        time.sleep(0.1)


def is_ready(settings: Settings) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{settings.port}/_localstack/health", timeout=5) as answer:
            return bool(answer.status == 200)
    except (OSError, urllib.error.URLError):
        return False


def session(settings: Settings) -> str:
    """An id that changes at each start of LocalStack, in Docker too."""
    try:
        return str(Aws(settings.endpoint).get("/_localstack/info")["session_id"])
    except OSError as error:
        raise Failure(f"No LocalStack answers at {settings.endpoint}.", "Start it, see local/README.md.") from error


def _pid_file(settings: Settings) -> Path:
    return settings.state / "localstack.json"


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def _check_port_is_free(port: int) -> None:
    if not _is_free(port):
        raise Failure(
            f"Port {port} is taken by another program.",
            f"Stop that program, or choose another port: VISMONJOB_PORT={port + 10} make up",
        )


def _empty_folders(settings: Settings) -> None:
    root = settings.filesystem_root
    shutil.rmtree(root, ignore_errors=True)
    (root / "tmp").mkdir(parents=True)
    var = root / "var" / "lib" / "localstack"
    var.mkdir(parents=True)
    (var / "lib").symlink_to(settings.libraries)


def _launch(settings: Settings, jdk: Path) -> "subprocess.Popen[bytes]":
    with settings.log("localstack").open("wb") as log:
        return subprocess.Popen(
            [str(settings.localstack_venv / "bin" / "python"), "-m", "localstack.runtime.main"],
            cwd=settings.filesystem_root / "tmp",  # DynamoDB Local drops a file in its working folder
            env=environment.for_localstack(settings, jdk),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # so that Ctrl-C in the terminal does not stop it
        )


def _wait_until_ready(settings: Settings, process: "subprocess.Popen[bytes]") -> None:
    log = settings.log("localstack")
    deadline = time.monotonic() + READY_WITHIN_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise Failure(f"LocalStack ended with status {process.returncode}.", "See the log.", log)
        if is_ready(settings):
            return
        time.sleep(0.2)
    stop(settings)
    raise Failure(f"LocalStack was not ready after {READY_WITHIN_SECONDS} s.", "Look into the log and try again.", log)
