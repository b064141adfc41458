"""What benchmarks of the functions share: DynamoDB Local with rows, fixed answers of other services, a JVM for a function.

A function runs in a JVM of its own under AWS's runtime interface client, on one core, with the flags that Lambda gives
Java and, if it is deployed with them, those of template.yaml. It takes the machine to have the function's 1,024 MB, by
which the JVM chooses how large its heap starts.
"""

import hashlib
import hmac
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
import zipfile
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "local"), str(ROOT / "local" / "localstack_java")]

from devstack import prerequisites  # noqa: E402
from localstack_java.runtime_api import Invocation, RuntimeApi  # noqa: E402

LIBRARIES = ROOT / ".local" / "lib"
ZIP = ROOT / "functions" / "target" / "functions.zip"
EVENTS = ROOT / "events"
KEY = "a key for benchmarks"
MAIL_SETTINGS = "SITE=http://localhost/Prod\nALLOWED_RECIPIENTS=*\nUNCONFIRMED_MAILS_PER_HOUR=1000000"
SECRETS = {"key": KEY, "pages": "", "mails": MAIL_SETTINGS}
CREDENTIALS = {"AccessKeyId": "test", "SecretAccessKey": "test", "Token": "test", "Expiration": "2999-01-01T00:00:00Z"}
KEYS = {
    "EDITIONS_TABLE": "edition",
    "REGISTRATIONS_TABLE": "inscription",
    "COACHING_SLOTS_TABLE": "seance",
    "PAIRS_TABLE": "binome",
    "MAILS_TABLE": "envoi",
    "MAIL_ALLOWANCES_TABLE": "destinataire",
    "SUBSCRIPTIONS_TABLE": "abonnement",
}
INDEXES = {
    "PAIRS_TABLE": {"par-ambassadeur": "ambassadeur_inscription", "par-etudiant": "etudiant_inscription"},
    "MAILS_TABLE": {"par-inscription": "inscription"},
}


class FixedAnswers(BaseHTTPRequestHandler):
    """Secrets Manager's and SES's one answer each, and the credentials that Lambda has for a function with a snapshot."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        self._answer(json.dumps(CREDENTIALS))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        target = self.headers.get("X-Amz-Target", "")
        if "GetSecretValue" in target:
            answer = json.dumps({"SecretString": SECRETS[json.loads(body)["SecretId"]]})
        else:
            answer = "<a><SendRawEmailResult><MessageId>0</MessageId></SendRawEmailResult></a>"
        self._answer(answer)

    def _answer(self, answer: str) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer.encode())

    def log_message(self, format: str, *args: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        pass  # a JVM that is killed leaves its connection


def dynamodb(port: int, operation: str, body: dict) -> dict:
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}",
        json.dumps(body).encode(),
        {
            "X-Amz-Target": f"DynamoDB_20120810.{operation}",
            "Content-Type": "application/x-amz-json-1.0",
            "Authorization": "AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-3/dynamodb/aws4_request,"
            " SignedHeaders=host, Signature=0",
        },
    )
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def _start_dynamodb(jdk: Path, folder: Path, port: int) -> subprocess.Popen:
    home = LIBRARIES / "dynamodb-local" / "2"
    process = subprocess.Popen(
        ["taskset", "-c", "1", jdk / "bin" / "java", "-Xmx512m", f"-Djava.library.path={home}/DynamoDBLocal_lib",
         "-jar", home / "DynamoDBLocal.jar", "-port", str(port), "-inMemory", "-sharedDb"],
        cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    for _ in range(600):
        try:
            dynamodb(port, "ListTables", {})
            return process
        except OSError:
            time.sleep(0.1)
    process.kill()
    raise SystemExit("DynamoDB Local did not start")


def attribute(value: object) -> dict:
    match value:
        case bool():
            return {"BOOL": value}
        case int() | float():
            return {"N": str(value)}
        case list():
            return {"L": [attribute(part) for part in value]}
        case dict():
            return {"M": {name: attribute(part) for name, part in value.items()}}
        case _:
            return {"S": value}


def put(port: int, table: str, row: dict) -> None:
    item = {name: attribute(value) for name, value in row.items()}
    dynamodb(port, "PutItem", {"TableName": table, "Item": item})


def _fill(port: int) -> None:
    """The rows of the functions' rehearsal. Registration is always open, so that no time depends on the day."""
    rows = json.loads((ROOT / "functions/src/main/resources/rehearsal.json").read_text())["tables"]
    rows["EDITIONS_TABLE"][0] |= {"inscriptions_du": "2000-01-01", "inscriptions_au": "2999-01-01"}
    for table, key in KEYS.items():
        indexes = INDEXES.get(table, {})
        definition = {
            "TableName": table, "BillingMode": "PAY_PER_REQUEST",
            "AttributeDefinitions": [{"AttributeName": n, "AttributeType": "S"} for n in [key, *indexes.values()]],
            "KeySchema": [{"AttributeName": key, "KeyType": "HASH"}],
        }  # fmt: skip
        if indexes:
            definition["GlobalSecondaryIndexes"] = [
                {
                    "IndexName": index,
                    "KeySchema": [{"AttributeName": name, "KeyType": "HASH"}],
                    "Projection": {"ProjectionType": "ALL"},
                }
                for index, name in indexes.items()
            ]
        dynamodb(port, "CreateTable", definition)
        for row in rows.get(table, []):
            put(port, table, row)


