#!/usr/bin/env python3
"""Times cold starts and warm calls of functions, each in a JVM of its own under AWS's runtime client, with DynamoDB Local.

  make bench-coldstart            (or: python3 bench/coldstart/coldstart.py [--runs 15] [--warm 300])

Cold: from starting the JVM to the first answer, on one core, with the flags that Lambda gives Java. Warm: the median of
the calls after that, one after the other. A server in this process gives fixed answers for SSM and Secrets Manager.
The raw times of every run are kept in bench/results.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "local"), str(ROOT / "local" / "localstack_java")]

from devstack import prerequisites  # noqa: E402

LIBRARIES = ROOT / ".local" / "lib"
ZIP = ROOT / "functions" / "target" / "functions.zip"
TABLES = {
    "Editions": "edition",
    "Registrations": "inscription",
    "CoachingSlots": "seance",
    "Pairs": "binome",
    "Mails": "envoi",
    "MailAllowances": "destinataire",
}
# What is asked of which function.
REQUESTS = {
    "home.json": "SiteFunction",
    "register-student-form.json": "SiteFunction",
    "confirm.json": "PersonFunction",
}


class FixedAnswers(BaseHTTPRequestHandler):
    """SSM's and Secrets Manager's one answer each."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        if "GetParameter" in self.headers["X-Amz-Target"]:
            body = {"Parameter": {"Value": "http://localhost/Prod"}}
        else:
            body = {"SecretString": "a key for benchmarks"}
        content = json.dumps(body).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/x-amz-json-1.1")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        pass


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


