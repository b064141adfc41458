"""The page on the first deployment knows every question of `sam deploy --guided`."""

import re

from translated import source

from devstack.settings import REPOSITORY

PAGE = (REPOSITORY / "docs" / "first-deployment.md").read_text()


def test_each_parameter_has_its_answer() -> None:
    questions = "\n".join(line.split("|")[1] for line in PAGE.splitlines() if line.startswith("|"))
    for parameter in source()["Parameters"]:
        assert re.search(rf"\b{parameter}\b", questions), parameter


def test_the_question_about_authentication_comes_once_for_each_route() -> None:
    for name in ("SiteFunction", "PersonFunction"):
        routes = source()["Resources"][name]["Properties"]["Events"]
        assert f"{name} has no authentication. Is this okay? ({len(routes)} times)" in PAGE
