"""From start to stop: the fixture deployed, what listens, what stays behind."""

import base64
import json
import os
import re
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from conftest import client, create_function, create_role, settings_in

from devstack import deploy, processes, resources, seed, server
from devstack.aws import Aws
from devstack.progress import Failure
from devstack.settings import SENDER, STACK_NAME, Settings

JAVA_PROCESS = re.compile(r"(^|/)java$")


@pytest.fixture(scope="module")
def deployed(stack: Settings) -> dict[str, str]:
    return deploy.deploy(stack)


def ours(settings: Settings) -> list[int]:
    return processes.marked(server.MARKER, str(settings.state))


def programs(pids: list[int]) -> list[str]:
    return [os.readlink(f"/proc/{pid}/exe") for pid in pids]


def test_stack_json_holds_the_outputs_and_the_local_address(stack: Settings, deployed: dict[str, str]) -> None:
    written = json.loads(stack.stack_file.read_text())
    assert written == deployed
    assert written["SiteUrl"] == f"{stack.endpoint}/_aws/execute-api/{written['RestApiId']}/Prod"
    assert written["Region"] == "eu-west-3"
    assert written["Endpoint"] == stack.endpoint


def test_requests_and_mails_name_the_local_address(stack: Settings, deployed: dict[str, str]) -> None:
    stage = client(stack, "apigateway").get_stage(restApiId=deployed["RestApiId"], stageName=deployed["Stage"])
    assert stage["variables"] == {"site": deployed["SiteUrl"]}
    settings = client(stack, "secretsmanager").get_secret_value(SecretId=deployed["MailSettings"])["SecretString"]
    assert settings == f"SITE={deployed['SiteUrl']}\nMORE=stays"


@pytest.mark.parametrize("accept", ["*/*", "font/woff2", "text/html,*/*;q=0.8"])
def test_a_binary_answer_arrives_as_it_was(deployed: dict[str, str], accept: str) -> None:
    request = urllib.request.Request(deployed["SiteUrl"] + "/font", headers={"Accept": accept})
    with urllib.request.urlopen(request, timeout=60) as answer:
        assert answer.read() == bytes([0, 1, 2, 3, 255])


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/x-www-form-urlencoded", b"a=%zz&b=%"),
        ("application/x-www-form-urlencoded", b"b=1&a=2&b=3"),
        ("application/x-www-form-urlencoded", b"a=\xff"),
        ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n'),
        ("application/json", b"{"),
    ],
)
def test_a_request_reaches_the_function_as_it_was_sent(deployed: dict[str, str], content_type: str, body: bytes) -> None:
    request = urllib.request.Request(deployed["SiteUrl"] + "/form", body, {"Content-Type": content_type})
    with urllib.request.urlopen(request, timeout=60) as answer:
        assert base64.b64decode(answer.headers["X-Body"]) == body
        assert answer.headers["X-Accept"] == "none"


def test_the_sender_may_send(stack: Settings, deployed: dict[str, str]) -> None:
    ses = client(stack, "ses")
    raw = f"From: {SENDER}\nTo: someone@example.org\nSubject: Hello\n\nText\n"
    assert ses.send_raw_email(Source=SENDER, RawMessage={"Data": raw})["MessageId"]


def test_an_empty_table_gets_one_edition_and_a_table_with_one_stays(stack: Settings, deployed: dict[str, str]) -> None:
    aws = Aws(stack.endpoint)
    for day in (date(2026, 11, 24), date(2026, 12, 24)):
        seed.put_edition_in_place(aws, deployed, day)
    (edition,) = aws.scan(deployed["EditionsTable"])
    assert edition["jour"] == {"S": "2026-12-24"}
    assert edition["fenetre_jours"] == {"N": "14"}
    assert {"S": "gouv.fr"} in edition["domaines_etat"]["L"]
    assert len(aws.scan(deployed["CoachingSlotsTable"])) == 5


def test_a_change_in_a_table_reaches_the_function_by_its_stream(stack: Settings, deployed: dict[str, str]) -> None:
    client(stack, "dynamodb").put_item(TableName=deployed["EditionsTable"], Item={"edition": {"S": "streamed"}})
    mappings = client(stack, "lambda").list_event_source_mappings()["EventSourceMappings"]
    function = client(stack, "lambda").get_function(FunctionName=mappings[0]["FunctionArn"])["Configuration"]
    logs = client(stack, "logs")
    for _ in range(60):
        group = function["LoggingConfig"]["LogGroup"]
        events = logs.filter_log_events(logGroupName=group, filterPattern="Records")["events"]
        if events:
            return
        time.sleep(0.5)
    pytest.fail("the function saw no record")


def test_deploying_the_same_again_does_nothing(
    stack: Settings, deployed: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deploy, "run", lambda *words, **named: pytest.fail("sam was called"))
    assert deploy.deploy(stack) == deployed


def test_a_resource_that_was_not_made_is_refused_unless_a_reason_is_given(
    stack: Settings, deployed: dict[str, str], tmp_path: Path
) -> None:
    template = {"Resources": {"Screen": {"Type": "AWS::CloudWatch::Dashboard", "Properties": {"DashboardBody": "{}"}}}}
    cloudformation = client(stack, "cloudformation")
    cloudformation.create_stack(StackName="fallback", TemplateBody=json.dumps(template))
    cloudformation.get_waiter("stack_create_complete").wait(StackName="fallback", WaiterConfig={"Delay": 1})
    allowed = tmp_path / "allowed.json"
    allowed.write_text('{"resources": {}}')
    aws = Aws(stack.endpoint)
    assert [resource.logical_id for resource in resources.refused(aws, "fallback", allowed)] == ["Screen"]
    allowed.write_text('{"resources": {"AWS::CloudWatch::Dashboard": "only looked at by people"}}')
    assert resources.refused(aws, "fallback", allowed) == []
    assert resources.refused(aws, STACK_NAME) == []


def test_everything_listens_on_loopback_only(stack: Settings, deployed: dict[str, str]) -> None:
    urllib.request.urlopen(deployed["SiteUrl"] + "/warm", timeout=60).close()
    pids = ours(stack)
    names = programs(pids)
    assert any(JAVA_PROCESS.search(name) for name in names)
    assert any(name.endswith("node") for name in names), "the table's stream has no server"
    sockets = subprocess.run(["ss", "-Hltnp"], capture_output=True, text=True, check=True).stdout.splitlines()
    addresses = [line.split()[3] for line in sockets if any(f"pid={pid}," in line for pid in pids)]
    assert len(addresses) >= 4  # gateway, DynamoDB, streams, at least one function
    assert [address for address in addresses if not address.startswith(("127.", "[::ffff:127."))] == []


def test_starting_again_keeps_the_running_one(stack: Settings, jdk: Path) -> None:
    before = server.running(stack)
    assert before is not None
    assert server.start(stack, jdk) == before


def test_a_port_in_use_is_told(stack: Settings, jdk: Path, tmp_path: Path) -> None:
    other = Settings(tools=stack.tools, state=tmp_path, port=stack.port)
    with pytest.raises(Failure, match=f"Port {stack.port} is taken"):
        server.start(other, jdk)


class TestStop:
    """With a LocalStack of its own, since each test ends it."""

    @pytest.fixture
    def started(self, tmp_path: Path, fixture_project: Path, code: bytes, jdk: Path) -> Iterator[Settings]:
        settings = settings_in(tmp_path, fixture_project)
        server.start(settings, jdk)
        client(settings, "dynamodb").list_tables()  # starts DynamoDB Local
        create_role(settings, "fixture", {"Service": "lambda.amazonaws.com"})
        lambdas = client(settings, "lambda")
        create_function(lambdas, code, "f")
        lambdas.invoke(FunctionName="f", Payload="{}")
        assert sum(bool(JAVA_PROCESS.search(program)) for program in programs(ours(settings))) == 2
        yield settings
        server.stop(settings)

    def test_stopping_leaves_no_process_and_no_address(self, started: Settings) -> None:
        server.stop(started)
        assert ours(started) == []
        assert server.running(started) is None
        assert not started.stack_file.exists()

    def test_what_a_crash_leaves_behind_is_cleaned_up(self, started: Settings) -> None:
        running = server.running(started)
        assert running is not None
        os.kill(running.pid, signal.SIGKILL)
        time.sleep(0.5)
        assert ours(started) != []  # the function's JVM, at least
        server.stop(started)
        assert ours(started) == []
