"""The entry point by which LocalStack finds the executor (LAMBDA_RUNTIME_EXECUTOR=local-java)."""

from typing import Any

from localstack.services.lambda_.invocation.plugins import RuntimeExecutorPlugin


class LocalJavaExecutorPlugin(RuntimeExecutorPlugin):
    name = "local-java"

    def load(self, *args: Any, **kwargs: Any) -> type:
        # Imported late: LocalStack loads every plugin class at start, the executor only with the first function.
        from localstack_java.executor import LocalJavaExecutor

        return LocalJavaExecutor
