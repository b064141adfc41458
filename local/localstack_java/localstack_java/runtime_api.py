"""The Lambda Runtime API that one JVM talks to.

https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html: the JVM asks for its next invocation, which waits
until there is one, and posts the answer. AWS's runtime interface client for Java ("RIC") is the other side.
"""

import json
import queue
import socketserver
import sys
import threading
from concurrent.futures import Future, InvalidStateError
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PREFIX = "/2018-06-01/runtime/"


@dataclass(frozen=True)
class Invocation:
    request_id: str
    function_arn: str
    trace_id: str
    payload: bytes
    deadline_ms: int  # epoch milliseconds


@dataclass(frozen=True)
class Answer:
    body: bytes
    is_error: bool


class InitFailed(Exception):
    """The function's own initialisation failed; `body` is the error document that callers get."""

    def __init__(self, body: bytes) -> None:
        super().__init__(body.decode(errors="replace"))
        self.body = body


class RuntimeApi:
    """Serves one JVM; close it when the JVM is gone."""

    def __init__(self) -> None:
        self.ready: Future[None] = Future()  # done when the JVM asks for its first invocation: the end of INIT
        self._invocations: queue.Queue[Invocation | None] = queue.Queue()
        self._answers: dict[str, Future[Answer]] = {}
        self._failure: Answer | None = None
        self._lock = threading.Lock()
        self._server = _Server(self)
        threading.Thread(target=self._server.serve_forever, daemon=True, name="lambda-runtime-api").start()

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self._server.server_port}"

    def submit(self, invocation: Invocation) -> Future[Answer]:
        answer: Future[Answer] = Future()
        with self._lock:
            if self._failure is not None:
                answer.set_result(self._failure)
                return answer
            self._answers[invocation.request_id] = answer
        self._invocations.put(invocation)
        return answer

    def fail_all(self, failure: Answer) -> None:
        """The JVM died: whoever waits for it, or will, gets `failure`."""
        with self._lock:
            self._failure = failure
            waiting = list(self._answers.values())
            self._answers.clear()
        _settle(self.ready, error=InitFailed(failure.body))
        for answer in waiting:
            _settle(answer, failure)

    def close(self) -> None:
        self.ready.cancel()
        with self._lock:
            waiting = list(self._answers.values())
            self._answers.clear()
        for answer in waiting:
            answer.cancel()
        self._invocations.put(None)  # lets the JVM's last waiting request go
        self._server.shutdown()
        self._server.server_close()

    # What the JVM asks, called by the request handler

    def next_invocation(self) -> Invocation | None:
        _settle(self.ready)
        return self._invocations.get()

    def answered(self, request_id: str, answer: Answer) -> None:
        with self._lock:
            waiting = self._answers.pop(request_id, None)
        if waiting is not None:
            _settle(waiting, answer)

    def init_failed(self, body: bytes) -> None:
        _settle(self.ready, error=InitFailed(body))


def _settle(future: "Future[Any]", result: Any = None, error: Exception | None = None) -> None:
    """The first outcome counts; later ones (an answer after the time-out, say) are dropped."""
    try:
        if error is None:
            future.set_result(result)
        else:
            future.set_exception(error)
    except InvalidStateError:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, api: RuntimeApi) -> None:
        self.api = api
        super().__init__(("127.0.0.1", 0), _Handler)

    def server_bind(self) -> None:
        # HTTPServer looks its own name up in the DNS, which may hang and serves nobody here.
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):  # else the JVM is gone; whoever watches it has noticed
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # with it, every call would wait 40 ms for a delayed ACK
    server: _Server

    def do_GET(self) -> None:
        if self.path == PREFIX + "restore/next":  # with SnapStart: the snapshot was taken, and is restored
            self._reply(200)
            return
        if self.path != PREFIX + "invocation/next":
            self._reply(404)
            return
        invocation = self.server.api.next_invocation()
        if invocation is None:
            self.close_connection = True
            self._reply(410)
            return
        # The RIC's native part crashes (SIGSEGV) when one of these headers is missing or empty.
        headers = {
            "Content-Type": "application/json",
            "Lambda-Runtime-Aws-Request-Id": invocation.request_id,
            "Lambda-Runtime-Deadline-Ms": str(invocation.deadline_ms),
            "Lambda-Runtime-Invoked-Function-Arn": invocation.function_arn,
            "Lambda-Runtime-Trace-Id": invocation.trace_id or "Root=0",
        }
        self._reply(200, invocation.payload, headers)

    def do_POST(self) -> None:
        body = self._body()
        match self.path.removeprefix(PREFIX).split("/"):
            case ["invocation", request_id, "response"]:
                self.server.api.answered(request_id, Answer(body, is_error=False))
            case ["invocation", request_id, "error"]:
                self.server.api.answered(request_id, Answer(body, is_error=True))
            case ["init", "error"]:
                self.server.api.init_failed(body)
            case _:
                self._reply(404)
                return
        self._reply(202, json.dumps({"status": "OK"}).encode(), {"Content-Type": "application/json"})

    def _body(self) -> bytes:
        if "chunked" not in self.headers.get("Transfer-Encoding", "").lower():
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        chunks = []
        while size := int(self.rfile.readline().split(b";")[0], 16):
            chunks.append(self.rfile.read(size))
            self.rfile.readline()
        while self.rfile.readline().strip():  # trailers, up to the empty line
            pass
        return b"".join(chunks)

    def _reply(self, status: int, body: bytes = b"", headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass
