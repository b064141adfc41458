"""Prerequisites, stamps, and the messages of failures."""

import subprocess
import sys
from pathlib import Path

import pytest

from devstack import prerequisites, processes, stamps
from devstack.environment import for_aws_tools
from devstack.progress import Failure, run
from devstack.settings import Settings, settings_from_environment


def test_a_fingerprint_tells_contents_names_and_values_apart(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("1")
    first = stamps.fingerprint([file], "x")
    assert stamps.fingerprint([file], "x") == first
    assert stamps.fingerprint([file], "y") != first
    file.write_text("2")
    assert stamps.fingerprint([file], "x") != first


def test_build_results_do_not_count(tmp_path: Path) -> None:
    before = stamps.fingerprint([tmp_path])
    (tmp_path / "target").mkdir()
    (tmp_path / "target" / "built").write_text("x")
    assert stamps.fingerprint([tmp_path]) == before


def test_a_missing_jdk_is_told_with_its_cure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOCAL_JDK25", str(tmp_path))
    with pytest.raises(Failure, match="no JDK 25"):
        prerequisites.jdk()


def test_a_missing_program_is_told_with_its_cure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Failure) as failure:
        prerequisites.check()
    assert str(failure.value) == (
        "Failed: mvn is not on the PATH.\n"
        "What to do: Install Maven 3.8 or later, on Debian or Ubuntu with: apt install maven"
    )


@pytest.mark.parametrize("port", ["http", "80", "70000"])
def test_a_port_that_is_none_is_refused(port: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISMONJOB_PORT", port)
    with pytest.raises(Failure, match="VISMONJOB_PORT"):
        settings_from_environment()


def test_a_failed_command_shows_the_end_of_its_log(tmp_path: Path) -> None:
    log = tmp_path / "some.log"
    with pytest.raises(Failure) as failure:
        run([sys.executable, "-c", "print('the reason'); raise SystemExit(3)"], log, "Mend it.")
    told = str(failure.value)
    assert "ended with status 3" in told and "| the reason" in told and "What to do: Mend it." in told


def test_no_aws_tool_can_reach_a_real_account(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_PROFILE", "production")
    monkeypatch.setenv("AWS_ENDPOINT_URL_DYNAMODB", "https://dynamodb.eu-west-3.amazonaws.com")
    variables = for_aws_tools(Settings(tools=tmp_path, state=tmp_path, port=4566))
    assert "AWS_PROFILE" not in variables and "AWS_ENDPOINT_URL_DYNAMODB" not in variables
    assert variables["AWS_ENDPOINT_URL"] == "http://localhost:4566"
    assert not Path(variables["AWS_SHARED_CREDENTIALS_FILE"]).exists()


def test_processes_are_found_by_their_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    process = subprocess.Popen(
        ["sh", "-c", "echo ready; read _"],
        env={"A_MARK_OF_THE_TESTS": "yes", "PATH": "/usr/bin:/bin"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        # Until the program runs, /proc shows no environment for the new process.
        assert process.stdout and process.stdout.readline() == b"ready\n"
        assert processes.marked("A_MARK_OF_THE_TESTS", "yes") == [process.pid]
        assert processes.marked("A_MARK_OF_THE_TESTS", "no") == []
        assert processes.kill_marked("A_MARK_OF_THE_TESTS", "yes") == 1
    finally:
        process.kill()
        process.communicate()
