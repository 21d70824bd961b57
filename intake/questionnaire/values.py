"""What one input can hold."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeAlias


class Unknown(Enum):
    """The answer "weet ik niet": given, and not a value."""

    UNKNOWN = "unknown"


UNKNOWN = Unknown.UNKNOWN

Value: TypeAlias = str | bool | int | Decimal | date | tuple[str, ...] | Unknown
Item: TypeAlias = Mapping[str, Value]
