"""The environment of the programs that we start: the developer's, without anything that leads to a real AWS account."""

import os
from pathlib import Path

from devstack.settings import REGION, Settings

NO_PROXY = "localhost,127.0.0.1"


def without_aws() -> dict[str, str]:
    """The developer's environment without AWS profile, keys or endpoints."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "SAM_", "LOCALSTACK_"))}
    for name in ("NO_PROXY", "no_proxy"):
        kept[name] = f"{kept[name]},{NO_PROXY}" if kept.get(name) else NO_PROXY
    return kept


def for_aws_tools(settings: Settings) -> dict[str, str]:
    """For sam and aws: they can reach LocalStack only."""
    nowhere = str(settings.state / "no-aws-configuration")
    return without_aws() | {
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": REGION,
        "AWS_REGION": REGION,
        "AWS_ENDPOINT_URL": settings.endpoint,
        "AWS_CONFIG_FILE": nowhere,
        "AWS_SHARED_CREDENTIALS_FILE": nowhere,
        "SAM_CLI_TELEMETRY": "0",
        "SAM_CLI_POLL_DELAY": "1",  # seconds between two looks at a deployment; SAM's 5 are meant to spare AWS
        "__SAM_CLI_APP_DIR": str(settings.tools / "sam-home"),
    }


def for_localstack(settings: Settings, jdk: Path) -> dict[str, str]:
    root = settings.filesystem_root
    return without_aws() | {
        "VISMONJOB_STATE": str(settings.state),
        "FILESYSTEM_ROOT": str(root),
        "TMPDIR": str(root / "tmp"),
        "XDG_CACHE_HOME": str(settings.tools / "cache"),
        "GATEWAY_LISTEN": f"127.0.0.1:{settings.port}",
        "LOCALSTACK_HOST": f"localhost:{settings.port}",
        "OVERRIDE_IN_DOCKER": "0",  # host mode: FILESYSTEM_ROOT counts
        "DNS_ADDRESS": "0",  # no DNS server
        "DISABLE_EVENTS": "1",  # no telemetry
        "SKIP_SSL_CERT_DOWNLOAD": "1",
        "LAMBDA_RUNTIME_EXECUTOR": "local-java",
        "LAMBDA_SYNCHRONOUS_CREATE": "1",  # a created function is ready at once
        "SQS_ENDPOINT_STRATEGY": "path",
        "LOCAL_LAMBDA_JAVA25_HOME": str(jdk),
    }
