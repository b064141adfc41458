"""Judges each call before the service sees it."""

import json
import logging

from localstack.aws.api import CommonServiceException, RequestContext
from localstack.aws.api.s3 import NoSuchKey
from localstack.aws.chain import HandlerChain
from localstack.aws.protocol.serializer import create_serializer
from localstack.http import Response
from localstack.utils.aws.request_context import extract_access_key_id_from_auth_header
from moto.ses.models import ses_backends
from moto.sts.models import AssumedRole

from localstack_java.roles import callers
from localstack_java.roles.calls import Call, UnknownCall, rights_for
from localstack_java.roles.journal import Journal
from localstack_java.roles.policy import Right, decide, trusts

LOG = logging.getLogger(__name__)


class Enforcement:
    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def judge(self, chain: HandlerChain, context: RequestContext, response: Response) -> None:
        """A request handler. It judges LocalStack's calls to itself too, because pollers and workflows have roles."""
        if context.service is None or context.operation is None or _only_local(context):
            return
        access_key = extract_access_key_id_from_auth_header(context.request.headers) or ""
        if callers.is_temporary(access_key):
            self._judge_session(context, callers.session_of(access_key))
        else:
            _judge_trust(context)

    def hide_missing_objects(self, chain: HandlerChain, context: RequestContext, response: Response) -> None:
        """A response handler: S3 answers 404 for a missing object only to roles that may list the bucket."""
        if not isinstance(context.service_exception, NoSuchKey):
            return
        session = callers.session_of(extract_access_key_id_from_auth_header(context.request.headers) or "")
        if session is None:
            return
        listing = Right("s3:ListBucket", f"arn:aws:s3:::{context.service_request['Bucket']}")
        if why := self._why_not(session, listing):
            refusal = context.service_exception = _error(context, _message(session, listing, why))
            serializer = create_serializer(context.service, context.protocol)
            response.update_from(
                serializer.serialize_error_to_response(
                    refusal, context.operation, context.request.headers, context.request_id
                )
            )

    def _judge_session(self, context: RequestContext, session: AssumedRole | None) -> None:
        if session is None:
            raise _error(context, "The security token included in the request is invalid.")
        try:
            rights = rights_for(_call(context))
        except UnknownCall as call:
            raise self._refusal(context, session, Right(str(call), "?"), "as it is not known here") from None
        for right in rights:
            if why := self._why_not(session, right):
                raise self._refusal(context, session, right, why)

    def _why_not(self, session: AssumedRole, right: Right) -> str | None:
        """Why the session's role does not allow the right; None if it does, which the journal then records."""
        try:
            decision = decide(callers.policies(session), right)
        except (callers.Unjudged, ValueError) as unjudged:
            return f"as its policies cannot be judged: {unjudged}"
        if decision.denied:
            return "with an explicit deny in an identity-based policy"
        if not decision.allowed:
            return f"because no identity-based policy allows the {right.action} action"
        for grant in decision.granted_by:
            self._journal.note("used", _role_name(session), grant)
        return None

    def _refusal(
        self, context: RequestContext, session: AssumedRole, right: Right, why: str
    ) -> CommonServiceException:
        self._journal.note("refused", _role_name(session), right)
        message = _message(session, right, why)
        LOG.warning(message)
        return _error(context, message)


def _judge_trust(context: RequestContext) -> None:
    """When LocalStack assumes a role for a service, the role must trust that service."""
    service = (context.internal_request_params or {}).get("service_principal")
    if service is None or context.service_operation != ("sts", "AssumeRole"):
        return
    arn = context.service_request["RoleArn"]
    found = callers.role(arn)
    if found is None or not trusts(_json(found.assume_role_policy_document), f"{service}.amazonaws.com"):
        message = f"{service}.amazonaws.com is not authorized to perform: sts:AssumeRole on resource: {arn}"
        LOG.warning(message)
        raise _error(context, message)


def _only_local(context: RequestContext) -> bool:
    """LocalStack creates a function's log group with the function's role; on AWS no role does that."""
    return context.is_internal_call and context.service_operation == ("logs", "CreateLogGroup")


def _call(context: RequestContext) -> Call:
    identities = ()
    if context.service.service_name == "ses":
        identities = ses_backends[context.account_id][context.region].email_identities
    return Call(
        service=context.service.service_name,
        operation=context.operation.name,
        parameters=context.service_request,
        region=context.region,
        account=context.account_id,
        mail_identities=identities,
    )


def _message(session: AssumedRole, right: Right, why: str) -> str:
    return f"User: {session.arn} is not authorized to perform: {right.action} on resource: {right.resource} {why}"


def _role_name(session: AssumedRole) -> str:
    return str(session.role_arn.rpartition("/")[2])


def _json(document: object) -> str:
    return document if isinstance(document, str) else json.dumps(document)


def _error(context: RequestContext, message: str) -> CommonServiceException:
    if context.service.service_name == "sns":
        return CommonServiceException("AuthorizationError", message, 403, sender_fault=True)
    match context.protocol:
        case "query" | "ec2" | "rest-xml":
            return CommonServiceException("AccessDenied", message, 403, sender_fault=True)
        case "rest-json":
            return CommonServiceException("AccessDeniedException", message, 403, sender_fault=True)
        case _:
            return CommonServiceException("AccessDeniedException", message, 400, sender_fault=True)
