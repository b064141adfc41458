"""Which rights each call needs, without LocalStack."""

from typing import Any

import pytest
from localstack_java.roles.calls import NEEDS, Call, UnknownCall, rights_for

DYNAMODB = "arn:aws:dynamodb:eu-west-3:000000000000:"
SES = "arn:aws:ses:eu-west-3:000000000000:"
STREAM = f"{DYNAMODB}table/Mails/stream/2026-11-30T02:00:00.000"
MACHINE = "arn:aws:states:eu-west-3:000000000000:stateMachine:daily"
EXECUTION = "arn:aws:states:eu-west-3:000000000000:execution:daily:x"
SECRET = "arn:aws:secretsmanager:eu-west-3:000000000000:secret:LinkKey-abc-123456"
FUNCTION = "arn:aws:lambda:eu-west-3:000000000000:function:Due"
GROUP = "arn:aws:logs:eu-west-3:000000000000:log-group:/functions:log-stream:2026/11/30/[1]x"


def needed(service: str, operation: str, identities: tuple[str, ...] = (), **parameters: Any) -> list[str]:
    call = Call(service, operation, parameters, "eu-west-3", "000000000000", identities)
    return [f"{right.action} {right.resource}" for right in rights_for(call)]


@pytest.mark.parametrize("operation", ["GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan"])
def test_an_operation_on_a_table_by_name_or_arn(operation: str) -> None:
    expected = [f"dynamodb:{operation} {DYNAMODB}table/Pairs"]
    assert needed("dynamodb", operation, TableName="Pairs") == expected
    assert needed("dynamodb", operation, TableName=f"{DYNAMODB}table/Pairs") == expected


@pytest.mark.parametrize("operation", ["Query", "Scan"])
def test_an_index_is_a_resource_of_its_own(operation: str) -> None:
    found = needed("dynamodb", operation, TableName="Pairs", IndexName="par-statut")
    assert found == [f"dynamodb:{operation} {DYNAMODB}table/Pairs/index/par-statut"]


def test_a_transaction_needs_for_each_item_what_it_would_need_alone() -> None:
    items = [
        {"Put": {"TableName": "Mails"}},
        {"Update": {"TableName": "Pairs"}},
        {"Delete": {"TableName": "Registrations"}},
        {"ConditionCheck": {"TableName": "Registrations"}},
    ]
    assert needed("dynamodb", "TransactWriteItems", TransactItems=items) == [
        f"dynamodb:PutItem {DYNAMODB}table/Mails",
        f"dynamodb:UpdateItem {DYNAMODB}table/Pairs",
        f"dynamodb:DeleteItem {DYNAMODB}table/Registrations",
        f"dynamodb:ConditionCheckItem {DYNAMODB}table/Registrations",
    ]


def test_a_transaction_of_a_kind_that_is_not_known_is_refused() -> None:
    with pytest.raises(UnknownCall, match="Merge"):
        needed("dynamodb", "TransactWriteItems", TransactItems=[{"Merge": {"TableName": "Mails"}}])


@pytest.mark.parametrize("operation", ["BatchGetItem", "BatchWriteItem"])
def test_a_batch_needs_its_own_action_on_each_table(operation: str) -> None:
    assert needed("dynamodb", operation, RequestItems={"Mails": [], "Pairs": []}) == [
        f"dynamodb:{operation} {DYNAMODB}table/Mails",
        f"dynamodb:{operation} {DYNAMODB}table/Pairs",
    ]


def test_reading_a_stream_counts_as_dynamodb() -> None:
    assert needed("dynamodbstreams", "DescribeStream", StreamArn=STREAM) == [f"dynamodb:DescribeStream {STREAM}"]
    iterator = f"{STREAM}|1|AAAA"
    assert needed("dynamodbstreams", "GetRecords", ShardIterator=iterator) == [f"dynamodb:GetRecords {STREAM}"]


@pytest.mark.parametrize(
    ("operation", "action"),
    [
        ("GetObject", "s3:GetObject"),
        ("HeadObject", "s3:GetObject"),
        ("PutObject", "s3:PutObject"),
        ("DeleteObject", "s3:DeleteObject"),
    ],
)
def test_an_object(operation: str, action: str) -> None:
    assert needed("s3", operation, Bucket="b", Key="passages/1/a.json") == [f"{action} arn:aws:s3:::b/passages/1/a.json"]


