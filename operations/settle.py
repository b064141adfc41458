"""What follows a deployment: the tables refuse to be deleted, and old versions of functions go."""

import argparse
import json

from aws_cli import ALIAS, Failure, aws, function_of, main, outputs, resources, versions

KEPT = 3
"""How many versions of a function stay: the one at work, and those that a rollback may turn back to."""


def settle(stack: str) -> None:
    protect(stack)
    delete_old_versions(stack)


def protect(stack: str) -> None:
    """Turns on the tables' protection, which the first deployment leaves off: its failure could not be undone."""
    parameters = aws("cloudformation", "describe-stacks", "--stack-name", stack)["Stacks"][0].get("Parameters", [])
    values = {parameter["ParameterKey"]: parameter["ParameterValue"] for parameter in parameters}
    if values.get("DeletionProtection") != "true":
        print("The tables can be deleted by a slip: turning their protection on.")
        others = [{"ParameterKey": name, "UsePreviousValue": True} for name in values if name != "DeletionProtection"]
        changed = [{"ParameterKey": "DeletionProtection", "ParameterValue": "true"}, *others]
        aws(
            *("cloudformation", "update-stack", "--stack-name", stack, "--use-previous-template"),
            *("--capabilities", "CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND", "--parameters", json.dumps(changed)),
        )
        aws("cloudformation", "wait", "stack-update-complete", "--stack-name", stack)
    unprotected = [table for table in resources(stack, "AWS::DynamoDB::Table") if not is_protected(table)]
    if unprotected:
        raise Failure("These tables can still be deleted:\n  " + "\n  ".join(unprotected))
    print("All tables refuse to be deleted.")


def is_protected(table: str) -> bool:
    return bool(aws("dynamodb", "describe-table", "--table-name", table)["Table"].get("DeletionProtectionEnabled"))


def delete_old_versions(stack: str) -> None:
    for function in map(function_of, resources(stack, "AWS::Lambda::Alias")):
        live = int(aws("lambda", "get-alias", "--function-name", function, "--name", ALIAS)["FunctionVersion"])
        up_to_live = [version for version in versions(function) if version <= live]
        for version in up_to_live[:-KEPT]:
            aws("lambda", "delete-function", "--function-name", function, "--qualifier", str(version))
            print(f"{function}: version {version} deleted")


def run() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stack", required=True)
    arguments = parser.parse_args()
    outputs(arguments.stack)
    settle(arguments.stack)


if __name__ == "__main__":
    main(run)
