"""What policies allow, without LocalStack."""

import json
from typing import Any

import pytest
from localstack_java.roles.policy import Right, decide, trusts

TABLE = "arn:aws:dynamodb:eu-west-3:000000000000:table/Pairs"


def policy(*statements: dict[str, Any], version: str = "2012-10-17") -> str:
    return json.dumps({"Version": version, "Statement": list(statements)})


def allow(**elements: Any) -> dict[str, Any]:
    return {"Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": "*"} | elements


def deny(**elements: Any) -> dict[str, Any]:
    return allow(**elements) | {"Effect": "Deny"}


def without(statement: dict[str, Any], element: str) -> dict[str, Any]:
    return {name: value for name, value in statement.items() if name != element}


def allows(*statements: dict[str, Any], action: str = "dynamodb:GetItem", resource: str = TABLE) -> bool:
    return decide([policy(*statements)], Right(action, resource)).allowed


def test_without_a_statement_nothing_is_allowed() -> None:
    assert not allows()


def test_one_statement_stands_alone_or_in_a_list() -> None:
    document = json.dumps({"Version": "2012-10-17", "Statement": allow()})
    assert decide([document], Right("dynamodb:GetItem", TABLE)).allowed


@pytest.mark.parametrize(
    ("pattern", "covered"),
    [
        ("dynamodb:GetItem", True),
        ("DynamoDB:getitem", True),
        ("dynamodb:Get*", True),
        ("dynamodb:GetIte?", True),
        ("*", True),
        (["dynamodb:PutItem", "dynamodb:GetItem"], True),
        ("dynamodb:GetIte", False),
        ("dynamodb:GetItem?", False),
        ("dynamodb.GetItem", False),
        ("s3:*", False),
        ([], False),
    ],
)
def test_an_action_is_matched_without_its_case(pattern: object, covered: bool) -> None:
    assert allows(allow(Action=pattern)) == covered


@pytest.mark.parametrize(
    ("pattern", "covered"),
    [
        (TABLE, True),
        ("*", True),
        ("arn:aws:dynamodb:*:*:table/Pairs", True),
        ("arn:aws:dynamodb:eu-west-?:000000000000:table/*", True),
        (["arn:aws:s3:::bucket", TABLE], True),
        (TABLE.lower(), False),
        (f"{TABLE}/*", False),
        (TABLE.removesuffix("s"), False),
        (f"{TABLE}s", False),
        ("arn:aws:dynamodb:*:table/Pairs", False),
        ("arn:aws:*:table/Pairs", False),
        ("arn:aws:dynamodb:eu.west.3:000000000000:table/Pairs", False),
    ],
)
def test_a_resource_is_matched_part_by_part_and_with_its_case(pattern: object, covered: bool) -> None:
    assert allows(allow(Resource=pattern)) == covered


@pytest.mark.parametrize(
    ("pattern", "resource"),
    [
        ("arn:aws:logs:eu-west-3:1:log-group:a:*", "arn:aws:logs:eu-west-3:1:log-group:a:log-stream:b"),
        ("arn:aws:states:eu-west-3:1:execution:daily:*", "arn:aws:states:eu-west-3:1:execution:daily:x:y"),
        ("arn:aws:s3:::b/passages/*", "arn:aws:s3:::b/passages/a/b:c\n"),
    ],
)
def test_a_wildcard_in_the_last_part_goes_on_over_colons(pattern: str, resource: str) -> None:
    assert allows(allow(Resource=pattern), resource=resource)


def test_an_index_is_not_its_table() -> None:
    assert not allows(allow(Resource=TABLE), resource=f"{TABLE}/index/par-statut")
    assert not allows(allow(Resource=f"{TABLE}/index/par-statut"))


def test_NotAction_covers_all_others() -> None:
    statement = without(allow(NotAction=["dynamodb:Put*", "s3:*"]), "Action")
    assert allows(statement)
    assert not allows(statement, action="dynamodb:PutItem")


def test_NotResource_covers_all_others() -> None:
    statement = without(allow(NotResource="arn:aws:dynamodb:*:*:table/Mails"), "Resource")
    assert allows(statement)
    assert not allows(statement, resource=TABLE.replace("Pairs", "Mails"))


def test_a_denial_outweighs_what_is_allowed_in_another_policy() -> None:
    asked = Right("dynamodb:GetItem", TABLE)
    decision = decide([policy(allow()), policy(deny(Action="dynamodb:*"))], asked)
    assert decision.denied and not decision.allowed
    assert decide([policy(allow()), policy(deny(Action="s3:*"))], asked).allowed


