"""A person at the annotation page: logs in, opens a task, walks the claims by keyboard."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from toolkit.labelstudio import server


@dataclass
class Annotator:
    """One browser page, logged in. Every address that it asked for is in `asked`."""

    page: Any
    url: str
    asked: set[str]

    def open(self, project_id: int, task_id: int) -> None:
        """Open the task and wait for its highlights; a brand-new project can end on the task list the first time."""
        for attempt in range(3):
            self.page.goto(f"{self.url}/projects/{project_id}/data?task={task_id}")
            try:
                self.page.wait_for_selector(".htx-text .htx-highlight, .htx-highlight", timeout=20_000)
                self.page.wait_for_timeout(500)
                return
            except Exception:
                if attempt == 2:
                    raise

    def label_all(self, project_id: int) -> None:
        """Take the tasks as they come, by the page's own button: each begins from the predictions."""
        self.page.goto(f"{self.url}/projects/{project_id}/data")
        self.page.click("button:has-text('Label All Tasks')")
        self.page.wait_for_selector(".htx-highlight")
        self.page.wait_for_timeout(500)

    def next_claim(self) -> str:
        """Select the next claim by keyboard; returns the words of the selected region."""
        self.page.keyboard.press("Alt+.")
        self.page.wait_for_selector(".fc-panel :text('Verdict / 结论')")
        self.page.wait_for_timeout(250)
        return self.selected()

    def selected(self) -> str:
        """What the info panel says is selected."""
        return str(self.page.locator(".htx-highlight.__active").first.inner_text())

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.page.wait_for_timeout(150)

    def write(self, field: str, text: str) -> None:
        """Type into a field of the panel and leave it by Enter, as the page says."""
        if field == "evidence" and not self.page.locator(".fc-panel [name=evidence]").count():
            self.press("Enter")
            self.page.keyboard.type(text)
            self.press("Enter", "Tab")
            return
        box = self.page.locator(f".fc-panel [name={field}]").first
        box.click()
        box.fill(text)
        box.press("Enter")
        self.page.wait_for_timeout(250)
        self.page.evaluate("document.activeElement.blur()")

    def submit(self) -> None:
        with self.page.expect_response(
            lambda r: re.search(r"/annotations/?(\?|$)", r.url) and r.request.method == "POST"
        ):
            self.page.click("button[name=submit], button:has-text('Submit')")
        self.page.wait_for_timeout(500)


@pytest.fixture
def annotator(studio: Any, browser: Any) -> Iterator[Callable[[], Annotator]]:
    """Opens a page, logged in to the session's studio; with an e-mail address, as someone newly invited."""
    contexts = []

    def opened(invited: str | None = None) -> Annotator:
        url = server.status(studio.home).url
        login = server.login(studio.home)
        assert url
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        contexts.append(context)
        page = context.new_page()
        asked: set[str] = set()
        page.on("request", lambda request: asked.add(request.url))
        if invited:
            page.goto(json.loads(studio("studio", "invite", "--json").stdout)["invitation"])
        else:
            page.goto(f"{url}/user/login/")
        page.fill("input[name=email]", invited or login.username)
        page.fill("input[name=password]", login.password)
        page.press("input[name=password]", "Enter")
        page.wait_for_url(lambda address: "/login" not in address and "/signup" not in address)
        return Annotator(page, url, asked)

    yield opened
    for context in contexts:
        context.close()
