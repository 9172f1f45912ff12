"""A process that keeps exchanges in a collection, and dies between a record and its row in the ledger."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from output.ledger import Ledger
from tests.output.exchanged import collection, exchange
from tests.output.revisiting import plain

if TYPE_CHECKING:
    from output.sightings import Sighting

if __name__ == "__main__":
    moment = int(sys.argv[2])
    write = Ledger.record
    noted: list[str] = []

    def record(self: Ledger, sighting: Sighting) -> None:
        """Take in a sighting, but not the last one."""
        noted.append(sighting.target_uri)
        if len(noted) == moment:
            os.kill(os.getpid(), signal.SIGKILL)
        write(self, sighting)

    Ledger.record = record  # type: ignore[method-assign]
    with collection(Path(sys.argv[1]), roll_size=4000) as kept:
        for number in range(moment):
            kept.add(exchange(plain(b"%d" % number), target_uri=f"http://www.example.com/a/{number}"))
