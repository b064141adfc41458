"""What the Runtime API does when its JVM goes."""

import socket
import struct
import time

import pytest
from localstack_java.runtime_api import RuntimeApi

AT_ONCE = struct.pack("ii", 1, 0)  # closing then resets the connection, as the end of a process does


def test_a_jvm_that_is_gone_is_not_worth_a_word(capfd: pytest.CaptureFixture[str]) -> None:
    api = RuntimeApi()
    host, port = api.address.split(":")
    for asked in (b"", b"GET /2018-06-01/runtime/restore/next HTTP/1.1\r\n"):
        jvm = socket.create_connection((host, int(port)))
        jvm.sendall(asked)
        time.sleep(0.1)
        jvm.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)
        jvm.close()
    time.sleep(0.1)
    api.close()
    assert capfd.readouterr().err == ""
