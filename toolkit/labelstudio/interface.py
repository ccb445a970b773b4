"""The label configs: where they lie, the names of their controls, and what every config has to offer."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from pathlib import Path

from toolkit.config import Layout
from toolkit.errors import LabelConfigError
from toolkit.model import CLAIM_LABEL, SCALES, Scale

TEXT = "text"
LABEL = "label"
CLAIM = CLAIM_LABEL
VERDICT = "verdict"
FLAGS = "flags"
EVIDENCE = "evidence"
RATIONALE = "rationale"
CORRECTED = "corrected"
CONFIDENCE = "confidence"
REREAD = "reread"

# What results are read from: control name → tag. A config has to have all of these,
CONTROLS = {
    LABEL: "Labels",
    VERDICT: "Choices",
    FLAGS: "Choices",
    EVIDENCE: "TextArea",
    RATIONALE: "TextArea",
    CORRECTED: "TextArea",
    CONFIDENCE: "Rating",
}
# and may have these: older ones do not.
FURTHER_CONTROLS = {REREAD: "TextArea"}


def config_path(layout: Layout) -> Path:
    """The layout's XML: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    for folder in (package / "_label_configs", package.parent / "label_configs"):
        path = folder / f"{layout}.xml"
        if path.is_file():
            return path
    raise LabelConfigError(f"the label config {layout}.xml is not installed; install factcheck-toolkit again")


def load_config(layout: Layout) -> str:
    """The layout's XML, checked. Raises LabelConfigError with the file's name."""
    path = config_path(layout)
    try:
        xml = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LabelConfigError(f"{path}: cannot be read ({error.__class__.__name__})") from None
    if problems := config_problems(xml):
        raise LabelConfigError(f"{path}: {'; '.join(problems)}")
    return xml


def config_problems(xml: str) -> list[str]:
    """What a label config, ours or a server's, lacks to be read back; empty when it is fine."""
    root = _parse(xml)
    if root is None:
        return ["not well-formed XML"]
    named: dict[str, list[ET.Element]] = {}
    for element in root.iter():
        if name := element.get("name"):
            named.setdefault(name, []).append(element)
    problems = [f"two controls are named {name!r}" for name, elements in named.items() if len(elements) > 1]
    for name, tag in ({TEXT: "Text"} | CONTROLS).items():
        if not any(element.tag == tag for element in named.get(name, ())):
            problems.append(f'<{tag} name="{name}"> is missing')
    if VERDICT in named:
        problems += _wrong_codes(_codes(named[VERDICT][0]))
    if LABEL in named and CLAIM not in _values(named[LABEL][0], "Label"):
        problems.append(f'<Label value="{CLAIM}"> is missing')
    return problems


def same_config(one: str, other: str) -> bool:
    """Whether two label configs mean the same: white space and the order of attributes do not count."""
    first, second = _parse(one), _parse(other)
    if first is None or second is None:
        return False
    return _shape(first) == _shape(second)


def content(xml: str) -> str:
    """What a config means, without its comments, white space and order of attributes."""
    root = _parse(xml)
    return "" if root is None else repr(_shape(root))


def layout_of(xml: str) -> Layout | None:
    """The layout that a config follows: document where each region has its verdict, claim where the task has one."""
    root = _parse(xml)
    verdicts = [] if root is None else [e for e in root.iter("Choices") if e.get("name") == VERDICT]
    if not verdicts:
        return None
    return "document" if verdicts[0].get("perRegion") == "true" else "claim"


def scale_of(xml: str) -> Scale | None:
    """The scale whose verdicts a config offers; None where it is none of ours."""
    root = _parse(xml)
    verdicts = [] if root is None else [e for e in root.iter("Choices") if e.get("name") == VERDICT]
    offered = set(_codes(verdicts[0])) if verdicts else set()
    return next((scale for scale in SCALES.values() if set(scale.codes) == offered), None)


def text_field(xml: str) -> str:
    """The field of a task's data that holds the text in which people mark."""
    root = _parse(xml)
    texts = [] if root is None else [e for e in root.iter("Text") if e.get("name") == TEXT]
    return texts[0].get("value", "").removeprefix("$") if texts else TEXT


def labels(xml: str) -> frozenset[str]:
    """The labels that people can give to spans."""
    root = _parse(xml)
    assert root is not None
    return frozenset(v for element in root.iter("Labels") for v in _values(element, "Label"))


def _parse(xml: str) -> ET.Element | None:
    if "<!DOCTYPE" in xml or "<!ENTITY" in xml:
        return None
    try:
        return ET.fromstring(xml)  # noqa: S314  no document type, so no entities
    except ET.ParseError:
        return None


def _shape(element: ET.Element) -> tuple[object, ...]:
    text = " ".join((element.text or "").split())
    return (element.tag, tuple(sorted(element.attrib.items())), text, tuple(_shape(child) for child in element))


def _values(element: ET.Element, tag: str) -> list[str]:
    return [child.get("value", "") for child in element.iter(tag)]


def _codes(element: ET.Element) -> list[str]:
    return [child.get("alias") or child.get("value") or "" for child in element.iter("Choice")]


def _wrong_codes(codes: Sequence[str]) -> list[str]:
    """Empty where the codes are a scale's; else how they differ from the scale that is nearest."""
    nearest = min(SCALES.values(), key=lambda scale: len(set(codes) ^ set(scale.codes)))
    missing = [code for code in nearest.codes if code not in codes]
    unknown = [code for code in codes if code not in nearest.codes]
    problems = []
    if missing:
        problems.append(f"the verdict lacks {', '.join(missing)}")
    if unknown:
        problems.append(f"the verdict has unknown codes {', '.join(unknown)}")
    return problems
