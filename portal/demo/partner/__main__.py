"""`python -m portal.demo.partner --port 8081 --dir var/partners --portal http://localhost:8000`."""

import argparse
from pathlib import Path

from aiohttp import web

from portal.demo.partner.app import Simulator


def main() -> None:
    """Serve on the loopback interface until a signal."""
    parser = argparse.ArgumentParser(prog="portal.demo.partner", description=__doc__)
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--dir", type=Path, default=Path("var/partners"))
    parser.add_argument("--portal", default="http://localhost:8000", metavar="URL")
    options = parser.parse_args()
    simulator = Simulator(folder=options.dir, portal=options.portal.rstrip("/"))
    web.run_app(
        simulator.application(),
        host="127.0.0.1",
        port=options.port,
        print=None,
        access_log=None,
        shutdown_timeout=1,
    )


if __name__ == "__main__":
    main()
