"""Calls LocalStack's AWS APIs over plain HTTP. LocalStack checks no signature, so that no SDK is needed."""

import json
import urllib.error
import urllib.parse
import urllib.request
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from typing import Any

from devstack.settings import REGION

TARGETS = {
    "dynamodb": ("DynamoDB_20120810", "1.0"),
    "secretsmanager": ("secretsmanager", "1.1"),
    "states": ("AWSStepFunctions", "1.0"),
}
VERSIONS = {"cloudformation": "2010-05-15", "email": "2010-12-01", "iam": "2010-05-08"}
S3_NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/"
TIMEOUT_SECONDS = 60


class AwsError(Exception):
    pass


@dataclass(frozen=True)
class Aws:
    endpoint: str

    def json_call(self, service: str, operation: str, **body: Any) -> Any:
        """For services of the JSON protocol: dynamodb, secretsmanager, states (Step Functions)."""
        target, version = TARGETS[service]
        headers = {"X-Amz-Target": f"{target}.{operation}", "Content-Type": f"application/x-amz-json-{version}"}
        return json.loads(self._send(service, json.dumps(body).encode(), headers) or b"{}")

    def query_call(self, service: str, action: str, **parameters: str) -> ElementTree.Element:
        """For services of the query protocol: cloudformation, email (SES), iam."""
        form = urllib.parse.urlencode({"Action": action, "Version": VERSIONS[service], **parameters})
        answer = self._send(service, form.encode(), {"Content-Type": "application/x-www-form-urlencoded"})
        return _without_namespaces(ElementTree.fromstring(answer))

    def set_stage_variable(self, api: str, stage: str, name: str, value: str) -> None:
        patch = {"patchOperations": [{"op": "replace", "path": f"/variables/{name}", "value": value}]}
        headers = {"Content-Type": "application/json"}
        self._send("apigateway", json.dumps(patch).encode(), headers, f"/restapis/{api}/stages/{stage}", "PATCH")

    def make_bucket(self, name: str) -> None:
        """Does nothing when the bucket exists already."""
        where = f"<LocationConstraint>{REGION}</LocationConstraint>"
        body = f'<CreateBucketConfiguration xmlns="{S3_NAMESPACE}">{where}</CreateBucketConfiguration>'
        headers = {"Content-Type": "application/xml"}
        try:
            self._send("s3", body.encode(), headers, path=f"/{name}", method="PUT")
        except AwsError as error:
            if "BucketAlreadyOwnedByYou" not in str(error):
                raise

    def get(self, path: str) -> Any:
        with urllib.request.urlopen(self.endpoint + path, timeout=TIMEOUT_SECONDS) as answer:
            return json.load(answer)

    def scan(self, table: str) -> list[dict[str, Any]]:
        """All items, as DynamoDB writes them ({"S": "text"} and so on)."""
        items: list[dict[str, Any]] = []
        start: dict[str, Any] = {}
        while True:
            page = self.json_call("dynamodb", "Scan", TableName=table, **start)
            items += page["Items"]
            if "LastEvaluatedKey" not in page:
                return items
            start = {"ExclusiveStartKey": page["LastEvaluatedKey"]}

    def _send(self, service: str, body: bytes, headers: dict[str, str], path: str = "/", method: str = "POST") -> bytes:
        # LocalStack reads the service and the region from the credential's scope.
        scope = f"test/20250101/{REGION}/{'ses' if service == 'email' else service}/aws4_request"
        signed = {"Authorization": f"AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host, Signature=none"}
        request = urllib.request.Request(self.endpoint + path, data=body, headers=headers | signed, method=method)
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as answer:
                return bytes(answer.read())
        except urllib.error.HTTPError as error:
            raise AwsError(f"{service}: {error.read().decode(errors='replace')[:500]}") from error
        except OSError as error:
            raise AwsError(f"{service}: no answer from {self.endpoint} ({error})") from error


def _without_namespaces(element: ElementTree.Element) -> ElementTree.Element:
    for node in element.iter():
        node.tag = node.tag.rpartition("}")[2]
    return element
