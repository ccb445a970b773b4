"""What a house gives a report: logo, colours, words, statements, templates; one TOML file, paths beside it."""

from __future__ import annotations

import re
import tomllib
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from toolkit.errors import UsageError
from toolkit.exports.report.words import WORDS

SECTIONS = ("method", "sources", "fairness", "organisation", "corrections")
"""Where a house can say something of its own: what the IFCN's code of principles asks of a fact-checker."""
MOST_BYTES = 200_000  # of a logo: it is inside every report
LEAST_CONTRAST = 4.5  # WCAG AA

_PICTURES = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
_KEYS = ("s5", "s4", "s3", "s2", "s1", "u", "n")
_LIGHT = "@media print, (prefers-color-scheme: light)"
_DARK = "@media screen and (prefers-color-scheme: dark)"

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Style:
    """A house's style. `logo` is a data: address; `css` comes after the style sheet; `words` stand for ours."""

    templates: Path | None = None
    logo: str = ""
    css: str = ""
    words: Mapping[str, Pair] = field(default_factory=dict)
    statements: Mapping[str, Pair] = field(default_factory=dict)


PLAIN = Style()


def read_style(path: Path) -> Style:
    """Read a house's style. UsageError says what is wrong with it and where."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not valid TOML ({error})") from None
    known = ("templates", "logo", "colours", "dark_colours", "words", "statements")
    _check_known(path, "setting", values, known)
    words = _pairs(path, "words", values.get("words", {}), tuple(WORDS))
    for key, wording in words.items():
        _check_blanks(path, key, wording)
    colours = _colours(path, "colours", values.get("colours", {}))
    dark = _colours(path, "dark_colours", values.get("dark_colours", {}))
    return Style(
        templates=_folder(path, values.get("templates")),
        logo=_logo(path, values.get("logo")),
        css=_css(_LIGHT, colours) + _css(_DARK, dark),
        words=words,
        statements=_pairs(path, "statements", values.get("statements", {}), SECTIONS),
    )


def contrast(one: str, other: str) -> float:
    """WCAG's contrast of two #rrggbb colours, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def text_pairs() -> list[tuple[str, str]]:
    """The colours that letters have and the ones behind them, by their names in the style sheet."""
    pairs = [(ink, ground) for ink in ("ink", "soft", "link") for ground in ("paper", "panel")]
    for key in (*_KEYS, "o"):
        pairs += [(f"{key}-ink", f"{key}-wash"), (f"{key}-ink", "paper"), ("ink", f"{key}-wash")]
    return pairs + [(f"{key}-on", f"{key}-fill") for key in _KEYS]


def sheet_colours(scheme: str) -> dict[str, str]:
    """The colours of our own style sheet, `light` or `dark`."""
    css = (Path(__file__).parent / "templates" / "report.css").read_text(encoding="utf-8")
    light, dark = (
        dict(re.findall(r"--([\w-]+): (#\w{6})", block)) for block in re.findall(r":root \{(.*?)\}", css, re.S)
    )
    return light if scheme == "light" else light | dark


def _colours(path: Path, name: str, values: Any) -> dict[str, str]:
    ours = sheet_colours("dark" if name.startswith("dark") else "light")
    _check_known(path, f"colour in [{name}]", values, tuple(ours))
    for key, colour in values.items():
        if not isinstance(colour, str) or not re.fullmatch("#[0-9a-fA-F]{6}", colour):
            raise UsageError(f'{path}: [{name}] {key} is {colour!r}; a colour is written as in "#1b4f8a"')
    all_of_them = ours | values
    for ink, ground in text_pairs():
        found = contrast(all_of_them[ink], all_of_them[ground])
        if found < LEAST_CONTRAST:
            raise UsageError(
                f"{path}: [{name}] letters in {ink} ({all_of_them[ink]}) on {ground} ({all_of_them[ground]}) have a "
                f"contrast of {found:.1f}; readers need {LEAST_CONTRAST}"
            )
    return dict(values)


def _css(medium: str, colours: Mapping[str, str]) -> str:
    told = " ".join(f"--{name}: {colour};" for name, colour in colours.items())
    return f"{medium} {{ :root {{ {told} }} }}\n" if told else ""


def _pairs(path: Path, name: str, values: Any, known: tuple[str, ...]) -> dict[str, Pair]:
    _check_known(path, f"entry of [{name}]", values, known)
    found = {}
    for key, value in values.items():
        wording = [value, value] if isinstance(value, str) else value
        if not isinstance(wording, list) or len(wording) != 2 or not all(isinstance(w, str) and w for w in wording):
            raise UsageError(f'{path}: [{name}] {key} is {value!r}; expected ["English", "中文"], or one text for both')
        found[key] = (wording[0], wording[1])
    return found


def _check_blanks(path: Path, key: str, wording: Pair) -> None:
    """A house's words have the blanks of ours, and no others."""
    for own, ours in zip(wording, WORDS[key], strict=True):
        allowed = set(re.findall(r"\{\w+\}", " ".join(WORDS[key])))
        needed = set(re.findall(r"\{\w+\}", ours)) - {"{s}"}
        blanks = set(re.findall(r"\{[^}]*\}?|\}", own))
        if not needed <= blanks <= allowed:
            raise UsageError(
                f"{path}: [words] {key} is {own!r}; it has to hold {', '.join(sorted(needed)) or 'no blanks'}"
            )


def _check_known(path: Path, what: str, values: Any, known: tuple[str, ...]) -> None:
    if not isinstance(values, dict):
        raise UsageError(f"{path}: expected a table, found {values!r}")
    if unknown := sorted(set(values) - set(known)):
        raise UsageError(f"{path}: unknown {what}: {', '.join(unknown)}; known are {', '.join(known)}")


def _folder(path: Path, value: Any) -> Path | None:
    if value is None:
        return None
    if not isinstance(value, str) or not (path.parent / value).is_dir():
        raise UsageError(f"{path}: templates {value!r} is no folder beside it")
    return (path.parent / value).resolve()


def _logo(path: Path, value: Any) -> str:
    """The picture as a data: address, so that it is inside the report."""
    if value is None:
        return ""
    kind = _PICTURES.get(Path(value).suffix.lower()) if isinstance(value, str) else None
    if kind is None:
        raise UsageError(f"{path}: logo {value!r} is no picture; it is one of {', '.join(_PICTURES)}")
    try:
        content = (path.parent / value).read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: logo {value} cannot be read ({error.strerror})") from None
    if len(content) > MOST_BYTES:
        raise UsageError(
            f"{path}: logo {value} has {len(content):,} bytes; every report holds it, so {MOST_BYTES:,} at most"
        )
    return f"data:{kind};base64,{b64encode(content).decode()}"


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
