"""Where the tests of one process write."""

import os
import tempfile
from pathlib import Path


def own_folder() -> Path:
    """A folder that no other process of a test run writes in: VAR_DIR, or a new one.

    The workers of pytest-xdist inherit the controller's and take one below it; what a worker
    starts inherits, and keeps, the worker's.
    """
    folder = Path(os.environ.get("VAR_DIR") or tempfile.mkdtemp(prefix="voordeur-test-"))
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    return folder if folder.name == worker else folder / worker