@pytest.mark.parametrize("parameter", ["VersionId", "ACL", "Tagging"])
def test_what_needs_more_than_the_object_is_refused(parameter: str) -> None:
    with pytest.raises(UnknownCall, match=parameter):
        needed("s3", "PutObject", Bucket="b", Key="k", **{parameter: "x"})


def test_listing_is_a_right_on_the_bucket() -> None:
    assert needed("s3", "ListObjectsV2", Bucket="b", Prefix="passages/") == ["s3:ListBucket arn:aws:s3:::b"]


class TestMail:
    RAW = b"From: Vis mon job <nobody@mail.vismonjob.example>\nTo: a@example.org\n\nText\n"

    def test_needs_its_senders_identity_and_its_configuration_set(self) -> None:
        sender = "Vis mon job <nobody@vismonjob.example>"
        parameters = {"Source": sender, "ConfigurationSetName": "events", "RawMessage": {"Data": self.RAW}}
        assert needed("ses", "SendRawEmail", ("nobody@vismonjob.example",), **parameters) == [
            f"ses:SendRawEmail {SES}identity/nobody@vismonjob.example",
            f"ses:SendRawEmail {SES}configuration-set/events",
        ]

    def test_may_name_both_in_its_headers(self) -> None:
        raw = b"X-SES-CONFIGURATION-SET: events\n" + self.RAW
        assert needed("ses", "SendRawEmail", ("mail.vismonjob.example",), RawMessage={"Data": raw}) == [
            f"ses:SendRawEmail {SES}identity/mail.vismonjob.example",
            f"ses:SendRawEmail {SES}configuration-set/events",
        ]

    @pytest.mark.parametrize(
        ("identities", "identity"),
        [
            (("nobody@mail.vismonjob.example", "vismonjob.example"), "nobody@mail.vismonjob.example"),
            (("mail.vismonjob.example", "vismonjob.example"), "mail.vismonjob.example"),
            (("vismonjob.example",), "vismonjob.example"),
            (("job.example",), "nobody@mail.vismonjob.example"),
        ],
    )
    def test_is_sent_by_the_nearest_identity_that_SES_knows(self, identities: tuple[str, ...], identity: str) -> None:
        assert needed("ses", "SendRawEmail", identities, RawMessage={"Data": self.RAW}) == [
            f"ses:SendRawEmail {SES}identity/{identity}"
        ]


@pytest.mark.parametrize(
    ("service", "operation", "parameters", "right"),
    [
        ("ses", "GetSendQuota", {}, "ses:GetSendQuota *"),
        ("secretsmanager", "GetSecretValue", {"SecretId": SECRET}, f"secretsmanager:GetSecretValue {SECRET}"),
        ("lambda", "Invoke", {"FunctionName": "Due"}, f"lambda:InvokeFunction {FUNCTION}"),
        ("lambda", "Invoke", {"FunctionName": f"{FUNCTION}:live"}, f"lambda:InvokeFunction {FUNCTION}:live"),
        ("lambda", "Invoke", {"FunctionName": FUNCTION, "Qualifier": "7"}, f"lambda:InvokeFunction {FUNCTION}:7"),
        ("stepfunctions", "StartExecution", {"stateMachineArn": MACHINE}, f"states:StartExecution {MACHINE}"),
        ("stepfunctions", "DescribeExecution", {"executionArn": EXECUTION}, f"states:DescribeExecution {EXECUTION}"),
        (
            "logs",
            "PutLogEvents",
            {"logGroupName": "/functions", "logStreamName": "2026/11/30/[1]x"},
            f"logs:PutLogEvents {GROUP}",
        ),
    ],
)
def test_other_calls(service: str, operation: str, parameters: dict[str, str], right: str) -> None:
    assert needed(service, operation, **parameters) == [right]


def test_a_secret_by_its_name_is_refused_as_its_resource_is_not_known() -> None:
    with pytest.raises(UnknownCall):
        needed("secretsmanager", "GetSecretValue", SecretId="LinkKey")


@pytest.mark.parametrize(("service", "operation"), [("dynamodb", "DeleteTable"), ("kms", "Decrypt")])
def test_a_call_that_is_not_known_is_refused(service: str, operation: str) -> None:
    assert operation not in NEEDS.get(service, {})
    with pytest.raises(UnknownCall, match=f"{service} {operation}"):
        needed(service, operation)
