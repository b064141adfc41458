"""LocalStack listens on every address, whatever host GATEWAY_LISTEN names. Listen on that host only."""

from typing import Any

from localstack import config
from localstack.runtime import hooks
from twisted.internet import endpoints


@hooks.on_infra_start()
def bind_gateway_to_its_host() -> None:
    host_of_port = {entry.port: entry.host for entry in config.GATEWAY_LISTEN}

    class BoundEndpoint(endpoints.TCP4ServerEndpoint):
        def __init__(self, reactor: Any, port: int, backlog: int = 50, interface: str = "") -> None:
            super().__init__(reactor, port, backlog, interface or host_of_port.get(port, "127.0.0.1"))

    endpoints.TCP4ServerEndpoint = BoundEndpoint
