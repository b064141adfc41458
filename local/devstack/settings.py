"""Where things lie and what they are called. Everything that is written lies under `.local/`."""

import os
from dataclasses import dataclass
from pathlib import Path

SENDER = "ne-pas-repondre@vismonjob.example"
REGION = "eu-west-3"
ACCOUNT = "000000000000"  # LocalStack's
STACK_NAME = "vis-mon-job"
DEFAULT_PORT = 4566
LOCAL = Path(__file__).resolve().parent.parent
REPOSITORY = LOCAL.parent


@dataclass(frozen=True)
class Settings:
    tools: Path
    """What is installed once: Python environments, the libraries of LocalStack."""
    state: Path
    """What belongs to one running LocalStack: its files, logs, process id, stack.json."""
    port: int
    project: Path = REPOSITORY
    """The folder of template.yaml."""

    @property
    def endpoint(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def logs(self) -> Path:
        return self.state / "logs"

    @property
    def filesystem_root(self) -> Path:
        return self.state / "localstack"

    @property
    def stack_file(self) -> Path:
        return self.state / "stack.json"

    @property
    def rights_file(self) -> Path:
        """Where the plugin writes down which rights of the roles were used."""
        return self.state / "rights.jsonl"

    @property
    def localstack_venv(self) -> Path:
        return self.tools / "venvs" / "localstack"

    @property
    def sam_venv(self) -> Path:
        return self.tools / "venvs" / "sam"

    @property
    def checks_venv(self) -> Path:
        return self.tools / "venvs" / "checks"

    @property
    def witness_venv(self) -> Path:
        return self.tools / "venvs" / "witness"

    @property
    def schemathesis_venv(self) -> Path:
        return self.tools / "venvs" / "schemathesis"

    @property
    def libraries(self) -> Path:
        return self.tools / "lib"

    def log(self, name: str) -> Path:
        self.logs.mkdir(parents=True, exist_ok=True)
        return self.logs / f"{name}.log"


def settings_from_environment() -> Settings:
    folder = REPOSITORY / ".local"
    return Settings(tools=folder, state=folder, port=_port())


def _port() -> int:
    from devstack.progress import Failure

    text = os.environ.get("VISMONJOB_PORT") or str(DEFAULT_PORT)
    if not text.isdigit() or not 1024 <= int(text) <= 65535:
        raise Failure(f"VISMONJOB_PORT is {text!r}.", "Set it to a port between 1024 and 65535, or leave it out.")
    return int(text)
