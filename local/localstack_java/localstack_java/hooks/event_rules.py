"""LocalStack names an execution after the event's id, which a rule with its own Input does not have: KeyError."""

import json
import uuid
from typing import Any

from localstack.runtime import hooks


@hooks.on_infra_start()
def let_rules_with_input_start_state_machines() -> None:
    from localstack.services.events.target import StatesTargetSender

    def send_event(self: Any, event: Any, trace_header: Any) -> None:
        self.service = "stepfunctions"
        event_id = event.get("id") if isinstance(event, dict) else None
        self.client.start_execution(
            stateMachineArn=self.target["Arn"],
            name=event_id or str(uuid.uuid4()),
            input=event if isinstance(event, str) else json.dumps(event),
        )

    StatesTargetSender.send_event = send_event
