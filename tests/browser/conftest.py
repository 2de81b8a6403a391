"""A browser for the tests of the pages: the machine's Chromium, opened once."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome")


@dataclass
class Seen:
    """What a page did besides showing itself."""

    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def browser():
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        reason = "no browser was found; install the package chromium"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"] if root else [])
        yield opened
        opened.close()


@pytest.fixture
def show(browser, tmp_path):
    """Open a page: `page, seen = show(html, width=360, color_scheme="dark")`."""
    contexts = []

    def open_page(html: str, *, width: int = 1280, height: int = 900, fragment: str = "", **options):
        file = tmp_path / f"page-{len(contexts)}.html"
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce", **options)
        contexts.append(context)
        page, seen = context.new_page(), Seen()
        page.on("request", lambda request: seen.requests.append(request.url))
        page.on("console", lambda message: seen.messages.append(message.text))
        page.on("pageerror", lambda error: seen.messages.append(str(error)))
        page.goto(file.as_uri() + fragment)
        return page, seen

    yield open_page
    for context in contexts:
        context.close()
