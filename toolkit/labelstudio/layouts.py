"""The annotation page, drawn: both layouts from the same labels, verdicts, flags and keys, so that none of them drifts.

`python -m toolkit.labelstudio.layouts FOLDER` writes the files of label_configs/.
"""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, get_args

from toolkit.config import Layout
from toolkit.labelstudio import interface as names
from toolkit.labelstudio import marks
from toolkit.model import DEFAULT_SCALE, FLAGS, NOT_A_CLAIM, Scale

# Label → colour. The first nine have a key, 1 to 9; a name that is wrong is seldom worth more than a click.
LABELS = {
    names.CLAIM: "#d62728",
    "PERSON": "#1f77b4",
    "ORG": "#2ca02c",
    "GPE": "#9467bd",
    "PRODUCT": "#8c564b",
    "EVENT": "#bcbd22",
    "LAW": "#17becf",
    "NORP": "#e377c2",
    "LOC": "#7b6fd0",
    "FAC": "#6b8e23",
    "WORK_OF_ART": "#b8860b",
    "LANGUAGE": "#708090",
    "DATE": "#7f7f7f",
}
NO_CLAIM_KEY = "o"
# One key a step, from the top of the scale down, then the answers off it. "u" is Label Studio's own: it unselects.
VERDICT_KEYS = "qwertyi"
FLAG_KEYS = dict(zip(FLAGS, "asdfgh", strict=True))
CONFIDENCE_KEY = "c"
# What a stance adds to the item of evidence that is being written.
STANCES = (("supports", "支持", "alt+1"), ("refutes", "反驳", "alt+2"), ("neutral", "中立", "alt+3"))

FLAG_WORDS = {
    "missing_context": (
        "Missing context",
        "缺少背景",
        "True as written, but what is left out changes it / 漏掉的事实会改变理解",
    ),
    "cherry_picked": ("Cherry-picked", "选择性引用", "The one figure that suits / 只挑合意的数字"),
    "outdated": ("Outdated", "已过时", "A newer figure was there when it was published / 发表时已有更新的数字"),
    "misattributed": ("Misattributed", "出处有误", "The wrong speaker or source / 说话的人或来源有误"),
    "satire": ("Satire", "讽刺", "Not meant as fact / 本来就不是当事实说的"),
    "mistranslated": ("Mistranslated", "误译", "Sense or scale lost: 亿 read as a billion / 意思或数量级译错"),
}
HINTS = {
    "supported": "The evidence bears it out / 证据支持",
    "mostly_supported": "Right but for a detail that does not change the point / 细节有出入，要点成立",
    "mixed": "Right in part, wrong or misleading in part / 对错参半",
    "mostly_refuted": "A grain of truth, a wrong point / 略有依据，要点不成立",
    "refuted": "The evidence contradicts it / 证据相反",
    "pants_on_fire": "False, and ridiculous / 不实，而且荒唐",
    "conflicting": "Good sources disagree, or it picks the facts that suit / 可靠来源互相矛盾，或只挑合意的事实",
    "unproven": "Checkable, but nothing decides it / 可以核查，但没有定论",
    "not_checkable": "Nothing could decide it / 观点或预测",
    "not_a_claim": "Marked by mistake / 误标",
}

