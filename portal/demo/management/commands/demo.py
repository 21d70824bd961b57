"""`manage.py demo`: Zeventerpen with everything it needs, until Ctrl-C."""

from django.core.management.base import BaseCommand, CommandError

from portal.demo import announce, prepare, programs
from portal.demo.processes import (
    Processes,
    Stopped,
    UnableToStart,
    obey_signals,
    require_free,
)


class Command(BaseCommand):
    """Prepares the database, starts every process, prints addresses and log-ins."""

    help = "Start the whole demo: web, worker, DigiD simulator and partner simulator."

    def handle(self, *_args: object, **_options: object) -> None:
        """Start, announce, wait, stop; one clear line when something is in the way."""
        ports = programs.ports()
        processes = Processes(logs=programs.logs())
        try:
            obey_signals()
            require_free(ports)
            prepare.files(say=self.stdout.write)
            processes.start(programs.digid())
            processes.start(programs.partners())
            prepare.database(say=self.stdout.write)
            processes.start(programs.web())
            processes.start(programs.worker())
            announce.announce(processes.running, say=self.stdout.write)
            processes.watch()
        except UnableToStart as reason:
            raise CommandError(str(reason)) from None
        except Stopped:
            self.stdout.write("Stopping…")
        finally:
            processes.stop()
            announce.withdraw()
