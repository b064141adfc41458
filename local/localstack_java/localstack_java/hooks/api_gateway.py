"""What LocalStack's REST APIs do to requests and answers on their way to and from a function."""

from localstack.runtime import hooks


@hooks.on_infra_start()
def let_any_type_be_a_binary_type() -> None:
    """It ignores `*/*` among an API's binary media types, so fonts and images would arrive as Base64 text."""
    from localstack.services.apigateway.next_gen.execute_api.integrations import aws

    original = aws.mime_type_matches_binary_media_types

    def matches(mime_type: str | None, binary_media_types: list[str]) -> bool:
        return "*/*" in binary_media_types or original(mime_type=mime_type, binary_media_types=binary_media_types)

    aws.mime_type_matches_binary_media_types = matches


@hooks.on_infra_start()
def hand_requests_over_as_sent() -> None:
    """It writes a form anew from what it could read of it, which hides wrong encodings; it fails on a `multipart` body
    that is none; it adds `Accept: application/json` where there is no Accept."""
    from localstack.services.apigateway.next_gen.execute_api.handlers import integration_request, parse

    parse.restore_payload = lambda request: request.get_data(cache=True, parse_form_data=False)
    integration_request.DEFAULT_REQUEST_HEADERS.pop("Accept", None)
