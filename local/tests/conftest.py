"""A LocalStack of the tests' own: another port, other folders, the installed tools shared with the developer's one."""

import json
import shutil
import socket
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest
from botocore.config import Config

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from devstack import prerequisites, server
from devstack.environment import for_aws_tools
from devstack.settings import REGION, REPOSITORY, Settings

FUNCTION_ROLE = "arn:aws:iam::000000000000:role/fixture"
FIXTURE = Path(__file__).resolve().parent / "fixture"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def settings_in(folder: Path, project: Path) -> Settings:
    tools = REPOSITORY / ".local"
    if not (tools / "lib" / "installed").exists():
        pytest.exit("The tools are not installed: python3 local/stack.py install", returncode=1)
    return Settings(tools=tools, state=folder, port=free_port(), project=project)


@pytest.fixture(scope="session")
def jdk() -> Path:
    return prerequisites.jdk()


@pytest.fixture(scope="session")
def fixture_project(tmp_path_factory: pytest.TempPathFactory, jdk: Path) -> Path:
    """A copy of the fixture with its function compiled and zipped."""
    project = tmp_path_factory.mktemp("project")
    shutil.copy(FIXTURE / "template.yaml", project)
    classes = project / "classes"
    javac = [jdk / "bin" / "javac", "-encoding", "UTF-8", "-d", classes, FIXTURE / "Fixture.java"]
    subprocess.run(javac, check=True)
    archive = project / "functions" / "target" / "fixture.zip"
    archive.parent.mkdir(parents=True)
    with zipfile.ZipFile(archive, "w") as zipped:
        for file in classes.glob("*.class"):
            zipped.write(file, file.name)
    return project


@pytest.fixture(scope="session")
def code(fixture_project: Path) -> bytes:
    """The fixture's function, zipped."""
    return (fixture_project / "functions" / "target" / "fixture.zip").read_bytes()


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory, fixture_project: Path, jdk: Path) -> Iterator[Settings]:
    """A running LocalStack with nothing deployed."""
    settings = settings_in(tmp_path_factory.mktemp("state"), fixture_project)
    try:
        server.start(settings, jdk)
        create_role(settings, "fixture", {"Service": "lambda.amazonaws.com"})
        yield settings
    finally:
        server.stop(settings)


# boto3 makes its clients at run time, so they have no static type.
def client(settings: Settings, service: str):  # type: ignore[no-untyped-def]
    return boto3.client(
        service,
        endpoint_url=settings.endpoint,
        region_name=REGION,
        aws_access_key_id="test",
        aws_secret_access_key="test",
        config=Config(retries={"total_max_attempts": 1}, read_timeout=90),
    )


def create_role(settings: Settings, name: str, principal: dict[str, str]) -> str:
    """The ARN of a role that may do nothing, and that the principal may take."""
    statement = {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": principal}
    document = json.dumps({"Version": "2012-10-17", "Statement": statement})
    made = client(settings, "iam").create_role(RoleName=name, AssumeRolePolicyDocument=document)
    return str(made["Role"]["Arn"])


def create_function(  # type: ignore[no-untyped-def]
    lambdas,
    code: bytes,
    name: str,
    runtime: str = "java25",
    timeout: int = 10,
    role: str = FUNCTION_ROLE,
    **variables: str,
) -> None:
    lambdas.create_function(
        FunctionName=name,
        Runtime=runtime,
        Handler="Fixture::handle",
        Role=role,
        Code={"ZipFile": code},
        Timeout=timeout,
        MemorySize=256,
        Environment={"Variables": variables},
    )


def operator_environment(settings: Settings) -> dict[str, str]:
    """For scripts that call `aws` by its name: they find the one that is installed beside LocalStack."""
    environment = for_aws_tools(settings)
    return environment | {"PATH": f"{settings.localstack_venv / 'bin'}:{environment['PATH']}"}
