"""A person at the annotation page: logs in, opens a task, walks the claims by keyboard."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from toolkit.labelstudio import server

_SCREEN: Any = {"viewport": {"width": 1440, "height": 900}}
# Where the first and the last character of some words stand on the page: left, right, middle.
_SPOTS = """(words) => {
  const walk = document.createTreeWalker(document.querySelector('.fc-text .htx-text, .fc-text .lsf-richtext'), 4);
  const nodes = [];
  let text = '', node;
  while ((node = walk.nextNode())) { nodes.push([text.length, node]); text += node.data; }
  const spot = (at) => {
    const [start, node] = nodes.findLast(([start]) => start <= at);
    const range = document.createRange();
    range.setStart(node, at - start);
    range.setEnd(node, at - start + 1);
    const box = [...range.getClientRects()].pop();
    return [box.left, box.right, (box.top + box.bottom) / 2];
  };
  const at = text.indexOf(words);
  return at < 0 ? null : [spot(at), spot(at + words.length - 1)];
}"""


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
        """Take the tasks as they come, by the page's own button: each begins from the predictions.

        The guide opens first, and Escape closes it.
        """
        self.page.goto(f"{self.url}/projects/{project_id}/data")
        self.page.click("button:has-text('Label All Tasks')")
        self.page.wait_for_selector(".fc-guide")
        self.page.wait_for_selector(".htx-highlight")
        self.page.keyboard.press("Escape")
        self.page.wait_for_selector(".fc-guide", state="detached")
        self.page.wait_for_timeout(500)

    def next_claim(self) -> str:
        """Select the next claim by keyboard; returns the words of the selected region."""
        self.page.keyboard.press("Alt+.")
        self.page.wait_for_selector(".fc-panel :text('Verdict / 结论')")
        self.page.wait_for_timeout(250)
        return self.selected()

    def selected(self) -> str:
        """The words that are selected, up to the first name inside."""
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

    def select(self, words: str) -> None:
        """Select words of the text with the mouse."""
        (left, _, top), (_, right, bottom) = self.page.evaluate(_SPOTS, words)
        self._drag((left + 1, top), (right - 1, bottom))

    def click(self, words: str) -> None:
        """Click the middle of the words' first character."""
        (left, right, middle), _ = self.page.evaluate(_SPOTS, words)
        self.page.mouse.click((left + right) / 2, middle)
        self.page.wait_for_timeout(250)

    def pull_left_edge(self, words: str) -> None:
        """Drag the bar at the selected region's left end to before these words."""
        bar = self.page.locator("area.__resize_left").bounding_box()
        (left, _, middle), _ = self.page.evaluate(_SPOTS, words)
        self._drag((bar["x"] + bar["width"] / 2, bar["y"] + bar["height"] / 2), (left + 1, middle))

    def _drag(self, begin: tuple[float, float], end: tuple[float, float]) -> None:
        mouse = self.page.mouse
        mouse.move(*begin)
        mouse.down()
        mouse.move((begin[0] + end[0]) / 2, end[1], steps=3)
        mouse.move(*end, steps=3)
        mouse.up()
        self.page.wait_for_timeout(250)

    def submit(self) -> None:
        with self.page.expect_response(
            lambda r: re.search(r"/annotations/?(\?|$)", r.url) and r.request.method == "POST"
        ):
            self.page.click("button[name=submit], button:has-text('Submit')")
        self.page.wait_for_timeout(500)


@pytest.fixture(scope="session")
def signed_in(studio: Any, browser: Any) -> Iterator[Any]:
    """The studio's first account in an English browser: one login and one cache for all tests."""
    url, login = server.status(studio.home).url, server.login(studio.home)
    context = browser.new_context(**_SCREEN, locale="en-GB")
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=url)
    page = context.new_page()
    page.goto(f"{url}/user/login/")
    _send(page, login.username, login.password)
    page.close()
    yield context
    context.close()


def _send(page: Any, email: str, password: str) -> None:
    page.fill("input[name=email]", email)
    page.fill("input[name=password]", password)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(lambda address: "/login" not in address and "/signup" not in address)


@pytest.fixture
def annotator(studio: Any, browser: Any, signed_in: Any) -> Iterator[Callable[[], Annotator]]:
    """Opens a page, logged in to the session's studio; with an e-mail address, as someone newly invited, in Chinese."""
    opened_things = []

    def opened(invited: str | None = None) -> Annotator:
        url = server.status(studio.home).url
        assert url
        context = browser.new_context(**_SCREEN, locale="zh-CN") if invited else signed_in
        page = context.new_page()
        opened_things.append(context if invited else page)
        asked: set[str] = set()
        page.on("request", lambda request: asked.add(request.url))
        if invited:
            page.goto(json.loads(studio("studio", "invite", "--json").stdout)["invitation"])
            _send(page, invited, server.login(studio.home).password)
        return Annotator(page, url, asked)

    yield opened
    for thing in opened_things:
        thing.close()
