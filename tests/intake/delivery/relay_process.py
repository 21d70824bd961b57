"""The relay as a process of its own on the test's database, to be killed."""

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from typing import Self

from django.conf import settings
from django.db import connection


@dataclass
class RelayProcess:
    """`manage.py outbox_relay --once`. A context: killed when it ends."""

    def __enter__(self) -> Self:
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "outbox_relay", "--once"],
            cwd=settings.BASE_DIR,
            env={
                **os.environ,
                "DJANGO_SETTINGS_MODULE": "portal.settings.embedded",
                "DATABASE_URL": database_url(),
                "VAR_DIR": str(settings.VAR_DIR),
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        return self

    def __exit__(self, *_error: object) -> None:
        if self.process.poll() is None:
            self.kill()
        if self.process.stdout is not None:
            self.process.stdout.close()

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.wait(60)

    def freeze(self) -> None:
        """Stop it in its tracks (SIGSTOP), and return once it stands still."""
        self.process.send_signal(signal.SIGSTOP)
        os.waitpid(self.process.pid, os.WUNTRACED)

    def thaw(self) -> None:
        """Let it go on as if nothing had happened (SIGCONT)."""
        self.process.send_signal(signal.SIGCONT)

    def finish(self) -> str:
        """Wait for its end; what it wrote."""
        output, _ = self.process.communicate(timeout=120)
        assert self.process.returncode == 0, output
        return output


def database_url() -> str:
    """The test's own database, as an address."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    where = connection.settings_dict
    return (
        f"postgresql://{where['USER']}:{where['PASSWORD']}@{where['HOST']}:{where['PORT']}/{name}"
    )
