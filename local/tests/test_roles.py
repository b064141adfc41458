"""A running LocalStack refuses what a role does not allow, in the words of AWS."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError
from conftest import client, create_function, create_role

from devstack.settings import REGION, SENDER, Settings

TABLE = f"arn:aws:dynamodb:{REGION}:000000000000:table/guarded"
BUCKET = "guarded"
MESSAGE = {"Data": f"From: {SENDER}\nTo: someone@example.org\nSubject: Hello\n\nText\n".encode()}
SECRET = f"arn:aws:secretsmanager:{REGION}:000000000000:secret:guarded-AbCdEf"
SES = f"arn:aws:ses:{REGION}:000000000000:"


class Visitor:
    """Acts by a role whose policy each test writes."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.role = create_role(settings, "visitor", {"AWS": "*"})
        given = client(settings, "sts").assume_role(RoleArn=self.role, RoleSessionName="tests")["Credentials"]
        self._session = boto3.Session(
            given["AccessKeyId"], given["SecretAccessKey"], given["SessionToken"], region_name=REGION
        )

    def may(self, *statements: dict[str, Any]) -> None:
        iam = client(self.settings, "iam")
        for name in iam.list_role_policies(RoleName="visitor")["PolicyNames"]:
            iam.delete_role_policy(RoleName="visitor", PolicyName=name)
        if statements:
            document = json.dumps({"Version": "2012-10-17", "Statement": list(statements)})
            iam.put_role_policy(RoleName="visitor", PolicyName="tests", PolicyDocument=document)

    def client(self, service: str):  # type: ignore[no-untyped-def]
        return self._session.client(service, endpoint_url=self.settings.endpoint)


def allow(action: str, resource: str) -> dict[str, Any]:
    return {"Effect": "Allow", "Action": action, "Resource": resource}


@pytest.fixture(scope="module")
def anybody(stack: Settings) -> Visitor:
    mine = client(stack, "dynamodb")
    mine.create_table(
        TableName="guarded",
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": name, "AttributeType": "S"} for name in ("id", "by")],
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        GlobalSecondaryIndexes=[
            {
                "IndexName": "index",
                "KeySchema": [{"AttributeName": "by", "KeyType": "HASH"}],
                "Projection": {"ProjectionType": "ALL"},
            }
        ],
    )
    mine.put_item(TableName="guarded", Item={"id": {"S": "there"}})
    bucket = client(stack, "s3")
    bucket.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
    bucket.put_object(Bucket=BUCKET, Key="passages/there", Body=b"text")
    client(stack, "ses").verify_email_identity(EmailAddress=SENDER)
    return Visitor(stack)


@pytest.fixture
def visitor(anybody: Visitor) -> Iterator[Visitor]:
    anybody.may()
    yield anybody


def refusal(call: Callable[..., Any], **parameters: Any) -> tuple[int, str, str]:
    with pytest.raises(ClientError) as refused:
        call(**parameters)
    answer = refused.value.response
    return answer["ResponseMetadata"]["HTTPStatusCode"], answer["Error"]["Code"], answer["Error"].get("Message", "")


def get_item(visitor: Visitor) -> dict[str, Any]:
    item: dict[str, Any] = visitor.client("dynamodb").get_item(TableName="guarded", Key={"id": {"S": "there"}})["Item"]
    return item


def test_what_a_policy_allows_is_done_and_a_changed_policy_counts_at_once(visitor: Visitor) -> None:
    assert refusal(get_item, visitor=visitor)[1] == "AccessDeniedException"
    visitor.may(allow("dynamodb:GetItem", TABLE))
    assert get_item(visitor) == {"id": {"S": "there"}}
    visitor.may(allow("dynamodb:GetItem", TABLE), {"Effect": "Deny", "Action": "dynamodb:*", "Resource": "*"})
    assert refusal(get_item, visitor=visitor)[2].endswith("with an explicit deny in an identity-based policy")


def test_a_refusal_names_who_what_and_on_which_resource(visitor: Visitor) -> None:
    assert refusal(get_item, visitor=visitor) == (
        400,
        "AccessDeniedException",
        "User: arn:aws:sts::000000000000:assumed-role/visitor/tests is not authorized to perform: dynamodb:GetItem"
        f" on resource: {TABLE} because no identity-based policy allows the dynamodb:GetItem action",
    )


@pytest.mark.parametrize(
    ("service", "operation", "parameters", "status", "code"),
    [
        ("secretsmanager", "get_secret_value", {"SecretId": SECRET}, 400, "AccessDeniedException"),
        ("lambda", "invoke", {"FunctionName": "x"}, 403, "AccessDeniedException"),
        ("s3", "get_object", {"Bucket": BUCKET, "Key": "passages/there"}, 403, "AccessDenied"),
        ("ses", "get_send_quota", {}, 403, "AccessDenied"),
        ("sns", "publish", {"TopicArn": "arn:aws:sns:eu-west-3:000000000000:x", "Message": "x"}, 403, "AuthorizationError"),
    ],
)
def test_each_service_refuses_in_its_own_way(
    visitor: Visitor, service: str, operation: str, parameters: dict[str, str], status: int, code: str
) -> None:
    assert refusal(getattr(visitor.client(service), operation), **parameters)[:2] == (status, code)


def test_a_call_that_is_not_known_is_refused_whatever_the_policy_says(visitor: Visitor) -> None:
    visitor.may(allow("*", "*"))
    status, code, message = refusal(visitor.client("dynamodb").list_tables)
    assert (status, code) == (400, "AccessDeniedException")
    assert "dynamodb ListTables" in message


def test_the_developer_may_do_everything(stack: Settings, visitor: Visitor) -> None:
    assert "guarded" in client(stack, "dynamodb").list_tables()["TableNames"]


