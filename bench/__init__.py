"""Measurements anybody can run: each prints a figure next to a named baseline of the same run.

None of them is a test: a machine's speed is not a property of the code, a ratio nearly is.
"""

import bot  # noqa: F401 - before numpy: it measures as the program runs