def test_a_denial_of_all_but_one_leaves_the_one() -> None:
    all_but_pairs = without(deny(NotResource=TABLE), "Resource")
    assert allows(allow(), all_but_pairs)
    assert not allows(allow(), all_but_pairs, resource=TABLE.replace("Pairs", "Mails"))


CONDITION = {"StringEquals": {"aws:SourceAccount": "000000000000"}}


def test_what_is_allowed_on_a_condition_is_not_allowed() -> None:
    assert not allows(allow(Condition=CONDITION))
    assert allows(allow(Condition=CONDITION), allow())
    assert allows(allow(Condition={}))


def test_what_is_denied_on_a_condition_is_denied() -> None:
    assert not allows(allow(), deny(Condition=CONDITION))
    assert allows(allow(), deny(Condition=CONDITION, Action="s3:*"))


@pytest.mark.parametrize(
    ("patterns", "recipients", "allowed"),
    [
        ("*", ("ada@example.fr",), True),
        (["*@example.fr", "eve@a.fr"], ("ada@example.fr", "eve@a.fr"), True),
        (["*@example.fr"], ("ada@example.fr", "eve@a.fr"), False),
        (["*@example.fr"], ("ada@EXAMPLE.fr",), False),
        (["*@example.fr"], None, False),
        (["${aws:username}@example.fr"], ("ada@example.fr",), False),
    ],
)
def test_a_role_may_write_to_some_only(patterns: object, recipients: tuple[str, ...] | None, allowed: bool) -> None:
    condition = {"ForAllValues:StringLike": {"ses:Recipients": patterns}}
    told = (("ses:Recipients", recipients),) if recipients else ()
    document = policy(allow(Action="ses:SendRawEmail", Condition=condition))
    assert decide([document], Right("ses:SendRawEmail", "arn:aws:ses:a:1:identity/b", told)).allowed == allowed


def test_a_variable_in_a_resource_does_not_allow_and_does_deny() -> None:
    own = "arn:aws:dynamodb:*:*:table/${aws:PrincipalTag/table}"
    assert not allows(allow(Resource=own))
    assert not allows(allow(), deny(Resource=own))
    assert not allows(without(allow(NotResource=own), "Resource"))
    assert not allows(allow(), without(deny(NotResource=own), "Resource"))


def test_a_variable_for_a_character_is_that_character() -> None:
    statement = allow(Resource="arn:aws:s3:::b/${*}${?}${$}")
    assert allows(statement, resource="arn:aws:s3:::b/*?$")
    assert not allows(statement, resource="arn:aws:s3:::b/abc")


def test_policies_of_before_2012_have_no_variables() -> None:
    document = policy(allow(Resource="arn:aws:s3:::b/${aws:username}"), version="2008-10-17")
    assert decide([document], Right("dynamodb:GetItem", "arn:aws:s3:::b/${aws:username}")).allowed


def test_it_tells_by_which_patterns_something_is_allowed() -> None:
    other = "arn:aws:dynamodb:*:*:table/*"
    document = policy(allow(Action=["dynamodb:GetItem", "s3:*"], Resource=[other, "arn:aws:s3:::b"]), allow())
    assert decide([document], Right("dynamodb:GetItem", TABLE)).granted_by == (
        Right("dynamodb:GetItem", other),
        Right("dynamodb:GetItem", "*"),
    )


def test_an_unknown_effect_is_not_judged() -> None:
    with pytest.raises(ValueError, match="cannot be judged"):
        allows(allow(Effect="Permit"))


def trust(**elements: Any) -> dict[str, Any]:
    return {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lambda.amazonaws.com"}} | elements


@pytest.mark.parametrize(
    ("statements", "trusted"),
    [
        ([trust()], True),
        ([trust(Principal={"Service": ["states.amazonaws.com", "lambda.amazonaws.com"]})], True),
        ([trust(Principal="*")], True),
        ([trust(Principal={"Service": "states.amazonaws.com"})], False),
        ([trust(Principal={"AWS": "arn:aws:iam::000000000000:root"})], False),
        ([trust(Action="sts:TagSession")], False),
        ([trust(Condition=CONDITION)], False),
        ([trust(), trust(Condition=CONDITION)], True),
        ([trust(), trust(Effect="Deny", Condition=CONDITION)], False),
        ([], False),
    ],
)
def test_whether_a_role_trusts_a_service(statements: list[dict[str, Any]], trusted: bool) -> None:
    assert trusts(policy(*statements), "lambda.amazonaws.com") == trusted
