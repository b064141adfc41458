"""LocalStack's view of one execution environment: an object that starts, takes invocations, and stops."""

import logging
import shutil
import tempfile
import time
from concurrent.futures import CancelledError
from pathlib import Path

from localstack import config
from localstack.services.lambda_.invocation.executor_endpoint import ShutdownDuringStartup, StatusErrorException
from localstack.services.lambda_.invocation.lambda_models import FunctionVersion, InvocationResult
from localstack.services.lambda_.invocation.runtime_executor import LambdaRuntimeException, RuntimeExecutor

from localstack_java import jvm
from localstack_java.runtime_api import Answer, InitFailed, Invocation
from localstack_java.sandbox import Sandbox

LOG = logging.getLogger(__name__)
HOST = "127.0.0.1"


class LocalJavaExecutor(RuntimeExecutor):
    def __init__(self, id: str, function_version: FunctionVersion) -> None:
        super().__init__(id, function_version)
        self._folder = Path(tempfile.mkdtemp(prefix="lambda-jvm-"))
        self._log = self._folder / "output.log"
        self._log.touch()
        self._variables: dict[str, object] = {}
        self._sandbox: Sandbox | None = None
        self._init_ms: float | None = None  # told in the REPORT of the first invocation after an INIT
        self._stopped = False

    def start(self, env_vars: dict[str, str]) -> None:
        self._variables = dict(env_vars)
        self._start_sandbox()

    def stop(self) -> None:
        self._stopped = True
        if self._sandbox:
            self._sandbox.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def invoke(self, payload: dict[str, str]) -> InvocationResult:
        request_id = payload["invoke-id"]
        log_start = self._log_size()
        # A JVM that crashed or was killed at a time-out is replaced by the next invocation, as on AWS.
        if self._sandbox is None or not self._sandbox.alive:
            self._start_sandbox()
        sandbox = self._sandbox
        assert sandbox is not None
        timeout = self.function_version.config.timeout
        began = time.perf_counter()
        answer = sandbox.invoke(_invocation(payload, timeout), timeout)
        duration_ms = (time.perf_counter() - began) * 1000
        return self._result(request_id, answer, duration_ms, log_start)

    def get_address(self) -> str:
        return HOST

    def get_endpoint_from_executor(self) -> str:
        return HOST

    def get_runtime_endpoint(self) -> str:
        return f"http://{HOST}:{config.GATEWAY_LISTEN[0].port}/_localstack_lambda/{self.id}"

    def get_logs(self) -> str:
        return self._read_log(0)

    @classmethod
    def prepare_version(cls, function_version: FunctionVersion) -> None:
        settings = function_version.config
        runtime = settings.runtime or ""
        if not runtime.startswith("java"):
            raise LambdaRuntimeException(f"only Java functions run here, not {runtime or 'images'}")
        if settings.layers:
            raise LambdaRuntimeException("layers are not supported here")
        if jvm.find_java(runtime) is None:
            raise LambdaRuntimeException(f"no java for {runtime}: set LOCAL_LAMBDA_{runtime.upper()}_HOME")
        if not jvm.ric_native_library().exists():
            raise LambdaRuntimeException(f"AWS's runtime interface client is missing in {jvm.ric_folder()}")
        settings.code.prepare_for_execution()

    @classmethod
    def cleanup_version(cls, function_version: FunctionVersion) -> None:
        pass

    def _start_sandbox(self) -> None:
        if self._stopped:
            raise ShutdownDuringStartup("the execution environment was stopped")
        if self._sandbox:
            self._sandbox.stop()
        settings = self.function_version.config
        code = Path(settings.code.get_unzipped_code_location())
        java = jvm.find_java(settings.runtime)
        if java is None:
            raise LambdaRuntimeException(f"the java for {settings.runtime} is gone")
        options = str(self._variables.get("LAMBDA_JAVA_OPTS", ""))
        sandbox = Sandbox(
            jvm.command(java, settings.memory_size, settings.handler, self._folder, options),
            lambda address: jvm.environment(self._variables, code, address),
            code,
            self._log,
        )
        self._sandbox = sandbox
        if self._stopped:  # stop() may have come between the two lines above
            sandbox.stop()
        try:
            self._init_ms = sandbox.wait_until_ready()
        except InitFailed as failure:
            LOG.warning("Function %s failed to start: %s", self.function_version.id.function_name, failure)
            sandbox.stop()
            raise StatusErrorException("Environment startup failed", payload=failure.body) from failure
        except CancelledError as cancelled:
            raise ShutdownDuringStartup("the execution environment was stopped while it started") from cancelled

    def _result(self, request_id: str, answer: Answer, duration_ms: float, log_start: int) -> InvocationResult:
        init = f"\tInit Duration: {self._init_ms:.2f} ms" if self._init_ms is not None else ""
        self._init_ms = None
        output = self._read_log(log_start)
        if output and not output.endswith("\n"):
            output += "\n"
        logs = (
            f"START RequestId: {request_id} Version: {self.function_version.id.qualifier}\n"
            f"{output}"
            f"END RequestId: {request_id}\n"
            f"REPORT RequestId: {request_id}\tDuration: {duration_ms:.2f} ms"
            f"\tMemory Size: {self.function_version.config.memory_size} MB{init}\n"
        )
        return InvocationResult(request_id, answer.body, is_error=answer.is_error, logs=logs)

    def _log_size(self) -> int:
        return self._log.stat().st_size if self._log.exists() else 0

    def _read_log(self, start: int) -> str:
        try:
            with self._log.open("rb") as log:
                log.seek(start)
                return log.read().decode(errors="replace")
        except FileNotFoundError:
            return ""


def _invocation(payload: dict[str, str], timeout_seconds: int) -> Invocation:
    return Invocation(
        request_id=payload["invoke-id"],
        function_arn=payload["invoked-function-arn"],
        trace_id=payload["trace-id"],
        payload=payload["payload"].encode(),
        deadline_ms=int((time.time() + timeout_seconds) * 1000),
    )
