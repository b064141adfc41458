"""What roles of a translated template may do, as IAM would get it, with made-up ids in the place of what only AWS knows."""

from collections.abc import Iterator
from typing import Any

PARTITION, REGION, ACCOUNT = "aws", "eu-west-3", "123456789012"

ARNS = {
    "AWS::DynamoDB::Table": "dynamodb:{region}:{account}:table/{name}",
    "AWS::Lambda::Function": "lambda:{region}:{account}:function:{name}",
    "AWS::SQS::Queue": "sqs:{region}:{account}:{name}",
    "AWS::SNS::Topic": "sns:{region}:{account}:{name}",
    "AWS::S3::Bucket": "s3:::{name}",
    "AWS::Logs::LogGroup": "logs:{region}:{account}:log-group:{name}:*",
    "AWS::StepFunctions::StateMachine": "states:{region}:{account}:stateMachine:{name}",
    "AWS::SecretsManager::Secret": "secretsmanager:{region}:{account}:secret:{name}-AbCdEf",
    "AWS::CloudTrail::Trail": "cloudtrail:{region}:{account}:trail/{name}",
    "AWS::KMS::Key": "kms:{region}:{account}:key/{name}",
    "AWS::IAM::Role": "iam::{account}:role/{name}",
}
NAMED_BY_ARN = {"AWS::SNS::Topic", "AWS::StepFunctions::StateMachine", "AWS::SecretsManager::Secret"}


def policies(template: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each with the logical id of its resource. What several resources say alike comes several times."""
    resolve = _Resolver(template)
    for name, resource in template["Resources"].items():
        properties = resource.get("Properties", {})
        for document in _documents({part: properties[part] for part in properties if part != "AssumeRolePolicyDocument"}):
            yield name, resolve.value(document)


def _documents(value: Any) -> Iterator[dict[str, Any]]:
    """At the highest place each: a statement's condition holds no document."""
    match value:
        case {"Statement": list() | {"Effect": _}}:
            yield value
        case dict():
            for inner in value.values():
                yield from _documents(inner)
        case list():
            for inner in value:
                yield from _documents(inner)


class _Resolver:
    def __init__(self, template: dict[str, Any]) -> None:
        self._resources = template["Resources"]
        self._parameters = template["Parameters"]

    def value(self, value: Any) -> Any:
        match value:
            case {"Ref": str(name)}:
                return self._ref(name)
            case {"Fn::GetAtt": [str(name), *attributes]}:
                return self._attribute(name, ".".join(attributes))
            case {"Fn::GetAtt": str(path)}:
                return self._attribute(*path.split(".", 1))
            case {"Fn::Sub": [str(text), dict(own)]}:
                return self._text(text, {name: self.value(inner) for name, inner in own.items()})
            case {"Fn::Sub": str(text)}:
                return self._text(text, {})
            case {"Fn::If": [_, first, _]}:
                return self.value(first)
            case {"Fn::Join": [str(between), list(parts)]}:
                return between.join(self.value(part) for part in parts)
            case dict():
                return {name: self.value(inner) for name, inner in value.items()}
            case list():
                return [self.value(inner) for inner in value]
        return value

    def _ref(self, name: str) -> str:
        if name in self._resources:
            kind = self._resources[name]["Type"]
            return self._attribute(name, "Arn") if kind in NAMED_BY_ARN else f"vis-mon-job-{name}"
        known = {"AWS::Partition": PARTITION, "AWS::Region": REGION, "AWS::AccountId": ACCOUNT, "AWS::URLSuffix": "amazonaws.com"}
        return known.get(name) or str(self._parameters.get(name, {}).get("Default") or "vis-mon-job")

    def _attribute(self, name: str, attribute: str) -> str:
        kind = self._resources[name]["Type"]
        if attribute not in ("Arn", "TopicArn") or kind not in ARNS:
            return f"vis-mon-job-{name}"
        return f"arn:{PARTITION}:" + ARNS[kind].format(region=REGION, account=ACCOUNT, name=f"vis-mon-job-{name}")

    def _text(self, text: str, own: dict[str, str]) -> str:
        before, opened, rest = text.partition("${")
        if not opened:
            return text
        place, _, after = rest.partition("}")
        name, _, attribute = place.partition(".")
        value = own.get(place) or (self._attribute(name, attribute) if attribute else self._ref(name))
        return before + value + self._text(after, own)
