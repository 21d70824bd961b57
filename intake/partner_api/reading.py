"""Reading JSON strictly: what two parsers could read in two ways is refused."""

import json
from typing import Any, cast

from django.http import HttpRequest
from ninja.parser import Parser


class StrictParser(Parser):
    """Refuses double keys, non-finite numbers and endless nesting."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        """The body as Python values, a list too: the schema says which. Raises ValueError."""
        try:
            body = json.loads(request.body, object_pairs_hook=_unique, parse_constant=_no_constant)
        except RecursionError:
            raise ValueError("nested too deeply") from None
        return cast("dict[str, Any]", body)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("a key stands there twice")
    return result


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")
