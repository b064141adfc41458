"""The error documents that Lambda itself makes, in the words AWS uses."""

import json
import signal


def timed_out(request_id: str, seconds: int) -> bytes:
    return _document("Sandbox.Timedout", f"RequestId: {request_id} Error: Task timed out after {seconds:.2f} seconds")


def exited(request_id: str, status: int) -> bytes:
    """`status` as subprocess gives it: negative for a signal."""
    how = f"signal: {_signal_name(-status)}" if status < 0 else f"exit status {status}"
    return _document("Runtime.ExitError", f"RequestId: {request_id} Error: Runtime exited with error: {how}")


def _signal_name(number: int) -> str:
    return (signal.strsignal(number) or str(number)).lower()


def _document(error_type: str, message: str) -> bytes:
    return json.dumps({"errorType": error_type, "errorMessage": message}).encode()
