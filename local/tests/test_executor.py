"""How LocalStack runs our functions: each end that an invocation can come to, seen from the caller."""

import base64
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from conftest import client, create_function

from devstack.settings import Settings

TIMEOUT_SECONDS = 3


class Functions:
    """Makes and calls functions of the fixture."""

    def __init__(self, settings: Settings, code: bytes) -> None:
        self._lambda = client(settings, "lambda")
        self._code = code

    def make(self, name: str, timeout: int = TIMEOUT_SECONDS, **variables: str) -> str:
        create_function(self._lambda, self._code, name, timeout=timeout, **variables)
        return name

    def call(self, name: str, what: str) -> dict[str, Any]:
        """`error` (None or Lambda's kind), `body` (decoded) and `log`."""
        answer = self._lambda.invoke(FunctionName=name, Payload=json.dumps({"do": what}), LogType="Tail")
        return {
            "error": answer.get("FunctionError"),
            "body": json.load(answer["Payload"]),
            "log": base64.b64decode(answer.get("LogResult", "")).decode(),
        }


@pytest.fixture(scope="module")
def functions(stack: Settings, code: bytes) -> Functions:
    return Functions(stack, code)


@pytest.fixture(scope="module")
def function(functions: Functions) -> Iterator[str]:
    yield functions.make("fixture", GREETING="bonjour")


def test_a_function_answers_on_java_25(functions: Functions, function: str) -> None:
    answer = functions.call(function, "answer")
    assert answer["error"] is None
    assert answer["body"]["statusCode"] == 200
    assert answer["body"]["java"] == 25


def test_a_warm_function_keeps_its_jvm(functions: Functions, function: str) -> None:
    first, second = (functions.call(function, "answer")["body"]["jvm"] for _ in range(2))
    assert first == second


def test_the_log_bears_the_functions_output_between_start_and_report(functions: Functions, function: str) -> None:
    log = functions.call(function, "answer")["log"].splitlines()
    assert log[0].startswith("START RequestId: ")
    assert "event: answer" in log
    assert log[-2].startswith("END RequestId: ")
    assert log[-1].startswith("REPORT RequestId: ") and "Memory Size: 256 MB" in log[-1]


def test_a_function_gets_its_variables_and_nothing_of_the_developers_shell(functions: Functions, function: str) -> None:
    environment = functions.call(function, "answer")["body"]["environment"]
    assert environment["GREETING"] == "bonjour"
    assert environment["AWS_REGION"] == "eu-west-3"
    assert environment["AWS_ENDPOINT_URL"].startswith("http://127.0.0.1:")
    assert "HOME" not in environment


def test_an_exception_comes_back_as_an_unhandled_error_with_its_message(functions: Functions, function: str) -> None:
    answer = functions.call(function, "throw")
    assert answer["error"] == "Unhandled"
    assert answer["body"]["errorType"] == "java.lang.IllegalArgumentException"
    assert answer["body"]["errorMessage"] == "thrown on purpose: été"


def test_an_answer_of_two_megabytes_arrives_whole(functions: Functions, function: str) -> None:
    assert functions.call(function, "big")["body"]["text"] == "é" * 1_000_000


def test_a_function_that_takes_too_long_is_ended_and_the_next_call_works(functions: Functions, function: str) -> None:
    answer = functions.call(function, "sleep")
    assert answer["error"] == "Unhandled"
    assert answer["body"]["errorType"] == "Sandbox.Timedout"
    assert "Task timed out after 3.00 seconds" in answer["body"]["errorMessage"]
    assert functions.call(function, "answer")["error"] is None


def test_system_exit_is_reported_and_the_next_call_works_in_a_new_jvm(functions: Functions, function: str) -> None:
    before = functions.call(function, "answer")["body"]["jvm"]
    answer = functions.call(function, "exit")
    assert answer["body"]["errorType"] == "Runtime.ExitError"
    assert "exit status 3" in answer["body"]["errorMessage"]
    after = functions.call(function, "answer")
    assert after["error"] is None
    assert after["body"]["jvm"] != before
    assert "Init Duration" in after["log"]


def test_an_exit_while_starting_is_reported(functions: Functions) -> None:
    answer = functions.call(functions.make("init-exit", FIXTURE="init-exit"), "answer")
    assert answer["body"]["errorType"] == "Runtime.ExitError"
    assert "exit status 4" in answer["body"]["errorMessage"]


def test_an_exception_while_starting_is_reported(functions: Functions) -> None:
    answer = functions.call(functions.make("init-throw", FIXTURE="init-throw"), "answer")
    assert answer["error"] == "Unhandled"
    assert answer["body"]["errorType"] == "java.lang.ExceptionInInitializerError"


def test_eight_cold_starts_at_once_all_answer(functions: Functions) -> None:
    name = functions.make("eight", timeout=30)
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: functions.call(name, "nap"), range(8)))
    assert [answer["error"] for answer in answers] == [None] * 8
    assert len({answer["body"]["jvm"] for answer in answers}) == 8


def test_only_java_functions_are_taken(stack: Settings, code: bytes) -> None:
    lambdas = client(stack, "lambda")
    create_function(lambdas, code, "python", runtime="python3.13")
    state = lambdas.get_function(FunctionName="python")["Configuration"]
    assert state["State"] == "Failed"
    assert "only Java functions" in state["StateReason"]
