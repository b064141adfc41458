"""The commands behind `make up`, `make down` and their like."""

import argparse
import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from devstack import (
    build,
    deploy,
    libraries,
    mails,
    prerequisites,
    processes,
    python_environments,
    resources,
    rights,
    seed,
    server,
    tables,
)
from devstack.aws import Aws, AwsError
from devstack.progress import Failure, step
from devstack.settings import REGION, STACK_NAME, Settings, settings_from_environment


def up(settings: Settings, arguments: argparse.Namespace) -> None:
    began = time.perf_counter()
    if arguments.docker:
        jdk = _prepare_for_docker(settings)
    else:
        jdk = _install(settings)
    build.functions(settings, jdk)
    if not arguments.docker:
        if server.running(settings) and not deploy.is_current(settings):
            # LocalStack cannot move a function's alias to a new version; its state ends with it.
            print("  The code has changed: LocalStack starts afresh, and all registrations are lost")
            server.stop(settings)
        server.start(settings, jdk)
    stack = deploy.deploy(settings)
    seed.put_edition_in_place(Aws(settings.endpoint), stack, date.today())
    print(f"Ready after {time.perf_counter() - began:.0f} s.\n")
    _tell_where_things_are(settings, stack)


def install(settings: Settings, arguments: argparse.Namespace) -> None:
    match arguments.what:
        case "checks":
            python_environments.install_checks(settings)
        case "witness":
            python_environments.install_witness(settings)
        case "schemathesis":
            python_environments.install_schemathesis(settings)
        case _:
            _install(settings)


def down(settings: Settings, arguments: argparse.Namespace) -> None:
    if server.running(settings) is None and not processes.marked(server.MARKER, str(settings.state)):
        print("LocalStack does not run.")
    server.stop(settings)


def status(settings: Settings, arguments: argparse.Namespace) -> None:
    found = server.running(settings)
    if found is None:
        print("LocalStack does not run. Start it with: make up")
        sys.exit(1)
    print(f"LocalStack runs (process {found.pid}, port {found.port}).\n")
    _tell_where_things_are(settings, deploy.read_stack(settings))


def logs(settings: Settings, arguments: argparse.Namespace) -> None:
    command = ["tail", "-n", "100", *(["-f"] if arguments.follow else []), str(settings.log(arguments.name))]
    with contextlib.suppress(KeyboardInterrupt):
        subprocess.run(command)


def show_mails(settings: Settings, arguments: argparse.Namespace) -> None:
    aws = Aws(deploy.read_stack(settings)["Endpoint"])
    found = mails.chosen(mails.sent(aws), arguments.to)
    for line in mails.lines(found, with_text=not arguments.list):
        print(line)
    print(f"\n{len(found)} mails. None of them left this machine.")


def show_tables(settings: Settings, arguments: argparse.Namespace) -> None:
    stack = deploy.read_stack(settings)
    aws = Aws(stack["Endpoint"])
    if not arguments.table:
        for line in tables.overview(aws, stack):
            print(line)
        print("\nEvery attribute of one table: make tables TABLE=Pairs")
        return
    if arguments.table.lower() not in [name.lower() for name in tables.names()]:
        raise Failure(f"There is no table {arguments.table}.", f"Choose one of {', '.join(tables.names())}.")
    for line in tables.every_attribute(aws, stack, arguments.table):
        print(line)


def show_rights(settings: Settings, arguments: argparse.Namespace) -> None:
    aws = Aws(deploy.read_stack(settings)["Endpoint"])
    made = list(resources.of_stack(aws, STACK_NAME))
    elsewhere = json.loads(resources.UNSUPPORTED.read_text())["rights"]
    journal = rights.read_journal(settings.rights_file)
    comparison = rights.Comparison(rights.granted(aws, made), journal, rights.Names.of(made), elsewhere)
    for line in comparison.lines():
        print(line)
    if arguments.record:
        calls = rights.recorded(comparison.tested(), made, STACK_NAME)
        arguments.record.write_text("[\n" + ",\n".join(map(json.dumps, calls)) + "\n]\n")
        print(f"\n{len(calls)} calls are written to {arguments.record}.")
    if arguments.exact and not comparison.is_exact():
        raise Failure(
            "The roles do not grant just what the calls used.",
            "Grant what was refused; remove what is not used, or test it, or say in local/unsupported.json why only AWS can use it.",
        )


