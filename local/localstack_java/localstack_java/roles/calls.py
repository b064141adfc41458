"""Which rights a call needs: its actions and their resources, as AWS's service authorization reference names them.

https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
Only the calls that our roles make are listed. Every other call is refused, so that none passes without being judged.
Add a call with its source.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from email.parser import BytesHeaderParser
from email.utils import getaddresses, parseaddr
from typing import Any

from localstack_java.roles.policy import Right


class UnknownCall(Exception):
    pass


@dataclass(frozen=True)
class Call:
    service: str
    """LocalStack's name of the service."""
    operation: str
    parameters: Mapping[str, Any]
    region: str
    account: str
    mail_identities: Collection[str] = ()
    """The addresses and domains that SES knows."""

    def arn(self, service: str, resource: str) -> str:
        return f"arn:aws:{service}:{self.region}:{self.account}:{resource}"


def rights_for(call: Call) -> list[Right]:
    """The rights that the call needs, all of them. Raises UnknownCall."""
    needs = NEEDS.get(call.service, {}).get(call.operation)
    if needs is None:
        raise UnknownCall(f"{call.service} {call.operation}")
    return needs(call)


Needs = Callable[[Call], list[Right]]


def _needs(action: str, *resources_of: Callable[[Call], str]) -> Needs:
    return lambda call: [Right(action, resource_of(call)) for resource_of in resources_of]


def _nothing_named(call: Call) -> str:
    """The resource of an action for which IAM defines no resource."""
    return "*"


# ---------------------------------------------------------------- DynamoDB


def _table_named(call: Call, name: str) -> str:
    return name if name.startswith("arn:") else call.arn("dynamodb", f"table/{name}")


def _table(call: Call) -> str:
    return _table_named(call, call.parameters["TableName"])


def _table_or_index(call: Call) -> str:
    index = call.parameters.get("IndexName")
    return f"{_table(call)}/index/{index}" if index else _table(call)


def _each_table(action: str) -> Needs:
    return lambda call: [Right(action, _table_named(call, name)) for name in call.parameters["RequestItems"]]


ITEM_ACTIONS = {
    "Get": "dynamodb:GetItem",
    "Put": "dynamodb:PutItem",
    "Update": "dynamodb:UpdateItem",
    "Delete": "dynamodb:DeleteItem",
    "ConditionCheck": "dynamodb:ConditionCheckItem",
}


def _item_action(kind: str) -> str:
    if kind not in ITEM_ACTIONS:
        raise UnknownCall(f"a transaction with {kind}")
    return ITEM_ACTIONS[kind]


def _each_item(call: Call) -> list[Right]:
    """A transaction has no action of its own: each of its items needs the right that it would need alone."""
    return [
        Right(_item_action(kind), _table_named(call, item["TableName"]))
        for items in call.parameters["TransactItems"]
        for kind, item in items.items()
    ]


def _stream(call: Call) -> str:
    return str(call.parameters["StreamArn"])


def _stream_of_iterator(call: Call) -> str:
    """An iterator begins with its stream's ARN, in LocalStack as on AWS."""
    return str(call.parameters["ShardIterator"]).partition("|")[0]


# ---------------------------------------------------------------- S3, SES


MORE_RIGHTS_FOR_OBJECTS = ("VersionId", "ACL", "Tagging")


def _bucket(call: Call) -> str:
    return f"arn:aws:s3:::{call.parameters['Bucket']}"


def _object(call: Call) -> str:
    if more := [name for name in MORE_RIGHTS_FOR_OBJECTS if call.parameters.get(name)]:
        raise UnknownCall(f"{call.operation} with {', '.join(more)}")
    return f"{_bucket(call)}/{call.parameters['Key']}"


