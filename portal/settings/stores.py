"""Options of the database and the broker that depend on which one it is."""

from pathlib import Path
from typing import Any

import dj_database_url


def database(url: str) -> dict[str, Any]:
    """Connection settings for a URL: durable SQLite, or long-lived PostgreSQL."""
    parsed = dict(dj_database_url.parse(url))
    if str(parsed["ENGINE"]).endswith("sqlite3"):
        return {
            **parsed,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                " PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;",
            },
        }
    return {**parsed, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}


def broker_options(url: str, var: Path) -> dict[str, object]:
    """Transport options for a broker; the filesystem one keeps to `var`."""
    if url.startswith("filesystem"):
        folder = var / "broker"
        for name in ("messages", "processed", "control"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        return {
            "data_folder_in": str(folder / "messages"),
            "data_folder_out": str(folder / "messages"),
            "processed_folder": str(folder / "processed"),
            "control_folder": str(folder / "control"),
            "polling_interval": 0.05,
        }
    if url.startswith("amqp"):
        return {"confirm_publish": True}
    return {}
