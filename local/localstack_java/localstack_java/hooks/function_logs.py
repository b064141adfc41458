"""LocalStack writes each function's log to a group of its own, whatever its LoggingConfig says."""

from typing import Any

from localstack.runtime import hooks


@hooks.on_infra_start()
def log_where_functions_are_told_to() -> None:
    from localstack.services.lambda_.invocation.execution_environment import ExecutionEnvironment

    default = ExecutionEnvironment.get_log_group_name

    def log_group(self: Any) -> str:
        return str(self.function_version.config.logging_config.get("LogGroup") or default(self))

    ExecutionEnvironment.get_log_group_name = log_group
