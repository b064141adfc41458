"""The operators' documents: every command, name and link in them exists. What the commands do is tested elsewhere."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import botocore.session
import pytest
import yaml
from botocore import xform_name

from devstack.settings import REPOSITORY

DOCS = REPOSITORY / "docs"
PAGES = sorted(path for path in DOCS.glob("*.md") if re.match("runbook|first-deployment|cost", path.name))
OF_THE_TOOL = {"output", "query", "cli-binary-format", "max-items", "profile", "region", "no-cli-pager"}
BUILT_IN = {"s3", "configure", "sso"}
OWN_VARIABLES = {"edition", "today", "begin", "STACK_NAME", "AWS_PROFILE", "PATH"}
SECTIONS = re.compile(r"^## (.+)$", re.MULTILINE)


class Template(yaml.SafeLoader):
    """Reads the template's short functions (!Ref and its like) as nothing."""


Template.add_multi_constructor("!", lambda loader, suffix, node: None)
TEMPLATE = yaml.load((REPOSITORY / "template.yaml").read_text(), Template)
MAKEFILE = (REPOSITORY / "Makefile").read_text()
MODELS = botocore.session.get_session()


def commands(page: Path) -> Iterator[str]:
    """Each line of a block of commands, and each command between backticks."""
    text = page.read_text()
    for block in re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        for line in block.replace("\\\n", " ").splitlines():
            inner = re.findall(r"\$\((aws [^()]*)\)", line)
            yield from [*inner, re.sub(r"\$\(aws [^()]*\)", "", line)]
    yield from re.findall(r"`((?:aws|make|sam|python3) [^`]+)`", text)


def every(pattern: str) -> list[tuple[str, str]]:
    """What a pattern finds in the commands, with the page; a pattern with two groups gives both, joined."""
    found = [(page.name, match) for page in PAGES for line in commands(page) for match in re.finditer(pattern, line)]
    return sorted({(page, " ".join(match.groups())) for page, match in found})


def test_there_are_commands_to_look_at() -> None:
    assert len([line for page in PAGES for line in commands(page)]) > 30
    assert len(every(r"\baws ([a-z0-9-]+) ([a-z0-9-]+)")) > 15


@pytest.mark.parametrize(("page", "target"), every(r"\bmake (?:--silent )?([a-z][a-z0-9-]*)"))
def test_each_target_of_make_exists(page: str, target: str) -> None:
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), page


@pytest.mark.parametrize(("page", "variable"), every(r"\bmake [a-z-]+ .*?\b([A-Z_]+)="))
def test_each_variable_of_make_is_used(page: str, variable: str) -> None:
    assert f"$({variable})" in MAKEFILE or f"$(if $({variable})" in MAKEFILE, page


@pytest.mark.parametrize(("page", "name"), every(r"\$\{?([A-Za-z_]\w*)"))
def test_each_name_is_an_output_or_a_resource(page: str, name: str) -> None:
    assert name in TEMPLATE["Outputs"] or name in TEMPLATE["Resources"] or name in OWN_VARIABLES, page


@pytest.mark.parametrize(("page", "name"), every(r"\bout ([A-Z]\w+)"))
def test_each_name_that_is_asked_for_is_an_output(page: str, name: str) -> None:
    assert name in TEMPLATE["Outputs"], page


@pytest.mark.parametrize(("page", "call"), every(r"\baws ([a-z0-9-]+) ([a-z0-9-]+[^|)]*)"))
def test_each_command_and_option_of_aws_exists(page: str, call: str) -> None:
    service, operation, *words = call.split()
    if service in BUILT_IN:
        return
    model = MODELS.get_service_model("stepfunctions" if service == "stepfunctions" else service)
    operations = {xform_name(name, "-"): name for name in model.operation_names}
    assert operation in operations, page
    shape = model.operation_model(operations[operation]).input_shape
    known = {xform_name(name, "-") for name in shape.members} if shape else set()
    for option in (word[2:] for word in words if re.fullmatch(r"--[a-z-]+", word)):
        assert {option, option.removeprefix("no-")} & (known | OF_THE_TOOL), f"{page}: {call}"


@pytest.mark.parametrize(("page", "call"), every(r"\baws ([a-z0-9-]+) ([a-z0-9-]+[^|)]*)"))
def test_no_command_answers_with_a_first_page_as_if_it_were_all(page: str, call: str) -> None:
    service, operation, *words = call.split()
    if service in BUILT_IN or any(word.startswith("--max-") for word in words):
        return
    model = MODELS.get_service_model(service)
    name = next(name for name in model.operation_names if xform_name(name, "-") == operation)
    output = model.operation_model(name).output_shape
    if output and {"NextToken", "nextToken", "LastEvaluatedKey", "Marker", "NextMarker"} & output.members.keys():
        followed = MODELS.get_component("data_loader").load_service_model(service, "paginators-1")["pagination"]
        assert name in followed, f"{page}: the command line does not follow the pages of {call}"


@pytest.mark.parametrize("page", [page for page in PAGES], ids=lambda page: page.name)
def test_each_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]*(?:#[^)]+)?)\)", page.read_text()):
        file, _, anchor = target.partition("#")
        if file.startswith("https://"):
            continue
        other = page if not file else page.parent / file
        assert other.exists(), f"{page.name}: {target}"
        if anchor:
            assert anchor in [slug(title) for title in SECTIONS.findall(other.read_text())], f"{page.name}: {target}"


def slug(title: str) -> str:
    """As forges make an anchor of a heading."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def test_each_error_of_a_workflow_is_explained() -> None:
    runbook = (DOCS / "runbook.md").read_text()
    for machine in (REPOSITORY / "workflows").glob("*.json"):
        for error in re.findall(r'"Error": "(\w+)"', machine.read_text()):
            assert f"`{error}`" in runbook, f"{machine.name}: {error}"


def test_sections_named_by_commands_exist() -> None:
    titles = set(SECTIONS.findall((DOCS / "runbook.md").read_text()))
    bold = set(re.findall(r"^\*\*([^*]+)\*\*", (DOCS / "runbook.md").read_text(), re.MULTILINE))
    for script in (REPOSITORY / "operations").glob("*.py"):
        for named in re.findall(r"runbook, “([^”]+)”", script.read_text()):
            assert any(title.startswith(named) for title in titles | bold), f"{script.name}: {named}"


@pytest.mark.parametrize("people", ["1000", "10000", "100000"])
def test_the_costs_are_those_of_the_script(people: str) -> None:
    command = [sys.executable, "operations/cost.py", people]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=REPOSITORY).stdout.strip()
    busiest, _, season = told.partition("\n")
    page = (DOCS / "cost.md").read_text()
    assert busiest in page and season in page
