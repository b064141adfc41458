"""What a deployment to AWS would make of template.yaml."""

import re
from typing import Any

import pytest
from devstack.settings import REPOSITORY
from translated import of_type, source, translated, translation


@pytest.fixture(scope="module")
def template() -> dict[str, Any]:
    return translated()


def referred(value: Any) -> set[str]:
    """The names of resources and parameters in a value."""
    match value:
        case {"Ref": str(name)}:
            return {name}
        case {"Fn::GetAtt": [str(name), *_]}:
            return {name}
        case {"Fn::Sub": str(text)}:
            return set(re.findall(r"\$\{(\w+)", text))
        case dict():
            return set().union(*map(referred, value.values()))
        case list():
            return set().union(*map(referred, value))
    return set()


def waits_for(template: dict[str, Any], name: str) -> set[str]:
    """What CloudFormation makes before this resource."""
    before: set[str] = set()
    open_names = [name]
    while open_names:
        resource = template["Resources"].get(open_names.pop(), {})
        depends = resource.get("DependsOn", [])
        found = referred(resource.get("Properties")) | set([depends] if isinstance(depends, str) else depends)
        open_names += found - before
        before |= found
    return before


def test_the_one_stage_waits_for_the_accounts_role(template: dict[str, Any]) -> None:
    (stage,) = of_type(template, "AWS::ApiGateway::Stage")
    assert template["Resources"][stage]["Properties"]["StageName"] == {"Ref": "StageName"}
    assert {"ApiLogAccount", "ApiLogAccountRole"} <= waits_for(template, stage)
    (deployment,) = of_type(template, "AWS::ApiGateway::Deployment").values()
    assert "StageName" not in deployment["Properties"]


def matches(parameter: str, value: str) -> bool:
    return re.fullmatch(source()["Parameters"][parameter]["AllowedPattern"], value) is not None


@pytest.mark.parametrize("address", ["", "https://vismonjob.example.fr", "https://vismonjob.example.fr:8443"])
def test_an_address_in_front_of_the_api_is_accepted(address: str) -> None:
    assert matches("SiteUrl", address)


@pytest.mark.parametrize(
    "address",
    [
        *("https://vismonjob.example.fr/", "https://vismonjob.example.fr/visites", "http://vismonjob.example.fr"),
        *("vismonjob.example.fr", "https://", "https://a b", "https://a?b", "https://a#b", "https://vismonjob.example.fr."),
    ],
)
def test_an_address_that_links_would_break_on_is_refused(address: str) -> None:
    assert not matches("SiteUrl", address)


def test_a_domain_is_a_bare_name() -> None:
    assert matches("SiteDomain", "") and matches("SiteDomain", "vis-mon-job.numerique.gouv.fr")
    for wrong in ("https://a.fr", "a.fr/", "a.fr.", "A.fr", "localhost", "*.a.fr", "-a.fr"):
        assert not matches("SiteDomain", wrong), wrong


def test_with_a_domain_the_site_has_its_address_alone(template: dict[str, Any]) -> None:
    body = template["Resources"]["Api"]["Properties"]["Body"]
    assert body["servers"] == [
        {"x-amazon-apigateway-endpoint-configuration": {"disableExecuteApiEndpoint": {"Fn::If": ["HasDomain", True, False]}}}
    ]
    (stage,) = of_type(template, "AWS::ApiGateway::Stage")
    value = template["Resources"][stage]["Properties"]["Variables"]["site"]
    assert value["Fn::If"][:2] == ["HasDomain", {"Fn::Sub": "https://${SiteDomain}"}]
    assert template["Outputs"]["SiteUrl"]["Value"] == value
    mapping = template["Resources"]["DomainToStage"]
    assert mapping["Condition"] == "HasDomain" and "BasePath" not in mapping["Properties"]
    assert mapping["Properties"]["Stage"] == {"Ref": stage}


def test_a_domain_that_is_set_later_shuts_the_apis_own_address_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """The body does not change then; only a new deployment makes API Gateway look at it again."""
    deployments = set()
    for now in (1_800_000_000, 1_800_000_600):
        monkeypatch.setattr("time.time", lambda now=now: now)
        deployments |= set(of_type(translation(source()), "AWS::ApiGateway::Deployment"))
    assert len(deployments) == 2


def test_a_failed_first_deployment_leaves_nothing_behind(template: dict[str, Any]) -> None:
    kept = {name for name, resource in template["Resources"].items() if "UpdateReplacePolicy" in resource}
    for name, resource in template["Resources"].items():
        if resource["Type"] != "AWS::Lambda::Version":
            policy = "RetainExceptOnCreate" if name in kept else "Delete"
            assert resource.get("DeletionPolicy", "Delete") == policy, name
            assert resource.get("UpdateReplacePolicy", "Delete") in ("Delete", "Retain"), name
    keys = {name for name, secret in of_type(template, "AWS::SecretsManager::Secret").items() if "SecretString" not in secret["Properties"]}
    assert keys | set(of_type(template, "AWS::DynamoDB::Table")) | set(of_type(template, "AWS::S3::Bucket")) <= kept
    # A table with deletion protection stops the rollback. The release that follows turns it on for every table.
    for table in of_type(template, "AWS::DynamoDB::Table").values():
        assert table["Properties"]["DeletionProtectionEnabled"] == {"Ref": "DeletionProtection"}
    assert template["Parameters"]["DeletionProtection"]["Default"] == "false"
