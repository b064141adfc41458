"""LocalStack takes the quotes of a table's name in a PartiQL statement for part of it, and tells the table's stream nothing."""

from localstack.runtime import hooks


@hooks.on_infra_start()
def tell_streams_of_quoted_tables() -> None:
    from localstack.services.dynamodb import provider, utils

    original = utils.extract_table_name_from_partiql_update

    def table_name(statement: str) -> str | None:
        quoted = original(statement)
        return quoted.strip('"') if quoted else quoted

    utils.extract_table_name_from_partiql_update = table_name
    provider.extract_table_name_from_partiql_update = table_name
