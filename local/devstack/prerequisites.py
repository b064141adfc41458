"""Checks what must be on the machine. Each failure names what is missing and how to get it."""

import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from devstack.progress import Failure

JDK = 25
PYTHONS = ((3, 11), (3, 12), (3, 13))  # those for which the pinned packages have wheels
NODE = 20

PROGRAMS = {
    "mvn": "Maven 3.8 or later, on Debian or Ubuntu with: apt install maven",
    "node": f"Node.js {NODE} or later: https://nodejs.org/en/download",
    "npm": "npm, which comes with Node.js, or on Debian and Ubuntu with: apt install npm",
}


def check() -> None:
    _check_platform()
    check_for_building()


def check_for_building() -> None:
    """What is needed also when LocalStack runs in Docker."""
    python()
    jdk()
    for program, package in PROGRAMS.items():
        if shutil.which(program) is None:
            raise Failure(f"{program} is not on the PATH.", f"Install {package}")
    _check_node()
    _check_time_zone()


def python() -> str:
    """The Python that the virtual environments are made with."""
    if sys.version_info[:2] in PYTHONS:
        found: str | None = sys.executable
    else:
        found = next((path for p in PYTHONS if (path := shutil.which(f"python{p[0]}.{p[1]}"))), None)
    if found is None:
        raise Failure(
            f"Python {platform.python_version()} cannot run the pinned packages.",
            "Install Python 3.11, 3.12 or 3.13 beside it, so that python3.13 (or the like) is on the PATH.",
        )
    if subprocess.run([found, "-c", "import ensurepip, venv"], capture_output=True).returncode != 0:
        raise Failure(f"{found} has no module venv.", "Install it, on Debian or Ubuntu with: apt install python3-venv")
    return found


def jdk() -> Path:
    """The home of a JDK 25: LOCAL_JDK25, else JAVA_HOME, else a folder where packages and tools put JDKs."""
    chosen = os.environ.get("LOCAL_JDK25")
    if chosen:
        if _java_release(Path(chosen)) != JDK:
            raise Failure(f"LOCAL_JDK25 is {chosen}; there is no JDK {JDK}.", f"Set it to the home of a JDK {JDK}.")
        return Path(chosen)
    homes = [Path(os.environ["JAVA_HOME"])] if os.environ.get("JAVA_HOME") else []
    for folder in (Path("/usr/lib/jvm"), Path("/opt"), Path.home() / ".sdkman/candidates/java", Path.home() / ".jdks"):
        if folder.is_dir():
            homes += sorted(folder.iterdir())
    for home in homes:
        if _java_release(home) == JDK:
            return home
    raise Failure(
        f"There is no JDK {JDK} in JAVA_HOME, /usr/lib/jvm, /opt, ~/.sdkman/candidates/java or ~/.jdks.",
        f"Install one (Eclipse Temurin: https://adoptium.net/installation/linux, package temurin-{JDK}-jdk), "
        f"or set LOCAL_JDK25 to the home of one.",
    )


def _java_release(home: Path) -> int | None:
    """Read from the JDK's `release` file, which is quicker than starting Java. A JRE without javac does not count."""
    if not (home / "bin" / "javac").exists() or not (home / "release").exists():
        return None
    found = re.search(r'JAVA_VERSION="(\d+)', (home / "release").read_text(errors="replace"))
    return int(found.group(1)) if found else None


def _check_platform() -> None:
    system, machine = platform.system(), platform.machine()
    if (system, machine) != ("Linux", "x86_64"):
        raise Failure(
            f"This is {system} on {machine}; LocalStack without Docker needs Linux on x86_64.",
            "Use the Docker image: local/README.md, “With Docker”.",
        )


def _check_node() -> None:
    version = subprocess.run(["node", "--version"], capture_output=True, text=True).stdout.strip()
    found = re.match(r"v(\d+)", version)
    if not found or int(found.group(1)) < NODE:
        raise Failure(f"node is {version or 'broken'}.", f"Install {PROGRAMS['node']}")


def _check_time_zone() -> None:
    try:
        ZoneInfo("Europe/Paris")
    except ZoneInfoNotFoundError as missing:
        raise Failure(
            "Python does not know the time zone Europe/Paris.",
            "Install it, on Debian or Ubuntu with: apt install tzdata",
        ) from missing
