"""What a deployment with other parameters changes. A version of a function, once published, keeps its variables."""

import tomllib
from typing import Any

import pytest
from devstack.settings import REPOSITORY
from test_template import referred
from translated import of_type, source, translated, translation

ALIASED = ("SiteFunction", "PersonFunction", "MailStreamFunction")


def settings(**parameters: str) -> str:
    """The texts that functions with an alias read while they run, for these values of parameters."""
    template = translated(**parameters)
    values = {name: str(parameter.get("Default")) for name, parameter in template["Parameters"].items()} | parameters
    pages, mails = (template["Resources"][name]["Properties"]["SecretString"]["Fn::Sub"] for name in ("PageSettings", "MailSettings"))
    assert mails[1] == {"Site": site(template), "Recipients": {"Fn::Join": [",", {"Ref": "AllowedRecipients"}]}}
    values |= {"Recipients": values["AllowedRecipients"], "Site": "the site"}
    text = pages + mails[0]
    for name, value in values.items():
        text = text.replace(f"${{{name}}}", value)
    assert "${" not in text
    return str(text)


def site(template: dict[str, Any]) -> Any:
    """The address by which each request comes. It is a property of the stage, which each deployment changes at once."""
    (stage,) = of_type(template, "AWS::ApiGateway::Stage").values()
    return stage["Properties"]["Variables"]["site"]


def versions(template: dict[str, Any]) -> set[str]:
    return set(of_type(template, "AWS::Lambda::Version"))


def test_only_functions_that_people_wait_for_have_versions() -> None:
    names = {version["Properties"]["FunctionName"]["Ref"] for version in of_type(translated(), "AWS::Lambda::Version").values()}
    assert names == set(ALIASED)


def test_a_version_stays_for_a_rollback_when_the_next_one_comes() -> None:
    for name, version in of_type(translated(), "AWS::Lambda::Version").items():
        assert version["DeletionPolicy"] == "Retain", name


@pytest.mark.parametrize("function", ALIASED)
def test_a_published_version_keeps_no_parameter(function: str) -> None:
    template = translated()
    kept = dict(template["Resources"][function]["Properties"])
    kept.pop("ReservedConcurrentExecutions", None)  # of the whole function, whichever version is called
    assert referred(kept) & set(template["Parameters"]) == set()


@pytest.mark.parametrize(
    "parameter", ["AllowedRecipients", "UnconfirmedMailsPerHour", *(name for name in source()["Parameters"] if name.startswith("Publisher"))]
)
def test_a_changed_parameter_reaches_production(parameter: str) -> None:
    assert settings() != settings(**{parameter: "another value"})
    assert "another value" in settings(**{parameter: "another value"})


@pytest.mark.parametrize("function", ALIASED)
@pytest.mark.parametrize(("setting", "value"), [("Timeout", 29), ("CodeUri", "s3://bucket/other")])
def test_another_setting_of_a_function_publishes_a_version(function: str, setting: str, value: Any) -> None:
    changed = source()
    changed["Resources"][function]["Properties"][setting] = value
    (new,) = versions(translation(changed)) - versions(translated())
    assert new.startswith(f"{function}Version")


def test_the_same_template_publishes_nothing() -> None:
    assert versions(translation(source())) == versions(translated())


def test_a_trial_environment_can_write_to_some_addresses_only() -> None:
    resources = translated()["Resources"]
    for role in ("MailStreamFunctionRole", "SendMailsFunctionRole"):
        (statement,) = (
            statement
            for statement in resources[role]["Properties"]["Policies"][0]["PolicyDocument"]["Statement"]
            if statement["Action"] == "ses:SendRawEmail"
        )
        assert statement["Condition"] == {"ForAllValues:StringLike": {"ses:Recipients": {"Ref": "AllowedRecipients"}}}


def environment(name: str) -> dict[str, str]:
    """The stack's name and parameters in an environment of samconfig.toml."""
    config = tomllib.loads((REPOSITORY / "samconfig.toml").read_text())[name]
    overrides = config["deploy"]["parameters"]["parameter_overrides"].split()
    return {"stack": config["global"]["parameters"]["stack_name"]} | dict(each.split("=", 1) for each in overrides)


def test_two_environments_of_one_account_do_not_get_in_each_others_way() -> None:
    production, trial = environment("production"), environment("recette")
    assert production["stack"] != trial["stack"]
    assert int(production["QuotaShare"]) + int(trial["QuotaShare"]) <= 80, "the site's own mails need the rest"
    assert trial["Schedule"] == "DISABLED" and "Schedule" not in production
    # There is one for the account: a first deployment of the trial that fails would delete what production logs by.
    assert trial["ApiLogRole"] == "false" and "ApiLogRole" not in production
    assert trial["AllowedRecipients"] != "*" and "AllowedRecipients" not in production
    for name in (production, trial):
        assert set(name) - {"stack"} <= set(source()["Parameters"])
        assert "DeletionProtection" not in name, "a release would turn it off for a moment"