def _raw_mail(call: Call) -> list[Right]:
    """The sender's identity, and the configuration set that the mail names; a role may name its recipients."""
    headers = BytesHeaderParser().parsebytes(call.parameters["RawMessage"]["Data"])
    sender = call.parameters.get("Source") or headers["From"]
    configuration_set = call.parameters.get("ConfigurationSetName") or headers["X-SES-CONFIGURATION-SET"]
    named = [value for name in ("To", "Cc", "Bcc") for value in headers.get_all(name, [])]
    recipients = call.parameters.get("Destinations") or [address for _, address in getaddresses(named)]
    resources = [f"identity/{_identity(call, parseaddr(sender)[1])}"]
    if configuration_set:
        resources.append(f"configuration-set/{configuration_set}")
    told = (("ses:Recipients", tuple(recipients)),)
    return [Right("ses:SendRawEmail", call.arn("ses", resource), told) for resource in resources]


def _identity(call: Call, address: str) -> str:
    """The address if SES knows it, else its domain or the nearest parent domain that SES knows."""
    labels = address.rpartition("@")[2].split(".")
    domains = [".".join(labels[first:]) for first in range(len(labels))]
    return next((name for name in (address, *domains) if name in call.mail_identities), address)


# ---------------------------------------------------------------- the others


def _secret(call: Call) -> str:
    secret = str(call.parameters["SecretId"])
    if not secret.startswith("arn:"):
        raise UnknownCall("a secret that is named by its name and not by its ARN")
    return secret


def _log_stream(call: Call) -> str:
    group, stream = call.parameters["logGroupName"], call.parameters["logStreamName"]
    return call.arn("logs", f"log-group:{group}:log-stream:{stream}")


def _function(call: Call) -> str:
    """The function's ARN, with the version or alias if the call names one."""
    name, qualifier = str(call.parameters["FunctionName"]), call.parameters.get("Qualifier")
    function = name if name.startswith("arn:") else call.arn("lambda", f"function:{name}")
    return f"{function}:{qualifier}" if qualifier else function


def _state_machine(call: Call) -> str:
    return str(call.parameters["stateMachineArn"])


def _execution(call: Call) -> str:
    return str(call.parameters["executionArn"])


NEEDS: dict[str, dict[str, Needs]] = {
    "dynamodb": {
        "GetItem": _needs("dynamodb:GetItem", _table),
        "PutItem": _needs("dynamodb:PutItem", _table),
        "UpdateItem": _needs("dynamodb:UpdateItem", _table),
        "DeleteItem": _needs("dynamodb:DeleteItem", _table),
        "Query": _needs("dynamodb:Query", _table_or_index),
        "Scan": _needs("dynamodb:Scan", _table_or_index),
        "BatchGetItem": _each_table("dynamodb:BatchGetItem"),
        "BatchWriteItem": _each_table("dynamodb:BatchWriteItem"),
        "TransactGetItems": _each_item,
        "TransactWriteItems": _each_item,
    },
    "dynamodbstreams": {
        "DescribeStream": _needs("dynamodb:DescribeStream", _stream),
        "GetShardIterator": _needs("dynamodb:GetShardIterator", _stream),
        "GetRecords": _needs("dynamodb:GetRecords", _stream_of_iterator),
    },
    "s3": {
        "GetObject": _needs("s3:GetObject", _object),
        "HeadObject": _needs("s3:GetObject", _object),
        "PutObject": _needs("s3:PutObject", _object),
        "DeleteObject": _needs("s3:DeleteObject", _object),
        "ListObjects": _needs("s3:ListBucket", _bucket),
        "ListObjectsV2": _needs("s3:ListBucket", _bucket),
    },
    "ses": {
        "SendRawEmail": _raw_mail,
        "GetSendQuota": _needs("ses:GetSendQuota", _nothing_named),
    },
    "secretsmanager": {"GetSecretValue": _needs("secretsmanager:GetSecretValue", _secret)},
    "logs": {
        "CreateLogStream": _needs("logs:CreateLogStream", _log_stream),
        "PutLogEvents": _needs("logs:PutLogEvents", _log_stream),
    },
    "lambda": {"Invoke": _needs("lambda:InvokeFunction", _function)},
    "stepfunctions": {
        "StartExecution": _needs("states:StartExecution", _state_machine),
        "DescribeExecution": _needs("states:DescribeExecution", _execution),
        "StopExecution": _needs("states:StopExecution", _execution),
    },
}
