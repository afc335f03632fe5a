"""Checks a response against the OpenAPI document, independently of the models that made both."""

from typing import Any

_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


def find_violations(value: Any, schema: dict[str, Any], described: dict[str, Any], place: str = "$") -> list[str]:
    """Where the value is not what the schema says; an unlisted key of an object with properties counts as one too."""
    if "$ref" in schema:
        return find_violations(value, described["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]], described, place)
    if "anyOf" in schema:
        found = [find_violations(value, choice, described, place) for choice in schema["anyOf"]]
        return [] if any(not violations for violations in found) else min(found, key=len)
    if not isinstance(value, _TYPES[schema["type"]]) or (isinstance(value, bool) and schema["type"] != "boolean"):
        return [f"{place}: no {schema['type']}"]
    if value not in schema.get("enum", [value]) or value != schema.get("const", value):
        return [f"{place}: not one of the values"]
    if isinstance(value, dict):
        return _find_in_object(value, schema, described, place)
    if isinstance(value, list):
        return [v for i, item in enumerate(value) for v in find_violations(item, schema["items"], described, f"{place}[{i}]")]
    return []


def _find_in_object(value: dict[str, Any], schema: dict[str, Any], described: dict[str, Any], place: str) -> list[str]:
    properties: dict[str, Any] = schema.get("properties", {})
    rest = schema.get("additionalProperties")
    violations = [f"{place}.{key}: missing" for key in schema.get("required", []) if key not in value]
    for key, item in value.items():
        if key in properties:
            violations += find_violations(item, properties[key], described, f"{place}.{key}")
        elif isinstance(rest, dict):
            violations += find_violations(item, rest, described, f"{place}.{key}")
        else:
            violations.append(f"{place}.{key}: not described")
    return violations
