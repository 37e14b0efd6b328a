"""python -m bench [NAME…]: all measurements, or those of these names (see ALL)."""

from __future__ import annotations

import platform
import sys

from bench import (
    broadcast,
    coach,
    dialog,
    digest,
    exports,
    faq,
    looking,
    papers,
    start,
    telegram,
    turns,
    uploads,
    web,
)

ALL = {
    "dialog": dialog.main,
    "faq": faq.main,
    "papers": papers.main,
    "turns": turns.main,
    "web": web.main,
    "uploads": uploads.main,
    "start": start.main,
    "coach": coach.main,
    "looking": looking.main,
    "telegram": telegram.main,
    "broadcast": broadcast.main,
    "digest": digest.main,
    "exports": exports.main,
}


def main(wanted: list[str]) -> int:
    names = list(ALL) if wanted in ([], ["all"]) else wanted
    unknown = [name for name in names if name not in ALL]
    if unknown:
        print(f"no such measurement: {', '.join(unknown)}; there are: {', '.join(ALL)}, all")
        return 2
    print(f"Python {platform.python_version()}, {platform.machine()}\n")
    for name in names:
        ALL[name]()
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
