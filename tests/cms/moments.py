"""The moment at which these tests take place."""

from datetime import UTC, datetime

NOW = datetime(2026, 11, 21, 22, 15, tzinfo=UTC)
