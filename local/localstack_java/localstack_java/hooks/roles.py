"""LocalStack gives each function and each state machine's task credentials of its role, and asks no role anything."""

from localstack.runtime import hooks


@hooks.on_infra_start()
def enforce_roles() -> None:
    from localstack.aws import handlers

    from localstack_java.roles import callers
    from localstack_java.roles.enforcement import Enforcement
    from localstack_java.roles.journal import Journal

    enforcement = Enforcement(Journal.from_environment())
    callers.keep_sessions()
    handlers.serve_custom_service_request_handlers.append(enforcement.judge)
    # Errors of a service are answers already when handlers of exceptions could see them.
    handlers.run_custom_response_handlers.append(enforcement.hide_missing_objects)
