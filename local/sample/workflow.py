"""Runs the daily workflow as the scheduler would, on a day of our choice."""

import json
import time

from devstack.aws import Aws
from devstack.progress import Failure
from visitor import wait_until

WITHIN_SECONDS = 300


def run_daily_workflow(aws: Aws, workflow: str, edition: str, today: str) -> str:
    """Starts the workflow, waits for its end and returns its status."""
    began = time.monotonic()
    started = aws.json_call(
        "states",
        "StartExecution",
        stateMachineArn=workflow,
        name=f"demo-{today}-{time.time_ns()}",
        input=json.dumps({"edition": edition, "today": today}),
    )
    execution = {"status": "RUNNING"}

    def ended() -> bool:
        execution.update(aws.json_call("states", "DescribeExecution", executionArn=started["executionArn"]))
        return execution["status"] != "RUNNING"

    wait_until("The end of the workflow", WITHIN_SECONDS, ended)
    if execution["status"] != "SUCCEEDED":
        raise Failure(
            f"The workflow ended {execution['status']} after {time.monotonic() - began:.0f} s:"
            f" {execution.get('error', '')} {execution.get('cause', '')}",
            "Look into the log: make logs",
        )
    return execution["status"]
