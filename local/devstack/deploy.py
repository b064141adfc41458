"""Deploys template.yaml to LocalStack, checks that every resource was made, and writes stack.json."""

import json
import re
import tomllib
import uuid
from pathlib import Path

from devstack import build, environment, resources, server, stamps
from devstack.aws import Aws
from devstack.progress import Failure, already, run, step
from devstack.settings import REGION, SENDER, STACK_NAME, Settings

CONFIG_ENVIRONMENT = "local"
ARTIFACTS = "sam-artifacts"
CURE = "Read the log; after an interrupted deployment start afresh with: make down up"


def deploy(settings: Settings) -> dict[str, str]:
    """Returns the outputs of the stack, as in stack.json. Deploys only what this LocalStack does not have yet."""
    if is_current(settings):
        already(f"Stack {STACK_NAME}", "unchanged")
        return read_stack(settings)
    aws = Aws(settings.endpoint)
    aws.query_call("email", "VerifyEmailIdentity", EmailAddress=SENDER)  # SES refuses any other sender
    with step(f"Stack {STACK_NAME} (sam deploy)"):
        _sam_deploy(settings, aws)
    with step("Every resource was made"):
        _refuse_fallbacks(aws, settings)
    stack = _with_local_site(aws, settings, _outputs(aws))
    settings.stack_file.write_text(json.dumps(stack, indent=2) + "\n")
    stamps.set_stamp(_stamp(settings), _inputs(settings))
    return stack


def is_current(settings: Settings) -> bool:
    """Whether this LocalStack has exactly what would be deployed now."""
    return stamps.is_current(_stamp(settings), _inputs(settings)) and settings.stack_file.exists()


def _stamp(settings: Settings) -> Path:
    return settings.state / "stamps" / "deployed"


def _inputs(settings: Settings) -> str:
    return f"{build.deployed_inputs(settings)} {server.session(settings)}"


def read_stack(settings: Settings) -> dict[str, str]:
    if not settings.stack_file.exists():
        raise Failure("Nothing is deployed.", "Start it with: make up")
    stack: dict[str, str] = json.loads(settings.stack_file.read_text())
    return stack


def _sam_deploy(settings: Settings, aws: Aws) -> None:
    command: list[str | Path] = [settings.sam_venv / "bin" / "sam", "deploy"]
    # The template as it is, without `sam build`: Maven has made the zip.
    command += ["--template-file", settings.project / "template.yaml"]
    command += ["--stack-name", STACK_NAME, "--region", REGION]
    command += ["--no-confirm-changeset", "--no-fail-on-empty-changeset", "--no-progressbar"]
    command += ["--capabilities", "CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"]
    # The bucket is made here, because --resolve-s3 would deploy a stack of its own for it and wait 15 s.
    aws.make_bucket(ARTIFACTS)
    command += ["--s3-bucket", ARTIFACTS, *_configuration(settings)]
    run(command, settings.log("sam"), CURE, env=environment.for_aws_tools(settings), cwd=settings.project)


def _configuration(settings: Settings) -> list[str | Path]:
    """The template's parameters from the environment `local` of samconfig.toml, and nothing else of that file.

    Its other settings are for people who call `sam deploy` themselves; --resolve-s3 cannot be undone by an option.
    """
    empty = settings.state / "samconfig.toml"
    empty.write_text("version = 0.1\n")
    options: list[str | Path] = ["--config-file", empty]
    config = settings.project / "samconfig.toml"
    local = tomllib.loads(config.read_text()).get(CONFIG_ENVIRONMENT, {}) if config.exists() else {}
    overrides = local.get("deploy", {}).get("parameters", {}).get("parameter_overrides", [])
    if overrides:
        options += ["--parameter-overrides", *(overrides.split() if isinstance(overrides, str) else overrides)]
    return options


def _refuse_fallbacks(aws: Aws, settings: Settings) -> None:
    refused = resources.refused(aws, STACK_NAME)
    if refused:
        names = ", ".join(f"{resource.logical_id} ({resource.type})" for resource in refused)
        raise Failure(
            f"LocalStack did not make: {names}.",
            "Leave it out locally by a condition, or say in local/unsupported.json why nothing depends on it.",
            settings.log("localstack"),
        )


def _outputs(aws: Aws) -> dict[str, str]:
    answer = aws.query_call("cloudformation", "DescribeStacks", StackName=STACK_NAME)
    return {
        member.findtext("OutputKey", ""): member.findtext("OutputValue", "")
        for member in answer.iterfind(".//Outputs/member")
    }


def _with_local_site(aws: Aws, settings: Settings, outputs: dict[str, str]) -> dict[str, str]:
    """LocalStack serves the site under another address than AWS would; requests and mails have to name it."""
    stack = outputs | {"Region": REGION, "Endpoint": settings.endpoint}
    if "RestApiId" in outputs:
        stack["SiteUrl"] = f"{settings.endpoint}/_aws/execute-api/{outputs['RestApiId']}/{outputs['Stage']}"
        aws.set_stage_variable(outputs["RestApiId"], outputs["Stage"], "site", stack["SiteUrl"])
        if secret := outputs.get("MailSettings"):
            settings = aws.json_call("secretsmanager", "GetSecretValue", SecretId=secret)["SecretString"]
            local = re.sub("(?m)^SITE=.*$", f"SITE={stack['SiteUrl']}", settings)
            token = str(uuid.uuid4())  # boto3 and the CLI make one by themselves
            aws.json_call("secretsmanager", "PutSecretValue", SecretId=secret, SecretString=local, ClientRequestToken=token)
    return stack