def _keyed(*parts: str) -> bytes:
    """As identity/Keyed hashes."""
    return hmac.digest(KEY.encode(), "\0".join(parts).encode(), hashlib.sha256)[:16]


def link(registration: str, number: int = 1) -> str:
    """The last part of a person's addresses."""
    return registration + "." + urlsafe_b64encode(_keyed("link", registration, str(number))).decode().rstrip("=")


def get(route: str, parameters: dict[str, str] | None = None, query: dict[str, str] | None = None) -> dict:
    event = json.loads((EVENTS / "home.json").read_text())
    return event | {"resource": route, "pathParameters": parameters, "queryStringParameters": query}


def registering(address: str, more: str = "") -> dict:
    """A student's form."""
    event = json.loads((EVENTS / "register-student-form.json").read_text())
    body = (
        f"prenom=Zo%C3%A9&nom=Martin&courriel={quote(address)}&telephone=&code_postal=35000&dates=2026-11-24"
        "&consentement=oui&etablissement=INSA+Rennes&niveau=bac%2B5&metiers=donnees&metiers=developpement&rayon_km=50"
    )
    return event | {"body": body + more, "isBase64Encoded": False}


def queued(mail: str) -> dict:
    """The table's stream tells of a mail that waits."""
    return {"Records": [{"dynamodb": {"Keys": {"envoi": {"S": mail}}, "SequenceNumber": mail}}]}


@dataclass(frozen=True)
class Stage:
    jdk: Path
    code: Path
    fixed: int
    database: int

    def environment(self) -> dict[str, str]:
        return {
            "AWS_REGION": "eu-west-3", "AWS_DEFAULT_REGION": "eu-west-3",
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{self.fixed}",
            "AWS_ENDPOINT_URL_DYNAMODB": f"http://127.0.0.1:{self.database}",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "1024",
            "PAGE_SETTINGS": "pages", "MAIL_SETTINGS": "mails", "ID_KEY": "key", "LINK_KEY": "key",
            "METRICS_NAMESPACE": "Bench", "MAIL_EVENTS": "bench", "REPORT_BUCKET": "bench",
        } | {name: name for name in KEYS}  # fmt: skip

    def credentials(self, *, snapshot: bool) -> dict[str, str]:
        if snapshot:
            return {"AWS_CONTAINER_CREDENTIALS_FULL_URI": f"http://127.0.0.1:{self.fixed}/credentials"}
        return {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}


