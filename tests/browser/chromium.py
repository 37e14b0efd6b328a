"""A real browser: Debian's Chromium (or Chrome), driven through Playwright."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Browser, async_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# without these, Chromium asks the network for things of its own
QUIET = [
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True,
         "device_scale_factor": 2, "locale": "vi-VN"}  # fmt: skip
DESKTOP = {"viewport": {"width": 1280, "height": 800}, "locale": "vi-VN"}


def path() -> str | None:
    """Where a Chromium is; None if the machine has none."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


@asynccontextmanager
async def chromium(*more: str) -> AsyncIterator[Browser]:
    """A browser, with `more` of its own switches."""
    import os

    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=path(), args=[*QUIET, *sandbox, *more]
        )
        try:
            yield browser
        finally:
            await browser.close()
