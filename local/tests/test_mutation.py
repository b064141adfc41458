"""docs/mutation.md counts the classes that `make mutation` changes: the same ones, and they exist."""

import re
from xml.etree import ElementTree

from devstack.settings import REPOSITORY

NAMESPACE = {"m": "http://maven.apache.org/POM/4.0.0"}
TABLE = re.compile(r"^\| \w+ \| (`[^|]+) \|", re.MULTILINE)


def mutated(module: str) -> set[str]:
    """The classes that a module names, without those nested in them."""
    properties = ElementTree.parse(REPOSITORY / module / "pom.xml").find("m:properties", NAMESPACE)
    values = {value.tag.partition("}")[2]: value.text or "" for value in properties}
    named = re.sub(r"\$\{(mutation\.\w+)\}", lambda room: values[room[1]], values["mutation.classes"])
    return {name.rpartition(".")[2].rstrip("*") for name in named.split(",")}


def test_the_table_counts_the_classes_that_are_mutated() -> None:
    table = TABLE.findall((REPOSITORY / "docs" / "mutation.md").read_text())
    counted = {name for row in table for name in re.findall(r"`(\w+)`", row)}
    assert counted == mutated("matching") | mutated("functions")


def test_the_classes_that_are_mutated_exist() -> None:
    for module in ("matching", "functions"):
        sources = {path.stem for path in (REPOSITORY / module / "src" / "main" / "java").rglob("*.java")}
        assert mutated(module) <= sources
