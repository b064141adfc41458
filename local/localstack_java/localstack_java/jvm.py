"""How a function's JVM is started: which java, which command line, which environment."""

import os
import shutil
from pathlib import Path

from localstack import config

RIC_MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda"
RIC_NATIVE_PROPERTY = "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI"


def ric_folder() -> Path:
    """Where the jars of AWS's runtime interface client and its native library lie."""
    return Path(config.dirs.var_libs) / "lambda-java-ric"


def ric_native_library() -> Path:
    return ric_folder() / "libaws-lambda-jni.so"


def find_java(runtime: str) -> str | None:
    """`LOCAL_LAMBDA_JAVA25_HOME` for the runtime java25, else LOCAL_LAMBDA_JAVA_HOME, JAVA_HOME, PATH."""
    name = runtime.split(".")[0].upper()
    for variable in (f"LOCAL_LAMBDA_{name}_HOME", "LOCAL_LAMBDA_JAVA_HOME", "JAVA_HOME"):
        home = os.environ.get(variable)
        if home and (Path(home) / "bin" / "java").exists():
            return str(Path(home) / "bin" / "java")
    return shutil.which("java")


def command(java: str, memory_mb: int, handler: str, temp: Path, options: str = "") -> list[str]:
    return [
        java,
        f"-Xmx{memory_mb * 85 // 100}m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xshare:auto",
        f"-Djava.io.tmpdir={temp}",
        *options.split(),
        # Without it the RIC unpacks its library to one fixed path in /tmp. JVMs that start at the same time then
        # overwrite the library that another one has open, and that JVM crashes (SIGBUS).
        f"-D{RIC_NATIVE_PROPERTY}={ric_native_library()}",
        "-cp",
        f"{ric_folder()}/*",
        RIC_MAIN,
        handler,
    ]


def environment(function_variables: dict[str, object], code: Path, runtime_api: str) -> dict[str, str]:
    """What AWS gives a function, and nothing of the developer's own shell but PATH."""
    variables = {"PATH": os.environ.get("PATH", ""), "LANG": "en_US.UTF-8"}
    if marker := os.environ.get("VISMONJOB_STATE"):
        variables["VISMONJOB_STATE"] = marker  # by it, `down` finds processes that outlived LocalStack
    variables |= {name: str(value) for name, value in function_variables.items()}
    variables["LAMBDA_TASK_ROOT"] = str(code)
    variables["AWS_LAMBDA_RUNTIME_API"] = runtime_api
    return variables