# In the claim layout evidence stands first in the panel and confidence second, so that Tab leads from a verdict into
# the field, and from the field to something that is no field, where the keys work. The choices' own boxes take no focus
# for the same reason: whoever clicks a verdict goes on by keyboard. What is seen keeps its order.
_STYLE = """
    .fc-columns { display: flow-root; }
    .fc-text { float: left; clear: left; width: calc(100% - 386px); }
    .fc-text .htx-text { line-height: 1.9; font-size: 16px; }
    .fc-card { border: 1px solid #c9ccd1; border-radius: 6px; padding: 6px 12px; margin-bottom: 10px; }
    .fc-card .ant-table-thead { display: none; }
    .fc-card .ant-table-cell { padding: 2px 8px !important; font-size: 13px; }
    .fc-card .ant-table-cell:first-child { width: 140px; color: #5b6069; }
    .fc-source h4 { margin: 0 0 6px !important; font-size: 13px; font-weight: 400; color: #5b6069; }
    .fc-panel { float: right; width: 372px; display: flex; flex-direction: column;
                position: sticky; top: 0; max-height: calc(100vh - 150px); overflow-y: auto;
                padding: 4px 12px 8px; border: 1px solid #c9ccd1; border-radius: 6px; }
    .fc-verdict { order: -2; }
    .fc-evidence { order: -1; }
    .fc-confidence { order: 1; }
    .fc-panel h4 { margin: 5px 0 2px !important; font-size: 13px; line-height: 1.35; }
    .fc-panel .lsf-choices { gap: 0 10px; margin: 0; }
    .fc-panel .lsf-choice { margin: 0; padding: 0; }
    .fc-panel .lsf-choice__item, .fc-panel .lsf-choice__checkbox { height: 23px; min-height: 0; }
    .fc-panel .ant-radio-input, .fc-panel .ant-checkbox-input { visibility: hidden; }
    .fc-panel .ant-input { padding: 3px 8px; height: 30px; min-height: 0; }
    .fc-panel .ant-form-item { margin-bottom: 4px; }
    .fc-keys h4 { font-weight: 400; }
    .lsf-detailed-region .lsf-detailed-region__meta-text:not(textarea) {
                font-size: 13px; line-height: 1.45; word-break: normal; overflow-wrap: anywhere; }
    .lsf-detailed-region__result { display: none; }
    .lsf-tree-node-content-wrapper { max-width: 300px; overflow: hidden; }
    .lsf-tree-title .lsf-labels-list { flex: none; }
    .lsf-outliner-item .lsf-outliner-item__control_type_predict,
    .lsf-outliner-item .lsf-outliner-item__control_type_lock { display: none; }
    .lsf-outliner-item .lsf-outliner-item__control_type_score { width: auto; }
    .lsf-outliner-item__ocr { max-width: 280px; }
    .lsf-tree-treenode:not(.lsf-tree-treenode-selected) .lsf-textarea-tag__form { display: none; }
    .htx-highlight area { display: inline; }
"""

# What was drawn for the default scale before there were marks.
_UNMARKED = frozenset(
    {
        *("cdfe9df6cf02ae0b", "7e2f0025af632217", "3754128937e172e2", "d1666082089607e7", "8e0eef6192e60557"),
        *("b148fc89cd225465", "b5b05330fd6558e6", "207e546b2816fca1", "8893754c6f696b0f", "b75f5864d119e991"),
        *("6b968b4612c68565", "80807770f6dd9a25", "4ace0f84c98b5ab9", "355c50f3a04e1433", "28ec98ae9bf8734f"),
        "61595263a5186ce4",
    }
)

_Attributes = Mapping[str, str]


def draw(layout: Layout, scale: Scale = DEFAULT_SCALE) -> str:
    """The layout's label config as XML, for this scale of verdicts."""
    return _written(_document(scale) if layout == "document" else _claim(scale))


def draw_adjudication(scale: Scale = DEFAULT_SCALE) -> str:
    """The claim layout with everybody's answers on it, for an adjudicator."""
    return _written(_claim(scale, answers=True))


def is_ours(xml: str) -> bool:
    """Whether a config was drawn here, by this version or another, and nobody has edited it."""
    content = names.content(xml)
    return marks.is_ours(xml, content) or marks.mark(content).removeprefix("factcheck-") in _UNMARKED


def keys(scale: Scale = DEFAULT_SCALE) -> dict[str, str]:
    """Verdict code → key. Raises ValueError where the scale has more verdicts than there are keys."""
    codes = [code for code in scale.codes if code != NOT_A_CLAIM]
    if len(codes) > len(VERDICT_KEYS):
        raise ValueError(f"the scale {scale.name!r} has more than {len(VERDICT_KEYS) + 1} verdicts")
    return dict(zip(codes, VERDICT_KEYS, strict=False)) | {NOT_A_CLAIM: NO_CLAIM_KEY}


