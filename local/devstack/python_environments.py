"""The virtual environments: LocalStack with our plugin, the SAM CLI, and what only checks. Their packages do not agree."""

import shutil
from pathlib import Path

from devstack import prerequisites, stamps
from devstack.progress import Failure, already, run, step
from devstack.settings import LOCAL, Settings

LOCALSTACK_REQUIREMENTS = (LOCAL / "requirements-localstack.txt", LOCAL / "requirements-test.txt")
SAM_REQUIREMENTS = (LOCAL / "requirements-sam.txt",)
CHECKS_REQUIREMENTS = (LOCAL / "requirements-checks.txt",)
WITNESS_REQUIREMENTS = (LOCAL / "requirements-witness.txt",)
SCHEMATHESIS_REQUIREMENTS = (LOCAL / "requirements-schemathesis.txt",)
UV_REQUIREMENTS = LOCAL / "requirements-uv.txt"
PLUGIN = LOCAL / "localstack_java"
CURE = "Check that this machine reaches the Python package index (pip's settings hold), then run the same again."


def install(settings: Settings) -> None:
    _install(settings, "LocalStack (Python)", settings.localstack_venv, LOCALSTACK_REQUIREMENTS)
    _install_plugin(settings)
    install_sam(settings)


def install_sam(settings: Settings) -> None:
    _install(settings, "AWS SAM CLI (Python)", settings.sam_venv, SAM_REQUIREMENTS)


def install_checks(settings: Settings) -> None:
    install_sam(settings)
    _install(settings, "checkov and parliament (Python)", settings.checks_venv, CHECKS_REQUIREMENTS)


def install_witness(settings: Settings) -> None:
    _install(settings, "MiniStack (Python)", settings.witness_venv, WITNESS_REQUIREMENTS)


def install_schemathesis(settings: Settings) -> None:
    _install(settings, "Schemathesis (Python)", settings.schemathesis_venv, SCHEMATHESIS_REQUIREMENTS)


def _install(settings: Settings, title: str, venv: Path, requirements: tuple[Path, ...]) -> None:
    python = prerequisites.python()
    inputs = stamps.fingerprint(requirements, python)
    stamp = venv / "installed"
    if stamps.is_current(stamp, inputs) and (venv / "bin" / "python").exists():
        already(title)
        return
    with step(title):
        log = settings.log("install")
        _make_venv(python, venv, log)
        _pip_install(settings, venv, [word for file in requirements for word in ("-r", str(file))], log)
        stamps.set_stamp(stamp, inputs)


def _install_plugin(settings: Settings) -> None:
    title = "LocalStack's executor for Java"
    venv = settings.localstack_venv
    inputs = stamps.fingerprint([PLUGIN, *LOCALSTACK_REQUIREMENTS])
    stamp = venv / "plugin"
    if stamps.is_current(stamp, inputs):
        already(title)
        return
    with step(title):
        # From a copy: the build leaves its own files beside the sources.
        copy = settings.tools / "build" / PLUGIN.name
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(PLUGIN, copy, ignore=shutil.ignore_patterns("__pycache__"))
        pip = [venv / "bin" / "python", "-m", "pip", "install", "--quiet", "--no-deps", "--force-reinstall"]
        run([*pip, "--no-build-isolation", "--no-index", copy], settings.log("install"), CURE)
        stamps.set_stamp(stamp, inputs)


def _make_venv(python: str, venv: Path, log: Path) -> None:
    run([python, "-m", "venv", "--clear", venv], log, "On Debian or Ubuntu: apt install python3-venv")


def _pip_install(settings: Settings, venv: Path, words: list[str], log: Path) -> None:
    """With uv, which takes seconds where pip takes minutes; with pip where uv cannot be had or does not get through."""
    try:
        uv = _uv(settings, log)
        run([uv, "pip", "install", "--quiet", "--python", venv / "bin" / "python", *words], log, CURE)
    except Failure:
        run([venv / "bin" / "python", "-m", "pip", "install", "--quiet", *words], log, CURE)


def _uv(settings: Settings, log: Path) -> Path:
    venv = settings.tools / "venvs" / "uv"
    uv = venv / "bin" / "uv"
    inputs = stamps.fingerprint([UV_REQUIREMENTS])
    if not stamps.is_current(venv / "installed", inputs) or not uv.exists():
        _make_venv(prerequisites.python(), venv, log)
        run([venv / "bin" / "python", "-m", "pip", "install", "--quiet", "-r", UV_REQUIREMENTS], log, CURE)
        stamps.set_stamp(venv / "installed", inputs)
    return uv
