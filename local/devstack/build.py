"""Builds the functions' zip with Maven, and tells when a deployment would change something."""

from pathlib import Path

from devstack import environment, stamps
from devstack.progress import already, run, step
from devstack.settings import Settings

# `functions` and what it is built from
SOURCES = ("pom.xml", ".mvn", "functions", "matching")
TEMPLATE_SOURCES = ("template.yaml", "samconfig.toml", "openapi.yaml", "workflows")
MAVEN_CURE = "Read the log; a compile error is shown there with file and line."


def functions(settings: Settings, jdk: Path) -> None:
    title = "Functions (Maven)"
    project = settings.project
    if not (project / "functions" / "pom.xml").exists():
        return
    inputs = stamps.fingerprint([project / name for name in SOURCES], jdk)
    stamp = settings.state / "stamps" / "functions"
    if stamps.is_current(stamp, inputs) and zips(settings):
        already(title, "unchanged")
        return
    with step(title):
        log = settings.log("maven")
        command = ["mvn", "--quiet", "--batch-mode", "--projects", "functions", "--also-make", "-DskipTests", "package"]
        run(command, log, MAVEN_CURE, env=environment.without_aws(), cwd=project)
        stamps.set_stamp(stamp, inputs)


def deployed_inputs(settings: Settings) -> str:
    """A hash of everything that is deployed. While it stays the same, deploying again would change nothing."""
    sources = [settings.project / name for name in TEMPLATE_SOURCES]
    return stamps.fingerprint([*sources, *zips(settings)])


def zips(settings: Settings) -> list[Path]:
    return sorted(settings.project.glob("*/target/*.zip"))