def lint(xml: str, scale: Scale = DEFAULT_SCALE) -> list[str]:
    """What is not as the codec knows it: a field, label, verdict or flag too many or too few, a key given twice."""
    root = ET.fromstring(xml)  # noqa: S314  our own drawing
    problems = []
    fields = {str(element.get("name")) for element in root.iter() if element.get("toName")}
    if drifted := (fields - names.FURTHER_CONTROLS.keys()) ^ names.CONTROLS.keys():
        problems.append(f"fields: {', '.join(sorted(drifted))} on one side only")
    for what, tag, name, attribute, known in (
        ("labels", "Label", names.LABEL, "value", set(LABELS)),
        ("verdicts", "Choice", names.VERDICT, "alias", set(scale.codes)),
        ("flags", "Choice", names.FLAGS, "alias", set(FLAGS)),
    ):
        control = next(element for element in root.iter() if element.get("name") == name)
        offered = {element.get(attribute) for element in control.iter(tag)}
        if offered != known:
            problems.append(f"{what}: {', '.join(sorted(map(str, offered ^ known)))} on one side only")
    given = [key for element in root.iter() if (key := element.get("hotkey"))]
    problems += [f"the key {key} is given twice" for key in sorted(set(given)) if given.count(key) > 1]
    return problems


# -- the two pages -----------------------------------------------------------------------------------------------------

_ON_CLAIM = {"visibleWhen": "region-selected", "whenTagName": names.LABEL, "whenLabelValue": names.CLAIM}
_REGION = {"perRegion": "true"} | _ON_CLAIM


def _document(scale: Scale) -> ET.Element:
    nothing_chosen = _view(
        [
            _words("Alt + .", "next claim", "下一条声明"),
            _words("q … o", "its verdict", "给出结论"),
            _words("Enter", "write evidence, Tab leaves it", "填写证据，Tab 离开"),
            _words("1", "then select text: add a claim", "再选文字：补一条声明"),
            _words("Ctrl + Enter", "submit", "提交"),
        ],
        className="fc-keys",
        visibleWhen="no-region-selected",
    )
    chosen = _view(
        [
            _header("Verdict / 结论"),
            _verdicts(scale, _REGION | {"choice": "single"}),
            # In the list of regions, where Enter leads from the keyboard; the page has no key for a field elsewhere.
            _header("Enter: evidence, in the list → / 回车：在右侧列表填写证据"),
            _evidence(_REGION | {"displayMode": "region-list"}),
            _header("Corrected value / 更正值"),
            _line(names.CORRECTED, _REGION),
            *_reread(_REGION),
            _header("Rationale / 理由"),
            _line(names.RATIONALE, _REGION),
            _header("Context / 背景问题"),
            _flags(_REGION),
            _header("Confidence / 把握"),
            _confidence(_REGION),
        ],
        **_ON_CLAIM,
    )
    panel = _view([nothing_chosen, chosen], className="fc-panel")
    text = _view([_labels(), _text(names.TEXT)], className="fc-text")
    return _page([*_head("$title"), _view([text, panel], className="fc-columns")])


def _claim(scale: Scale, *, answers: bool = False) -> ET.Element:
    need_evidence = {"visibleWhen": "choice-selected", "whenTagName": names.VERDICT}
    stated = need_evidence | {"whenChoiceValue": ",".join(v.code for v in scale.verdicts if v.needs_evidence)}
    wrong = need_evidence | {"whenChoiceValue": ",".join(v.code for v in scale.verdicts if v.code in scale.correctable)}
    required = {"required": "true", "requiredMessage": "Give at least one item of evidence / 请至少给出一条证据"}
    panel = _view(
        [
            _view([_header(_EVIDENCE_WORDS), _evidence(required)], className="fc-evidence", **stated),
            _view([_header("Confidence / 把握"), _confidence({})], className="fc-confidence"),
            _view([_header("Verdict / 结论"), _verdicts(scale, {"choice": "single-radio"})], className="fc-verdict"),
            _view([_header("Corrected value / 更正值"), _line(names.CORRECTED, {})], **wrong),
            _header("Rationale / 理由"),
            _line(names.RATIONALE, {}),
            *([] if answers else _reread({})),
            _header("Context / 背景问题"),
            _flags({}),
        ],
        className="fc-panel",
    )
    card = _view([*_head("$claim_text"), _el("Table", name="reading", value="$reading")], className="fc-card")
    clause = _view([_labels(), _text(names.TEXT)], className="fc-card")
    whole = _el("Collapse")
    unfolded = _el("Panel", value="Document / 原文")
    unfolded.append(_view([_text("document")]))
    whole.append(unfolded)
    given = [
        _view(
            [_header("Answers / 各人的回答"), _el("HyperText", name="answers", value="$answers")], className="fc-card"
        )
    ]
    asked = _view([card, *(given if answers else []), clause], className="fc-text")
    # The document comes after the panel: from a click into the text above, Tab leads to the evidence.
    return _page([_view([asked, panel, _view([whole], className="fc-text")], className="fc-columns")])


