"""What a log line may hold: an allow-list, because what is not logged cannot leak."""

import re
from collections.abc import MutableMapping
from typing import Any

ALLOWED = frozenset(
    {
        "event",
        "level",
        "timestamp",
        "logger",
        # the request
        "request",
        "request_id",
        "code",
        "ip",
        "user_id",
        # what it was about: codes and ids, never words of a person
        "action",
        "actor",
        "subject",
        "table",
        "column",
        "source",
        "partner",
        "delivery",
        "kind",
        "result",
        "reason",
        "error",
        "rules",
        "count",
        "crashes",
        "attempt",
        "destination",
        "state",
        "status",
        "fence",
        "milliseconds",
    }
)

# The key in a link that was mailed: to confirm an address, to choose a new password.
MAILED_SECRET = re.compile(r"(?<=/confirm-email/)[^/]+|(?<=/password/reset/key/)[^/]+")


def only_allowed(
    _logger: Any,  # noqa: ANN401 (structlog's signature)
    _method: str,
    line: MutableMapping[str, Any],
) -> MutableMapping[str, Any]:
    """Drop every key that is not on the list, and of a request its query and its secrets."""
    kept = {key: value for key, value in line.items() if key in ALLOWED}
    if "request" in kept:
        path = str(kept["request"]).split("?", 1)[0]
        kept["request"] = MAILED_SECRET.sub("…", path)
    return kept
