"""After a deployment: did LocalStack really make every resource?

What it does not know it "deploys as a fallback": CREATE_COMPLETE, with the physical id `unknown`. A function that is
given such an id fails later and elsewhere, so such a resource is refused here unless `local/unsupported.json` says
why nothing depends on it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from devstack.aws import Aws
from devstack.settings import LOCAL

UNSUPPORTED = LOCAL / "unsupported.json"
FALLBACK = "deployed as a fallback"


@dataclass(frozen=True)
class Resource:
    stack: str
    logical_id: str
    type: str
    physical_id: str
    reason: str

    @property
    def is_made(self) -> bool:
        return self.physical_id not in ("", "unknown") and FALLBACK not in self.reason


def refused(aws: Aws, stack: str, allowed_file: Path = UNSUPPORTED) -> list[Resource]:
    allowed = json.loads(allowed_file.read_text())["resources"]
    return [resource for resource in of_stack(aws, stack) if not resource.is_made and resource.type not in allowed]


def of_stack(aws: Aws, stack: str) -> Iterator[Resource]:
    """The resources of the stack and of the stacks nested in it."""
    answer = aws.query_call("cloudformation", "DescribeStackResources", StackName=stack)
    for member in answer.iterfind(".//StackResources/member"):
        resource = Resource(
            stack=member.findtext("StackName", stack),
            logical_id=member.findtext("LogicalResourceId", ""),
            type=member.findtext("ResourceType", ""),
            physical_id=member.findtext("PhysicalResourceId", ""),
            reason=member.findtext("ResourceStatusReason", ""),
        )
        yield resource
        if resource.type == "AWS::CloudFormation::Stack" and resource.is_made:
            yield from of_stack(aws, resource.physical_id)
