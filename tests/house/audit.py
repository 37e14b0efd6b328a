"""python -m tests.house.audit: are there known flaws in what we depend on?

Asks the advisory service through pip-audit. Where that cannot be reached nothing is known, and that
is said; only a known flaw fails.
"""

from __future__ import annotations

import json
import subprocess
import sys

REQUIREMENTS = "requirements/dev.txt"
SECONDS = 300


def main() -> int:
    command = [
        sys.executable, "-m", "pip_audit", "--requirement", REQUIREMENTS, "--require-hashes",
        "--disable-pip", "--progress-spinner", "off", "--format", "json",
    ]  # fmt: skip
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
        report = json.loads(done.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, json.JSONDecodeError, KeyError):
        report = []
    looked_at = [package for package in report if "skip_reason" not in package]
    flawed = [package for package in looked_at if package["vulns"]]
    if not looked_at:
        print("audit: the advisory service cannot be reached from here; nothing was looked at")
        return 0
    for package in flawed:
        names = ", ".join(flaw["id"] for flaw in package["vulns"])
        print(f"audit: {package['name']} {package['version']}: {names}")
    print(f"audit: {len(looked_at)} of {len(report)} packages looked at, {len(flawed)} flawed")
    return 1 if flawed else 0


if __name__ == "__main__":
    sys.exit(main())
