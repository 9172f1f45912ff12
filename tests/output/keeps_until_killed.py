"""A process that keeps exchanges in a collection, says each address it was given, and is there to be killed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.output.exchanged import collection, exchange

if __name__ == "__main__":
    with collection(Path(sys.argv[1]), roll_size=12 << 20) as kept:
        number = 0
        while True:
            size = 5 << 20 if number % 7 == 3 else 2000
            asked = exchange(
                b"HTTP/1.1 200 OK\r\n\r\n" + os.urandom(size),
                target_uri=f"http://www.example.com/{number}",
                via="http://www.example.com/",
            )
            capture = kept.add(asked)
            asked.response.close()
            assert capture is not None
            sys.stdout.write(f"{capture.filename} {capture.offset} {capture.length} {capture.target_uri}\n")
            sys.stdout.flush()
            number += 1