def test_temporary_credentials_that_nobody_gave_are_refused(stack: Settings) -> None:
    stranger = boto3.Session("LSIAQAAAAAAAAAAAAAAA", "secret", "token", region_name=REGION)
    dynamodb = stranger.client("dynamodb", endpoint_url=stack.endpoint)
    assert "security token" in refusal(dynamodb.scan, TableName="guarded")[2]


def test_one_item_that_is_not_allowed_refuses_the_whole_transaction(visitor: Visitor) -> None:
    visitor.may(allow("dynamodb:PutItem", TABLE))
    put = {"Put": {"TableName": "guarded", "Item": {"id": {"S": "new"}}}}
    check = {
        "ConditionCheck": {
            "TableName": "guarded",
            "Key": {"id": {"S": "there"}},
            "ConditionExpression": "attribute_exists(id)",
        }
    }
    dynamodb = visitor.client("dynamodb")
    assert "dynamodb:ConditionCheckItem" in refusal(dynamodb.transact_write_items, TransactItems=[put, check])[2]
    visitor.may(allow("dynamodb:PutItem", TABLE), allow("dynamodb:ConditionCheckItem", TABLE))
    dynamodb.transact_write_items(TransactItems=[put, check])


def test_a_query_of_an_index_needs_a_right_on_the_index(visitor: Visitor) -> None:
    query = {
        "TableName": "guarded",
        "IndexName": "index",
        "KeyConditionExpression": "#by = :by",
        "ExpressionAttributeNames": {"#by": "by"},
        "ExpressionAttributeValues": {":by": {"S": "x"}},
    }
    visitor.may(allow("dynamodb:Query", TABLE))
    assert f"{TABLE}/index/index" in refusal(visitor.client("dynamodb").query, **query)[2]
    visitor.may(allow("dynamodb:Query", f"{TABLE}/index/index"))
    assert visitor.client("dynamodb").query(**query)["Count"] == 0


class TestMissingObject:
    READ = allow("s3:GetObject", f"arn:aws:s3:::{BUCKET}/*")
    MISSING = {"Bucket": BUCKET, "Key": "passages/not-there"}

    def test_is_not_told_from_a_forbidden_one_without_the_right_to_list(self, visitor: Visitor) -> None:
        visitor.may(self.READ)
        assert visitor.client("s3").get_object(Bucket=BUCKET, Key="passages/there")["Body"].read() == b"text"
        status, code, message = refusal(visitor.client("s3").get_object, **self.MISSING)
        assert (status, code) == (403, "AccessDenied")
        assert "s3:ListBucket" in message
        assert refusal(visitor.client("s3").head_object, **self.MISSING)[0] == 403
        # Code may handle it, so it is not listed as a missing right.
        assert '"s3:ListBucket"' not in visitor.settings.rights_file.read_text()

    def test_is_told_to_who_may_list(self, visitor: Visitor) -> None:
        visitor.may(self.READ, allow("s3:ListBucket", f"arn:aws:s3:::{BUCKET}"))
        assert refusal(visitor.client("s3").get_object, **self.MISSING)[:2] == (404, "NoSuchKey")
        assert refusal(visitor.client("s3").head_object, **self.MISSING)[0] == 404

    def test_is_told_to_the_developer(self, stack: Settings, visitor: Visitor) -> None:
        assert refusal(client(stack, "s3").get_object, **self.MISSING)[:2] == (404, "NoSuchKey")

    def test_of_a_missing_bucket_is_told(self, visitor: Visitor) -> None:
        visitor.may(allow("s3:GetObject", "arn:aws:s3:::nowhere/*"))
        assert refusal(visitor.client("s3").get_object, Bucket="nowhere", Key="k")[:2] == (404, "NoSuchBucket")


def test_a_mail_needs_the_right_to_its_sender_and_to_its_configuration_set(visitor: Visitor) -> None:
    mail = {"Source": SENDER, "ConfigurationSetName": "events", "RawMessage": MESSAGE}
    identity = allow("ses:SendRawEmail", f"{SES}identity/{SENDER}")
    visitor.may(identity)
    assert f"{SES}configuration-set/events" in refusal(visitor.client("ses").send_raw_email, **mail)[2]
    visitor.may(identity, allow("ses:SendRawEmail", f"{SES}configuration-set/events"))
    assert visitor.client("ses").send_raw_email(**mail)["MessageId"]
    visitor.may(allow("ses:SendRawEmail", f"{SES}configuration-set/events"))
    assert f"{SES}identity/{SENDER}" in refusal(visitor.client("ses").send_raw_email, **mail)[2]


def test_what_was_used_and_what_was_refused_is_written_down(visitor: Visitor) -> None:
    visitor.may(allow("dynamodb:*", f"{TABLE}*"))
    get_item(visitor)
    visitor.may()
    refusal(get_item, visitor=visitor)
    written = [json.loads(line) for line in visitor.settings.rights_file.read_text().splitlines()]
    assert {"outcome": "used", "role": "visitor", "action": "dynamodb:*", "resource": f"{TABLE}*"} in written
    assert {"outcome": "refused", "role": "visitor", "action": "dynamodb:GetItem", "resource": TABLE} in written


@pytest.mark.parametrize("principal", [{"Service": "states.amazonaws.com"}, {"AWS": "*"}])
def test_a_function_is_not_made_with_a_role_that_does_not_trust_lambda(
    stack: Settings, code: bytes, principal: dict[str, str]
) -> None:
    role = create_role(stack, f"distrustful-{next(iter(principal)).lower()}", principal)
    lambdas = client(stack, "lambda")
    with pytest.raises(ClientError, match="cannot be assumed by Lambda"):
        create_function(lambdas, code, "untrusted", role=role)
