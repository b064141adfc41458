"""DynamoDB's way of writing values ({"S": "text"}) to and from plain Python values."""

from typing import Any


def encode(value: object) -> dict[str, Any]:
    match value:
        case bool():
            return {"BOOL": value}
        case int() | float():
            return {"N": str(value)}
        case str():
            return {"S": value}
        case list():
            return {"L": [encode(member) for member in value]}
        case dict():
            return {"M": encode_item(value)}
        case None:
            return {"NULL": True}
    raise TypeError(f"DynamoDB has no type for {value!r}")


def encode_item(item: dict[str, object]) -> dict[str, Any]:
    return {name: encode(value) for name, value in item.items()}


def decode(value: dict[str, Any]) -> Any:
    """Numbers stay text, as DynamoDB writes them: they are only shown."""
    ((kind, content),) = value.items()
    match kind:
        case "L":
            return [decode(member) for member in content]
        case "M":
            return decode_item(content)
        case "NULL":
            return None
    return content


def decode_item(item: dict[str, Any]) -> dict[str, Any]:
    return {name: decode(value) for name, value in item.items()}