def show_jdk(settings: Settings, arguments: argparse.Namespace) -> None:
    print(prerequisites.jdk())


def _install(settings: Settings) -> Path:
    with step("Prerequisites"):
        prerequisites.check()
        jdk = prerequisites.jdk()
    python_environments.install(settings)
    libraries.install(settings, jdk)
    return jdk


def _prepare_for_docker(settings: Settings) -> Path:
    """LocalStack runs in a container that the developer started; only what builds and deploys is installed."""
    with step("Prerequisites"):
        prerequisites.check_for_building()
        jdk = prerequisites.jdk()
        server.session(settings)
    python_environments.install_sam(settings)
    return jdk


def _tell_where_things_are(settings: Settings, stack: dict[str, str]) -> None:
    installed = settings.localstack_venv / "bin" / "aws"
    aws = os.path.relpath(installed) if installed.exists() else "aws"
    print(f"The site           {stack.get('SiteUrl', '(the template has no API)')}/")
    print("The mails          make mails            (make mails TO=someone@… for one person's)")
    print("The tables         make tables           (make tables TABLE=Pairs for every attribute)")
    print("The logs           make logs")
    print("Stop it            make down")
    print("\nWith the AWS command line:")
    print("  export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test")
    print(f"  export AWS_ENDPOINT_URL={stack['Endpoint']} AWS_DEFAULT_REGION={REGION}")
    for output in ("RegistrationsTable", "PairsTable"):
        if output in stack:
            print(f"  {aws} dynamodb scan --table-name {stack[output]}")
    if "DailyWorkflow" in stack:
        print(f"  {aws} stepfunctions list-executions --state-machine-arn {stack['DailyWorkflow']}")


Action = Callable[[Settings, argparse.Namespace], None]


def main() -> int:
    parser = argparse.ArgumentParser(prog="stack.py", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")

    def command(name: str, action: Action, what: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=what)
        added.set_defaults(action=action)
        return added

    with_up = command("up", up, "install what is missing, start LocalStack, build, deploy")
    with_up.add_argument("--docker", action="store_true", help="use the LocalStack that runs in Docker already")
    command("down", down, "stop LocalStack and all that belongs to it")
    command("status", status, "tell whether it runs, and where things are")
    with_install = command("install", install, "only install what is missing")
    with_install.add_argument("what", nargs="?", choices=["checks", "witness", "schemathesis"], help="what only checks: templates, workflows, or the HTTP interface")
    command("jdk", show_jdk, "print the home of the JDK that everything is built and tested on")
    with_logs = command("logs", logs, "show the log of LocalStack or of another step")
    with_logs.add_argument("name", nargs="?", default="localstack", help="localstack, install, maven or sam")
    with_logs.add_argument("-f", "--follow", action="store_true")
    with_mails = command("mails", show_mails, "show the mails that were sent")
    with_mails.add_argument("--to", help="only those to an address that holds this text")
    with_mails.add_argument("--list", action="store_true", help="one line for each")
    with_rights = command("rights", show_rights, "list the rights of the roles that no call has used")
    with_rights.add_argument("--exact", action="store_true", help="fail unless each is used or excused, and nothing refused")
    with_rights.add_argument("--record", type=Path, help="write the rights that calls here use to this file")
    with_tables = command("tables", show_tables, "show the tables")
    with_tables.add_argument("table", nargs="?", help="every attribute of this one: " + ", ".join(tables.names()))
    arguments = parser.parse_args()
    try:
        arguments.action(settings_from_environment(), arguments)
    except Failure as failure:
        print(f"\n{failure}", file=sys.stderr)
        return 1
    except AwsError as error:
        print(f"\nFailed: {error}\nWhat to do: see whether LocalStack runs: make status", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nInterrupted. The same command goes on from here.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader (head, say) left
    return 0