# -- their parts -------------------------------------------------------------------------------------------------------

_EVIDENCE_WORDS = "Evidence: URL | quote | date | stance / 证据：链接 | 引文 | 日期 | 立场"


def _verdicts(scale: Scale, attributes: _Attributes) -> ET.Element:
    by_code = keys(scale)
    made = _el(
        "Choices",
        name=names.VERDICT,
        toName=names.TEXT,
        required="true",
        requiredMessage="Every claim needs a verdict / 每条声明都要有结论",
        **attributes,
    )
    made.extend(
        _el("Choice", value=f"{v.en} / {v.zh}", alias=v.code, hotkey=by_code[v.code], hint=HINTS[v.code])
        for v in scale.verdicts
    )
    return made


def _flags(attributes: _Attributes) -> ET.Element:
    made = _el("Choices", name=names.FLAGS, toName=names.TEXT, choice="multiple", **attributes)
    for flag, key in FLAG_KEYS.items():
        en, zh, hint = FLAG_WORDS[flag]
        made.append(_el("Choice", value=f"{en} / {zh}", alias=flag, hotkey=key, hint=hint))
    return made


def _evidence(attributes: _Attributes) -> ET.Element:
    made = _el(
        "TextArea",
        name=names.EVIDENCE,
        toName=names.TEXT,
        rows="1",
        maxSubmissions="20",
        editable="true",
        placeholder="https://… | quote | 2025-11-30",
        **attributes,
    )
    made.extend(_el("Shortcut", alias=f"{en} / {zh}", value=f" | {en}", hotkey=key) for en, zh, key in STANCES)
    return made


def _line(name: str, attributes: _Attributes) -> ET.Element:
    return _el("TextArea", name=name, toName=names.TEXT, rows="1", maxSubmissions="1", editable="true", **attributes)


def _reread(attributes: _Attributes) -> list[ET.Element]:
    """For a figure that the machine read wrong; what is wrong in the text itself is corrected above."""
    return [
        _header("Figure misread? The right reading / 数字读错了？正确读法"),
        _line(names.REREAD, {"placeholder": "> 6亿次 · 0.5B–480B", **attributes}),
    ]


def _confidence(attributes: _Attributes) -> ET.Element:
    given = {"maxRating": "5", "icon": "star", "hotkey": CONFIDENCE_KEY}
    return _el("Rating", name=names.CONFIDENCE, toName=names.TEXT, **given, **attributes)


def _labels() -> ET.Element:
    made = _el("Labels", name=names.LABEL, toName=names.TEXT, showInline="true")
    for number, (label, colour) in enumerate(LABELS.items(), 1):
        # A label without a key would be given one by the page, among those of the verdicts' fields.
        key = str(number) if number <= 9 else f"shift+{number - 9}"
        made.append(_el("Label", value=label, background=colour, hotkey=key))
    return made


def _text(name: str) -> ET.Element:
    # By symbol: by word the page would grow 阿里 to 阿里巴巴.
    return _el("Text", name=name, value=f"${name}", granularity="symbol")


def _head(title: str) -> list[ET.Element]:
    return [
        _el("Header", value=title, size="4"),
        _view([_header("$source_line")], className="fc-source"),
    ]


def _words(key: str, en: str, zh: str) -> ET.Element:
    return _header(f"{key} : {en} / {zh}")


def _header(value: str) -> ET.Element:
    return _el("Header", value=value, size="6")


def _written(page: ET.Element) -> str:
    ET.indent(page)
    xml = ET.tostring(page, encoding="unicode") + "\n"
    told = f"<!-- {marks.mark(names.content(xml))}: kept up to date by factcheck push until it is edited -->"
    return xml.replace("<View>", f"<View>\n  {told}", 1)


def _page(children: Iterable[ET.Element]) -> ET.Element:
    css = _el("Style")
    css.text = _STYLE
    return _view([css, *children])


def _view(children: Iterable[ET.Element], **attributes: str) -> ET.Element:
    made = _el("View", **attributes)
    made.extend(children)
    return made


def _el(tag: str, **attributes: Any) -> ET.Element:
    return ET.Element(tag, attributes)


if __name__ == "__main__":
    for drawn in get_args(Layout):
        Path(sys.argv[1], f"{drawn}.xml").write_text(draw(drawn), encoding="utf-8")