@contextmanager
def stage(archive_of_code: Path) -> Iterator[Stage]:
    if not archive_of_code.exists() or not LIBRARIES.exists():
        raise SystemExit("Build first: make install && mvn -pl functions -am -DskipTests package")
    jdk = prerequisites.jdk()
    with tempfile.TemporaryDirectory() as temp:
        code = Path(temp) / "code"
        with zipfile.ZipFile(archive_of_code) as archive:
            archive.extractall(code)
        fixed = _Server(("127.0.0.1", 0), FixedAnswers)
        threading.Thread(target=fixed.serve_forever, daemon=True).start()
        database = _start_dynamodb(jdk, Path(temp), 18000)
        try:
            _fill(18000)
            yield Stage(jdk, code, fixed.server_port, 18000)
        finally:
            database.kill()
            fixed.shutdown()


@dataclass(frozen=True)
class Spent:
    """Milliseconds of the clock, and of the processor."""

    wall: float
    cpu: float


@dataclass(frozen=True)
class Start:
    """How a function starts. `snapshot`: it finds its credentials where Lambda has them for a function with one."""

    options: str
    snapshot: bool
    rehearsal: bool


AS_LAMBDA_WITHOUT_SNAPSHOT = "-XX:TieredStopAtLevel=1"
AS_DEPLOYED = Start(
    re.findall("^ *JAVA_TOOL_OPTIONS: (.*)$", (ROOT / "template.yaml").read_text(), re.MULTILINE)[0],
    snapshot=True,
    rehearsal=True,
)


class FunctionJvm:
    """One instance of a function."""

    def __init__(self, place: Stage, handler: str, code: Path, start: Start) -> None:
        self._api = RuntimeApi()
        self._number = 0
        environment = place.environment() | {
            "PATH": os.environ["PATH"], "LANG": "en_US.UTF-8",
            "AWS_LAMBDA_RUNTIME_API": self._api.address, "LAMBDA_TASK_ROOT": str(code),
            "AWS_LAMBDA_FUNCTION_NAME": handler.rsplit(".", 1)[-1],
            "AWS_LAMBDA_INITIALIZATION_TYPE": "snap-start" if start.rehearsal else "on-demand",
            "JAVA_TOOL_OPTIONS": start.options,
        }  # fmt: skip
        environment |= place.credentials(snapshot=start.snapshot)
        ric = LIBRARIES / "lambda-java-ric"
        self._started = time.perf_counter()
        self._process = subprocess.Popen(
            ["taskset", "-c", "0", place.jdk / "bin" / "java", "-XX:MaxRAM=1024m", "-Xmx870m", "-XX:+UseSerialGC", "-Xshare:auto",
             "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI="
             f"{ric}/libaws-lambda-jni.so",
             "-cp", f"{ric}/*", "com.amazonaws.services.lambda.runtime.api.client.AWSLambda", handler],
            cwd=code, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def __enter__(self) -> "FunctionJvm":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        self._api.close()

    def initialised(self) -> Spent:
        self._api.ready.result(timeout=300)
        return Spent((time.perf_counter() - self._started) * 1000, self._cpu())

    def call(self, event: dict) -> tuple[Spent, dict]:
        self._number += 1
        payload = json.dumps(event).encode()
        deadline = int(time.time() * 1000) + 20_000
        cpu, wall = self._cpu(), time.perf_counter()
        answer = self._api.submit(
            Invocation(str(self._number), "arn:aws:lambda:eu-west-3:0:function:f", "Root=0", payload, deadline)
        ).result(timeout=60)
        spent = Spent((time.perf_counter() - wall) * 1000, self._cpu() - cpu)
        body = json.loads(answer.body)
        if answer.is_error or body.get("statusCode", 200) >= 400 or body.get("batchItemFailures"):
            raise SystemExit(f"an unexpected answer: {answer.body.decode()[:500]}")
        return spent, body

    def rss_mb(self) -> int:
        return int(Path(f"/proc/{self._process.pid}/status").read_text().split("VmRSS:")[1].split()[0]) // 1024

    def _cpu(self) -> float:
        # The kernel's clock of another process (clock_getcpuclockid): ticks of /proc would be too coarse.
        return time.clock_gettime((~self._process.pid << 3) | 2) * 1000
