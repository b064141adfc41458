"""What organisers change by a statement of their guide reaches the table's stream, as on AWS."""

import time

import pytest
from conftest import client

from devstack.settings import Settings


def begin_of(settings: Settings, arn: str, deadline: float) -> str:
    """An iterator at the beginning of the stream, which takes its time to become active."""
    streams = client(settings, "dynamodbstreams")
    shard = streams.describe_stream(StreamArn=arn)["StreamDescription"]["Shards"][0]["ShardId"]
    while True:
        try:
            made = streams.get_shard_iterator(StreamArn=arn, ShardId=shard, ShardIteratorType="TRIM_HORIZON")
            return made["ShardIterator"]
        except streams.exceptions.ClientError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.5)


def changes(settings: Settings, begin: str) -> list[str]:
    records = client(settings, "dynamodbstreams").get_records(ShardIterator=begin)["Records"]
    return [record["eventName"] for record in records]


@pytest.mark.parametrize("quote", ['"', ""])
def test_a_statement_tells_the_stream_whether_or_not_it_quotes_the_name(stack: Settings, quote: str) -> None:
    dynamodb = client(stack, "dynamodb")
    table = f"marked{len(quote)}"
    made = dynamodb.create_table(
        TableName=table,
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": "binome", "AttributeType": "S"}],
        KeySchema=[{"AttributeName": "binome", "KeyType": "HASH"}],
        StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_IMAGE"},
    )["TableDescription"]
    deadline = time.monotonic() + 60
    begin = begin_of(stack, made["LatestStreamArn"], deadline)
    name = f"{quote}{table}{quote}"
    dynamodb.execute_statement(Statement=f"INSERT INTO {name} VALUE {{'binome': 'a'}}")
    dynamodb.execute_statement(Statement=f"UPDATE {name} SET a_annuler = true WHERE binome = 'a'")
    while (told := changes(stack, begin)) != ["INSERT", "MODIFY"] and time.monotonic() < deadline:
        time.sleep(0.5)
    assert told == ["INSERT", "MODIFY"]
