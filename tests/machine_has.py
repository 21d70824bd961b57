"""What a test needs from the machine, and what happens when it is not there."""

import os
from typing import NoReturn

import pytest

REQUIRED = os.environ.get("REQUIRE_SERVICES") == "1"


def absent(service: str) -> NoReturn:
    """Skip for want of a service; fail instead where services are required."""
    if REQUIRED:
        pytest.fail(f"{service} is not there, and REQUIRE_SERVICES=1", pytrace=False)
    pytest.skip(f"{service} is not there")
