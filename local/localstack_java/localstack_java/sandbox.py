"""One JVM with its Runtime API: starts, answers invocations one at a time, dies. A dead one is replaced, not reused."""

import contextlib
import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from concurrent.futures import TimeoutError as FutureTimeout
from pathlib import Path

from localstack_java import errors
from localstack_java.runtime_api import Answer, Invocation, RuntimeApi


class Sandbox:
    def __init__(
        self,
        command: list[str],
        environment_for: Callable[[str], dict[str, str]],
        code: Path,
        log: Path,
    ) -> None:
        """`environment_for` gives the JVM's variables from the address of the Runtime API."""
        self._api = RuntimeApi()
        self._current_request = "init"
        self._stopping = False
        self._stop_lock = threading.Lock()
        started = time.perf_counter()
        try:
            with log.open("ab") as output:
                self._process = subprocess.Popen(
                    command,
                    cwd=code,
                    env=environment_for(self._api.address),
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=subprocess.STDOUT,
                    start_new_session=True,
                )
        except OSError:
            self._api.close()
            raise
        self._started = started
        threading.Thread(target=self._watch, daemon=True, name="lambda-jvm-watcher").start()

    @property
    def alive(self) -> bool:
        return not self._stopping and self._process.poll() is None

    def wait_until_ready(self) -> float:
        """Milliseconds that INIT took. Raises InitFailed, or CancelledError when stopped meanwhile."""
        self._api.ready.result()
        return (time.perf_counter() - self._started) * 1000

    def invoke(self, invocation: Invocation, timeout_seconds: int) -> Answer:
        self._current_request = invocation.request_id
        answer = self._api.submit(invocation)
        try:
            return answer.result(timeout=timeout_seconds)
        except FutureTimeout:
            self.stop()
            return Answer(errors.timed_out(invocation.request_id, timeout_seconds), is_error=True)

    def stop(self) -> None:
        """Kills the JVM at once, as Lambda does. May be called more than once, and of a JVM that is dead already."""
        with self._stop_lock:
            if self._stopping:
                return
            self._stopping = True
        if self._process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._api.close()

    def _watch(self) -> None:
        status = self._process.wait()
        if not self._stopping:
            self._api.fail_all(Answer(errors.exited(self._current_request, status), is_error=True))
