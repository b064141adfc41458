"""LocalStack ignores `*/*` among an API's binary media types, so fonts and images would arrive as Base64 text."""

from localstack.runtime import hooks


@hooks.on_infra_start()
def let_any_type_be_a_binary_type() -> None:
    from localstack.services.apigateway.next_gen.execute_api.integrations import aws

    original = aws.mime_type_matches_binary_media_types

    def matches(mime_type: str | None, binary_media_types: list[str]) -> bool:
        return "*/*" in binary_media_types or original(mime_type=mime_type, binary_media_types=binary_media_types)

    aws.mime_type_matches_binary_media_types = matches
