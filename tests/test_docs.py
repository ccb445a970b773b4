"""What the pages say is so."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

from toolkit.cli import app
from toolkit.labelstudio import interface
from toolkit.model import VERDICTS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]


@pytest.mark.parametrize("block", re.findall(r"```python\n(.*?)```", README, re.S))
def test_python_in_the_readme_prints_what_its_comment_says(block: str) -> None:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(block, "README.md", "exec"), {})
    assert printed.getvalue().splitlines() == re.findall(r"print\(.*\)  # (.*)", block)


def test_the_document_in_the_readme_gives_its_claim(tmp_path: Path) -> None:
    from toolkit.intake import annotate_paths

    (indented,) = re.findall(r"`news\.md`\):\n\n((?:    .*\n)+)", README)
    (tmp_path / "news.md").write_text(re.sub(r"(?m)^    ", "", indented), encoding="utf-8")
    (document,) = annotate_paths([str(tmp_path / "news.md")], on_error=lambda error: pytest.fail(str(error)))
    (claim,) = document.claims
    cells = [cell.strip() for cell in README.split("| claim_text |")[1].splitlines()[2].strip("|").split("|")]
    got = (claim.text, claim.subject, claim.measure, claim.comparator, f"{claim.value:f}", claim.unit)
    assert list(got) == cells[:6]


def test_commands_in_the_readme_exist() -> None:
    known = {command.name for command in app.registered_commands} | {group.name for group in app.registered_groups}
    named = set(re.findall(r"factcheck (?!toolkit)([a-z]+)\b", README))
    assert named <= known
    assert known <= named


def test_make_targets_in_the_pages_exist() -> None:
    targets = set(re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))
    for page in PAGES:
        assert set(re.findall(r"(?m)(?:^    |`)make ([a-z]+)", page.read_text(encoding="utf-8"))) <= targets, page


def test_links_lead_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?://)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_guide_names_every_verdict_with_its_key() -> None:
    guide = (ROOT / "docs" / "annotation-guide.md").read_text(encoding="utf-8")
    xml = interface.load_config("document")
    for verdict in VERDICTS:
        (key,) = re.findall(rf'alias="{verdict.code}" hotkey="(.)"', xml)
        assert f"| `{key}` | `{verdict.code}` | {verdict.en} |" in guide
        assert f"| `{key}` | `{verdict.code}` | {verdict.zh} |" in guide