def start_dynamodb(jdk: Path, folder: Path, port: int) -> subprocess.Popen:
    home = LIBRARIES / "dynamodb-local" / "2"
    process = subprocess.Popen(
        [jdk / "bin" / "java", "-Xmx256m", f"-Djava.library.path={home}/DynamoDBLocal_lib", "-jar",
         home / "DynamoDBLocal.jar", "-port", str(port), "-inMemory", "-sharedDb"],
        cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    for _ in range(100):
        try:
            dynamodb(port, "ListTables", {})
            return process
        except OSError:
            time.sleep(0.1)
    process.kill()
    raise SystemExit("DynamoDB Local did not start")


def fill(port: int) -> None:
    for table, key in TABLES.items():
        dynamodb(port, "CreateTable", {
            "TableName": table, "BillingMode": "PAY_PER_REQUEST",
            "AttributeDefinitions": [{"AttributeName": key, "AttributeType": "S"}],
            "KeySchema": [{"AttributeName": key, "KeyType": "HASH"}],
        })  # fmt: skip
    # Registration is always open, so that the times do not depend on the day.
    text = {
        "edition": "2026", "jour": "2026-11-24", "inscriptions_du": "2000-01-01", "inscriptions_au": "2999-01-01",
        "premier_appariement": "2026-11-03", "dernier_appariement": "2026-11-20", "expediteur": "a@example.org",
    }  # fmt: skip
    item = {name: {"S": value} for name, value in text.items()}
    item["domaines_etat"] = {"L": [{"S": "gouv.fr"}]}
    dynamodb(port, "PutItem", {"TableName": "Editions", "Item": item})


def cold_and_warm(jdk: Path, code: Path, function: str, event: bytes, ports: dict[str, int], warm: int) -> dict:
    from localstack_java.runtime_api import Invocation, RuntimeApi

    api = RuntimeApi()
    environment = {
        "PATH": os.environ["PATH"], "LANG": "en_US.UTF-8", "AWS_REGION": "eu-west-3", "AWS_DEFAULT_REGION": "eu-west-3",
        "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{ports['fixed']}",
        "AWS_ENDPOINT_URL_DYNAMODB": f"http://127.0.0.1:{ports['dynamodb']}",
        "AWS_LAMBDA_RUNTIME_API": api.address, "LAMBDA_TASK_ROOT": str(code),
        "AWS_LAMBDA_FUNCTION_NAME": function, "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "1024",
        "SITE_PARAMETER": "/site", "SETTINGS_PARAMETER": "/settings", "ID_KEY": "key", "LINK_KEY": "key",
        "METRICS_NAMESPACE": "Bench",
    }  # fmt: skip
    for table in TABLES:
        name = "".join(f"_{c}" if c.isupper() else c.upper() for c in table).lstrip("_") + "_TABLE"
        environment[name] = table
    ric = LIBRARIES / "lambda-java-ric"
    started = time.perf_counter()
    process = subprocess.Popen(
        ["taskset", "-c", "0", jdk / "bin" / "java", "-Xmx870m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
         "-Xshare:auto",
         "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI="
         f"{ric}/libaws-lambda-jni.so",
         "-cp", f"{ric}/*", "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
         f"fr.vismonjob.function.{function}"],
        cwd=code, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        def call(number: int) -> float:
            before = time.perf_counter()
            deadline = int(time.time() * 1000) + 20_000
            answer = api.submit(Invocation(str(number), "arn:aws:lambda:eu-west-3:0:function:f", "Root=0", event, deadline))
            body = json.loads(answer.result(timeout=30).body)
            if body.get("statusCode", 500) >= 500:
                raise SystemExit(f"{function} answered {body}")
            return (time.perf_counter() - before) * 1000

        call(0)
        cold = (time.perf_counter() - started) * 1000
        warm_times = [call(i) for i in range(1, warm + 1)]
        rss = int(Path(f"/proc/{process.pid}/status").read_text().split("VmRSS:")[1].split()[0]) // 1024
    finally:
        process.kill()
        process.wait()
        api.close()
    # The first calls after a start are still being compiled.
    return {"cold_ms": cold, "warm_ms": warm_times[len(warm_times) // 3 :], "rss_mb": rss}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--runs", type=int, default=15)
    arguments.add_argument("--warm", type=int, default=300)
    arguments.add_argument("--output", type=Path, default=ROOT / "bench" / "results" / "coldstart.json")
    options = arguments.parse_args()
    if not ZIP.exists() or not LIBRARIES.exists():
        raise SystemExit("Build first: make install && mvn -pl functions -am -DskipTests package")
    jdk = prerequisites.jdk()
    results: dict[str, list[dict]] = {event: [] for event in REQUESTS}
    with tempfile.TemporaryDirectory() as temp:
        folder = Path(temp)
        code = folder / "code"
        with zipfile.ZipFile(ZIP) as archive:
            archive.extractall(code)
        fixed = ThreadingHTTPServer(("127.0.0.1", 0), FixedAnswers)
        threading.Thread(target=fixed.serve_forever, daemon=True).start()
        ports = {"fixed": fixed.server_port, "dynamodb": 18000}
        database = start_dynamodb(jdk, folder, ports["dynamodb"])
        try:
            fill(ports["dynamodb"])
            for run in range(options.runs + 1):  # the first one warms the file cache and is not counted
                for event, function in REQUESTS.items():
                    content = (ROOT / "events" / event).read_bytes()
                    result = cold_and_warm(jdk, code, function, content, ports, options.warm if run else 1)
                    if run:
                        results[event].append(result)
                        print(f"{run:3} {event:26} {result['cold_ms']:7.0f} ms cold", file=sys.stderr)
        finally:
            database.kill()
            fixed.shutdown()
    options.output.parent.mkdir(parents=True, exist_ok=True)
    java = subprocess.run([jdk / "bin" / "java", "-version"], capture_output=True, text=True).stderr.splitlines()[0]
    options.output.write_text(
        json.dumps({"java": java, "machine": platform.machine(), "cores": os.cpu_count(), "results": results}) + "\n"
    )
    print("| request | cold, median | cold, min-max | warm p50 | memory |\n|---|---|---|---|---|")
    for event, all_runs in results.items():
        cold = [run["cold_ms"] for run in all_runs]
        warm = statistics.median(time for run in all_runs for time in run["warm_ms"])
        rss = statistics.median(run["rss_mb"] for run in all_runs)
        print(
            f"| {event} | {statistics.median(cold):.0f} ms | {min(cold):.0f}-{max(cold):.0f} ms"
            f" | {warm:.1f} ms | {rss:.0f} MB |"
        )


if __name__ == "__main__":
    main()
