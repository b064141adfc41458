"""template.yaml as CloudFormation gets it: translated as SAM does it on AWS, with the values of parameters."""

from copy import deepcopy
from functools import cache
from typing import Any

from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

from devstack.settings import REGION, REPOSITORY

LOCAL_FILES = ("CodeUri", "DefinitionUri")


class _Session:
    region_name = REGION


def source() -> dict[str, Any]:
    """The template itself, with the places of its files in a bucket, as `sam package` writes them."""
    return deepcopy(_packaged())


@cache
def _packaged() -> dict[str, Any]:
    template: dict[str, Any] = yaml_parse((REPOSITORY / "template.yaml").read_text())
    resources = template["Resources"].values()
    for properties in [template["Globals"]["Function"], *(each.get("Properties", {}) for each in resources)]:
        for name in LOCAL_FILES:
            if name in properties:
                properties[name] = f"s3://bucket/{properties[name].replace('/', '-')}"
    return template


@cache
def translated(**parameters: str) -> dict[str, Any]:
    return translation(source(), **parameters)


def translation(template: dict[str, Any], **parameters: str) -> dict[str, Any]:
    translator = Translator(None, Parser(), plugins=[], boto_session=_Session())
    values: dict[str, str] = dict(parameters)
    made: dict[str, Any] = translator.translate(template, parameter_values=values)
    return made


def of_type(template: dict[str, Any], kind: str) -> dict[str, dict[str, Any]]:
    return {name: resource for name, resource in template["Resources"].items() if resource["Type"] == kind}
