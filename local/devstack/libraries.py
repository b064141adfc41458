"""Installs what LocalStack would otherwise download at its first use, in the folders where LocalStack looks for it."""

import shutil
import zipfile
from pathlib import Path

from devstack import environment, stamps
from devstack.progress import Failure, already, run, step
from devstack.settings import LOCAL, Settings

SOURCES = LOCAL / "libraries"
LAYOUT = 1  # raise it when this file puts things elsewhere
MAVEN_CURE = "Check that Maven reaches Maven Central or a mirror of it (~/.m2/settings.xml), then run the same again."
NPM_CURE = "Check that npm reaches its registry (npm config get registry), then run the same again."
FOREIGN_NATIVES = ("*.dll", "*.dylib", "*i386*")


def install(settings: Settings, jdk: Path) -> None:
    title = "DynamoDB Local, Lambda runtime client, streams (Maven, npm)"
    inputs = stamps.fingerprint([SOURCES], jdk, LAYOUT)
    stamp = settings.libraries / "installed"
    if stamps.is_current(stamp, inputs):
        already(title)
        return
    with step(title):
        shutil.rmtree(settings.libraries, ignore_errors=True)
        settings.libraries.mkdir(parents=True)
        log = settings.log("install")
        _copy_jars(settings.libraries, log)
        _make_dynamodb_listen_on_loopback(settings.libraries / "dynamodb-local" / "2", jdk, log)
        _unpack_runtime_client(settings.libraries / "lambda-java-ric")
        _install_streams(settings.libraries / "kinesis-local" / "0.5.2", log)
        java = settings.libraries / "java" / "21"  # the folder's name is LocalStack's; any JDK from 17 on will do
        java.parent.mkdir()
        java.symlink_to(jdk)
        stamps.set_stamp(stamp, inputs)


def _copy_jars(libraries: Path, log: Path) -> None:
    command = ["mvn", "--quiet", "--batch-mode", "--file", SOURCES / "pom.xml", f"-Dlibraries={libraries}", "package"]
    run(command, log, MAVEN_CURE, env=environment.without_aws())
    dynamodb = libraries / "dynamodb-local" / "2" / "DynamoDBLocal_lib"
    for pattern in FOREIGN_NATIVES:
        for file in dynamodb.glob(pattern):
            file.unlink()


def _make_dynamodb_listen_on_loopback(folder: Path, jdk: Path, log: Path) -> None:
    sources = SOURCES / "dynamodb-local"
    _make_jar(
        jdk,
        sources / "LoopbackDynamoDb.java",
        folder / "DynamoDBLocal.jar",
        "Main-Class: LoopbackDynamoDb",
        folder / "DynamoDBLocal_lib",
        log,
    )
    _make_jar(jdk, sources / "NoAgent.java", folder / "ddb-local-loader-0.1.jar", "Premain-Class: NoAgent", None, log)


def _make_jar(jdk: Path, source: Path, jar: Path, attribute: str, jars: Path | None, log: Path) -> None:
    """Makes a jar of one class. `jars` is the folder beside `jar` that has the libraries of the class."""
    cure = "The JDK could not compile it: check LOCAL_JDK25 or JAVA_HOME."
    classes = jar.with_suffix(".classes")
    class_path = ["-cp", f"{jars}/*"] if jars else []
    run([jdk / "bin" / "javac", "--release", "17", *class_path, "-d", classes, source], log, cure)
    manifest = classes / "MANIFEST.MF"
    # The specification limits the length of a line in a manifest; a continued line starts with a space.
    names = "".join(f"\n  {jars.name}/{file.name}" for file in sorted(jars.glob("*.jar"))) if jars else ""
    manifest.write_text(f"{attribute}\n" + (f"Class-Path: {names}\n" if names else ""))
    command = [jdk / "bin" / "jar", "--create", "--file", jar, "--manifest", manifest]
    run([*command, "-C", classes, f"{source.stem}.class"], log, cure)
    shutil.rmtree(classes)


def _unpack_runtime_client(folder: Path) -> None:
    (jar,) = folder.glob("aws-lambda-java-runtime-interface-client-*.jar")
    with zipfile.ZipFile(jar) as archive:
        native = archive.read("jni/libaws-lambda-jni.linux-x86_64.so")
    (folder / "libaws-lambda-jni.so").write_bytes(native)


def _install_streams(folder: Path, log: Path) -> None:
    folder.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(SOURCES / "kinesis-local" / name, folder)
    run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], log, NPM_CURE, cwd=folder)
    main = folder / "node_modules" / "kinesis-local" / "main.js"
    code = main.read_text()
    if code.count("0.0.0.0") != 1:
        raise Failure(
            "kinesis-local does not name the address 0.0.0.0 exactly once.", "Correct local/devstack/libraries.py."
        )
    main.write_text(code.replace("0.0.0.0", "127.0.0.1"))
