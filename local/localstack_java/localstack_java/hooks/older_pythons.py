"""LocalStack says that it runs on Python 3.10 or later, but two places in it need 3.12 or 3.13."""

import hashlib
import threading
import uuid
from typing import Any

from localstack.runtime import hooks


@hooks.on_infra_start(priority=100)  # before any other hook imports localstack.packages.api
def run_on_older_pythons() -> None:
    _import_annotations_with_lock()
    _let_uuid5_take_bytes()


def _import_annotations_with_lock() -> None:
    """localstack.packages.api writes `Lock | None`; before Python 3.13 threading.Lock is a function, not a type."""
    real_lock: Any = threading.Lock
    if isinstance(real_lock, type):
        return

    class LockType:
        def __new__(cls) -> Any:
            return real_lock()

    threading.Lock = LockType
    try:
        import localstack.packages.api  # noqa: F401
    finally:
        threading.Lock = real_lock


def _let_uuid5_take_bytes() -> None:
    """KMS gives uuid5 bytes, which Python accepts from 3.12 on; the result is the one RFC 9562 defines."""
    try:
        uuid.uuid5(uuid.NAMESPACE_DNS, b"")  # type: ignore[arg-type]
        return
    except TypeError:
        original = uuid.uuid5

    def uuid5(namespace: uuid.UUID, name: Any) -> uuid.UUID:
        if isinstance(name, bytes):
            return uuid.UUID(bytes=hashlib.sha1(namespace.bytes + name).digest()[:16], version=5)
        return original(namespace, name)

    uuid.uuid5 = uuid5
