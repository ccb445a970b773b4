"""Every word that the report itself says, in English and Simplified Chinese, and the phrasebook that picks them.

Nothing here comes from a document or an annotator. Entries are plain text: no markup, `{name}` for a value.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from markupsafe import Markup, escape

ReportLang = Literal["en", "zh", "both"]

WORDS: dict[str, tuple[str, str]] = {
    # page
    "report": ("Fact-check report", "事实核查报告"),
    "skip_link": ("Skip to the content", "跳到主要内容"),
    "generated": ("Compiled", "生成时间"),
    "published_by": ("Published by", "发布者"),
    "outcome": ("How it came out", "核查结果"),
    "findings": ("What matters most", "最重要的发现"),
    "documents": ("Documents checked", "核查的文章"),
    "claims": ("Claims", "声明"),
    "method": ("How it was done", "核查方法"),
    "footer": (
        "Compiled from verdicts that people gave. Quotations are the sources’ own words.",
        "本报告根据人工判定汇编。引文均为原文。",
    ),
    # scope
    "n_documents": ("{n} document{s}", "{n} 篇文章"),
    "n_publishers": ("{n} publisher{s}", "{n} 家媒体"),
    "n_claims": ("{n} claim{s} looked at", "{n} 条声明"),
    "dates": ("published {a} to {b}", "发布于 {a} 至 {b}"),
    "date": ("published {a}", "发布于 {a}"),
    "lead": (
        "Claims with a verdict: {n}. Borne out or mostly so: {good}. False or mostly false: {bad}. "
        "Half true, short of evidence or not checkable: {rest}.",
        "有结论的声明 {n} 条：属实或基本属实 {good} 条，不实或大部分不实 {bad} 条，"
        "部分属实、证据不足或无法核查 {rest} 条。",
    ),
    "carried": ("judged on an earlier version of the text, {date}", "依据旧版文本判定，{date}"),
    # outcome
    "picture": ("Verdicts as shares of one bar", "各结论所占比例"),
    "verdict": ("Verdict", "结论"),
    "share": ("Share", "占比"),
    "count": ("Claims", "条数"),
    "status": ("State", "状态"),
    "total": ("Total", "合计"),
    "with_verdict": ("Decided", "有结论"),
    "by_verdict": ("Verdicts given", "各类结论"),
    "by_status": ("Where every claim stands", "全部声明的状态"),
    "no_wrong": (
        "No claim with a verdict was found false, mostly false or half true.",
        "有结论的声明中，没有发现不实、大部分不实或部分属实的内容。",
    ),
    "findings_note": (
        "Ordered by how much a claim is worth checking and how far it is from the truth.",
        "按核查价值与偏离事实的程度排序。",
    ),
    "kinds": ("Verdicts by kind of claim", "按声明类型统计"),
    "kind": ("Kind of claim", "声明类型"),
    "kinds_note": ("A claim can be of several kinds.", "一条声明可能属于多个类型。"),
    "gaps": ("Claimed against corrected figures", "原文数值与更正数值对照"),
    "gaps_note": (
        "Above, hatched: the figure as it was claimed. Below, solid: the corrected one. Both begin at zero; "
        "each pair has a scale of its own.",
        "上方带斜纹的是原文数值，下方实心的是更正数值。两者均从零开始，每一对使用各自的比例。",
    ),
    "gaps_more": (
        "{n} more claim{s} with a corrected figure: see the cards.",
        "另有 {n} 条声明有更正数值，见各卡片。",
    ),
    "claimed_corrected": ("Claimed: {a}; corrected: {b}", "原文：{a}；更正：{b}"),
    "in_pictures": ("As a picture", "图示"),
    # to filter by
    "filter": ("Find claims", "筛选声明"),
    "any": ("Any", "全部"),
    "name": ("Named", "涉及"),
    "order": ("Order", "排序"),
    "by_place": ("As they stand in the documents", "按原文顺序"),
    "by_rank": ("Most important first", "最重要的在前"),
    "by_wrong": ("Farthest from the truth first", "最不属实的在前"),
    "by_type": ("By kind", "按类型"),
    "by_name": ("By name, the most named first", "按名称，提及最多的在前"),
    "shown": ("Claims shown: {n} of {all}", "显示声明：{n} / {all}"),
    "reset": ("Show all", "全部显示"),
    "sorted": ("Claims in the order that you chose", "按所选顺序排列的声明"),
    # nothing yet
    "empty": ("No decided claims yet", "还没有得出结论的声明"),
    "empty_note": (
        "This page fills up as people give verdicts. What to do next:",
        "有人给出判定后，本页会自动充实。接下来可以：",
    ),
    "empty_run": ("Put documents in front of annotators:", "把文章交给核查人员："),
    "empty_status": ("See what is waiting for a verdict:", "查看还有哪些声明等待判定："),
    "empty_report": ("Compile this report again:", "重新生成本报告："),
    # a document
    "publisher": ("Publisher", "媒体"),
    "published": ("Published", "发布日期"),
    "original": ("Original", "原文链接"),
    "untitled": ("Untitled document", "无标题文章"),
    "document": ("Document", "文章"),
    "text": ("Text with the claims marked", "标注了声明的全文"),
    "no_claims_here": ("No claim in this document has a verdict.", "本文没有得出结论的声明。"),
    "other_version": (
        "An earlier version of this text, as the annotators saw it.",
        "这是核查人员当时看到的较早版本。",
    ),
    "no_text": ("The document holds no text.", "文章没有正文。"),
    "mark_title": ("Claim {n}: {verdict}", "声明 {n}：{verdict}"),
    "mark_more": ("{n} more here", "此处另有 {n} 条"),
    "mark_open": ("Claim without a verdict: {verdict}", "未有结论的声明：{verdict}"),
    # a card
    "claim_n": ("Claim {n}", "声明 {n}"),
    "context": ("In context", "上下文"),
    "reading": ("Read as", "规范表述"),
    "speaker": ("Said by", "说话者"),
    "earlier": ("Checked before", "曾核查"),
    "compared": ("Across documents", "跨文档对照"),
    "pairs": ("Claims side by side", "声明对照"),
    "compared_note": (
        "Claims that say the same, or give another figure for the same thing, side by side. What links them was found "
        "by rules, and is a hint: no verdict follows from it.",
        "说法相同、或就同一事项给出不同数字的声明并列如下。关联由规则找出，仅供参考，不构成结论。",
    ),
    "shared": ("Figures for the same thing", "同一对象的各家数字"),
    "shared_note": (
        "Names and measures that several documents give figures for, side by side.",
        "多篇文章都给出数字的名称和指标并列如下。",
    ),
    "shared_in": ("{n} documents", "{n} 篇文章"),
    "shared_rows": ("{n} more figure{s}: see the documents.", "另有 {n} 个数字，见各篇文章。"),
    "shared_more": (
        "{n} more name{s} or measure{s} with figures in several documents.",
        "另有 {n} 个名称或指标在多篇文章中有数字。",
    ),
    "about": ("What the figure is of", "所指"),
    "figure": ("Figure", "数字"),
    "relation": ("What links them", "关联"),
    "same": ("The same claim", "同一说法"),
    "contradiction": ("They contradict each other", "相互矛盾"),
    "update": ("Another time", "不同时间"),
    "first_quote": ("Claim", "声明"),
    "second_quote": ("Elsewhere", "他处"),
    "stance": ("Passed on as", "原文态度"),
    "claimed": ("Claimed", "原文数值"),
    "corrected": ("Corrected", "更正数值"),
    "claimed_to_corrected": ("Claimed → corrected", "原文 → 更正"),
    "difference": ("Difference", "相差"),
    "above": ("{delta} too high", "偏高 {delta}"),
    "below": ("{delta} too low", "偏低 {delta}"),
    "rationale": ("Why", "理由"),
    "evidence": ("Evidence", "证据"),
    "type": ("Kind", "类型"),
    "no_evidence": ("No evidence was recorded.", "没有记录证据。"),
    "decided": ("Decided", "判定方式"),
    "n_annotators": ("{n} annotator{s}", "{n} 名核查人员"),
    "votes": ("Votes", "投票"),
    "task": ("Label Studio", "Label Studio"),
    "back": ("In the text", "见正文"),
    "no_place": ("Its place in the text is not known.", "未能在正文中定位。"),
    "superseded": (
        "The source has changed since this claim was judged.",
        "该声明判定之后，原文已有改动。",
    ),
    "annotator": ("[annotator]", "[核查人员]"),
    "history": ("History", "更正记录"),
    "percentage point": ("percentage points", "个百分点"),
    # method
    "step_1": (
        "Software read the texts and marked names, figures and the claims that are worth checking. "
        "Its marks are suggestions; none of them counts as a judgement.",
        "软件先通读文章，标出名称、数字和值得核查的声明。这些标记只是建议，不是判断。",
    ),
    "step_2": (
        "People read the claims in Label Studio, where they could move, add or reject marks, and gave each claim "
        "a verdict with evidence and reasons.",
        "核查人员在 Label Studio 中阅读声明，可以调整、补充或否定标记，并为每条声明给出结论、证据和理由。",
    ),
    "step_3": (
        "The answers to a claim were put together into one verdict: all agreed, a majority agreed, an adjudicator "
        "decided, or one person answered alone. Each card says which. Where that gave no verdict, the claim is "
        "listed below as open.",
        "同一声明的多份答案合并为一个结论：全体一致、多数意见、由裁定人决定，或仅由一人判定，卡片上均有注明。"
        "未能得出结论的声明列在下文。",
    ),
    "step_4": (
        "The difference is the claimed value less the corrected value, as a share of the corrected value.",
        "“相差”指原文数值减去更正数值，再除以更正数值。",
    ),
    "scale": ("The verdicts and what they mean", "结论等级及含义"),
    "mark": ("Mark", "标记"),
    "meaning": ("Meaning", "含义"),
    "figures": ("People, software and agreement", "人员、软件与一致性"),
    "people": ("People who answered", "参与判定的人数"),
    "model": ("Versions of the software that marked the claims", "标记声明的软件版本"),
    "none": ("none", "无"),
    "alpha_nominal": ("Krippendorff’s alpha, verdicts as names", "Krippendorff α(名义)"),
    "alpha_ordinal": ("Krippendorff’s alpha, verdicts as an ordered scale", "Krippendorff α(有序)"),
    "ac1": ("Gwet’s AC1", "Gwet AC1"),
    "percent": ("Raw agreement", "原始一致率"),
    "agreement": ("How far they agree", "一致程度"),
    "coefficient": ("Measure", "指标"),
    "estimate": ("Estimate", "估计值"),
    "interval": ("95% interval", "95% 区间"),
    "n_units": ("Claims that these figures rest on", "计入一致性的声明数"),
    "n_excluded": ("Claims left out of them", "未计入的声明数"),
    "not_defined": ("not defined: fewer than two answers a claim", "无法计算：每条声明的答案少于两份"),
    "no_variation": ("not defined: the answers do not vary", "无法计算：所有答案相同"),
    "agreement_note": (
        "1 is perfect agreement, 0 is what chance would give. Where nearly all verdicts are the same, alpha can be "
        "low although people agree; AC1 and raw agreement show that case.",
        "1 表示完全一致，0 表示与随机无异。当绝大多数结论相同时，α 可能偏低，可参考 AC1 与原始一致率。",
    ),
    "sources": ("Sources", "信息来源"),
    "sources_text": (
        "The verdicts rest on {n} item{s} of evidence, with {links} different addresses on {sites} sites. Each card "
        "shows its evidence with the words quoted from it and their date, so that readers can look for themselves. "
        "Under a verdict that needs evidence and has none, the card says so.",
        "各结论共依据 {n} 项证据，涉及 {sites} 个网站的 {links} 个不同网址。每张卡片列出证据、所引原文及其日期，"
        "读者可自行查证；需要证据而没有证据的结论，卡片上会注明。",
    ),
    "fairness": ("Fairness", "公正性"),
    "fairness_text": (
        "All documents were read by the same rules, whoever published them. What makes a claim worth checking is what "
        "it says and not who says it: figures, ranks and comparisons, and matters of health, crime, law, money and the "
        "military come first. Every verdict is on one scale, whose meanings are printed here.",
        "所有文章均按同一规则处理，不论由谁发布。声明是否值得核查，取决于说了什么，而不是谁说的："
        "数字、排名和比较，以及涉及健康、犯罪、法律、金钱和军事的内容优先。所有结论使用同一套等级，含义在此列明。",
    ),
    "organisation": ("Who publishes this, and who pays", "发布者与资金来源"),
    "organisation_none": (
        "The publisher has not stated this here.",
        "发布者未在此说明。",
    ),
    "corrections": ("Corrections", "更正"),
    "corrections_text": (
        "A verdict that changes is not replaced in silence: the day, the verdict before and the reason are kept, and "
        "later reports show them.",
        "结论如有改变，不会悄悄替换：改变的日期、此前的结论和原因均予保留，并在之后的报告中列出。",
    ),
    "corrections_none": (
        "Nothing has been corrected or withdrawn since {day}.",
        "自 {day} 以来没有更正或撤回。",
    ),
    "corrections_unknown": (
        "No earlier verdicts were at hand when this report was compiled.",
        "生成本报告时没有此前的结论可供比较。",
    ),
    "new_value": ("value now", "数值改为"),
    "what_changed": ("What changed", "变化"),
    "no_longer": ("No longer in this report", "已不在本报告中"),
    "open": ("Claims without a verdict, and why", "未有结论的声明及原因"),
    "open_none": ("None: every claim has a verdict or was set aside.", "无：所有声明均有结论或已排除。"),
    "quote": ("Claim", "声明"),
    "reason": ("Reason", "原因"),
}

STATUSES: dict[str, tuple[str, str, str, str]] = {  # word en, word zh, meaning en, meaning zh
    "decided": ("Decided", "已有结论", "has a verdict", "已得出结论"),
    "undecided": ("Undecided", "未决", "answered, but without agreement", "已有答案，但意见不一"),
    "waiting": ("Waiting", "等待中", "not enough answers yet", "答案数量不足"),
    "skipped": ("Skipped", "已跳过", "set aside by the annotators", "核查人员已跳过"),
    "not_a_claim": ("Not a claim", "不是声明", "states nothing to check", "没有可核查的内容"),
}

MEANINGS: dict[str, tuple[str, str]] = {
    "supported": ("The evidence bears out the claim as it stands.", "证据支持原文说法。"),
    "mostly_supported": (
        "Right in substance; a detail is imprecise or needs a note.",
        "大体正确，个别细节不够准确或需要补充说明。",
    ),
    "mixed": (
        "Partly right and partly wrong, or right only on terms that it leaves out.",
        "有对有错，或只在未说明的条件下成立。",
    ),
    "mostly_refuted": (
        "There is some fact in it, but the main point is wrong or misleads.",
        "含有部分事实，但主要说法有误或会误导读者。",
    ),
    "refuted": ("The evidence contradicts the claim.", "证据与该声明相反。"),
    "unproven": ("The evidence found neither bears it out nor contradicts it.", "现有证据既不能证实也不能否定。"),
    "not_checkable": (
        "An opinion, a wish or a prediction, which no evidence can settle today.",
        "属于观点、愿望或预测，目前没有证据可以判定。",
    ),
    "not_a_claim": ("It states nothing that could be checked.", "没有可核查的内容。"),
}

FLAG_WORDS: dict[str, tuple[str, str]] = {
    "missing_context": ("Missing context", "缺少背景"),
    "cherry_picked": ("Cherry-picked", "选择性引用"),
    "outdated": ("Outdated", "信息过时"),
    "misattributed": ("Misattributed", "张冠李戴"),
    "satire": ("Satire", "讽刺内容"),
    "mistranslated": ("Mistranslated", "翻译有误"),
}

TYPE_WORDS: dict[str, tuple[str, str]] = {
    "statistical": ("Figures", "数字"),
    "comparison": ("Comparisons", "比较"),
    "interval": ("Ranges", "区间"),
    "temporal": ("Times", "时间"),
    "rank": ("Ranks", "排名"),
    "statement": ("Statements without figures", "无数字的陈述"),
}

CHANGE_WORDS: dict[str, tuple[str, str]] = {
    "decided": ("Decided", "得出结论"),
    "confirmed": ("Confirmed", "再次确认"),
    "corrected": ("Corrected", "更正"),
    "withdrawn": ("Withdrawn", "撤回"),
}

STANCE_WORDS: dict[str, tuple[str, str]] = {
    "alleged": ("Alleged", "指控"),
    "denied": ("Denied", "被否认"),
    "unverified": ("Unverified", "未经证实"),
}

EVIDENCE_WORDS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("supports", "支持"), ("supports", "支持")),
    **dict.fromkeys(("refutes", "反驳"), ("refutes", "反驳")),
    **dict.fromkeys(("neutral", "中立"), ("neutral", "中立")),
}

# Why a claim has no verdict: what the decision says, and the same for readers. `\1` stands for a number.
REASONS: tuple[tuple[str, str, str], ...] = (
    (r"(\d+) annotators differ\b.*", r"\1 annotators differ", r"\1 名核查人员意见不一"),
    (r"skipped by everyone", "skipped by everyone", "所有核查人员均已跳过"),
    (r"answer without a verdict", "an answer without a verdict", "一份答案没有结论"),
    (r"(\d+) answers without a verdict", r"\1 answers without a verdict", r"\1 份答案没有结论"),
    (r"skipped by (\d+) of (\d+) annotators", r"skipped by \1 of \2 annotators", r"\2 名核查人员中 \1 名已跳过"),
    (r"waits for 1 more annotator", "waits for 1 more annotator", "还需 1 名核查人员"),
    (r"waits for (\d+) more annotators", r"waits for \1 more annotators", r"还需 \1 名核查人员"),
    (r"answer does not count\b.*", "an answer that does not count", "一份答案无效"),
    (
        r"the source changed and no longer holds it\b.*",
        "the source changed and no longer holds it",
        "原文已改动，不再包含该声明",
    ),
)

DECIDED_BY: dict[str, tuple[str, str]] = {
    "single": ("One annotator alone", "单人判定"),
    "unanimous": ("All agreed", "一致同意"),
    "majority": ("Majority", "多数意见"),
    "adjudicator": ("Adjudicator", "裁定人"),
    "cluster": ("By the verdict on another wording of the same claim", "依据同一声明另一表述的结论"),
}


def reason_words(reason: str) -> tuple[str, str]:
    """A decision's reason in English and Chinese; as it is where it is none that we know."""
    known = [_reason(part) for part in (reason.split("; ") if not _reason(reason) else [reason])]
    if not all(known):
        return reason, reason
    return "; ".join(en for en, _ in filter(None, known)), "；".join(zh for _, zh in filter(None, known))


def _reason(part: str) -> tuple[str, str] | None:
    for pattern, en, zh in REASONS:
        if found := re.fullmatch(pattern, part, re.DOTALL):
            return found.expand(en), found.expand(zh)
    return None


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """The report's words in one language, or Chinese before English in `both`. A house may have words of its own."""

    lang: ReportLang
    own: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def html(self, key: str, **values: object) -> Markup:
        """The entry `key` of WORDS as markup; values are escaped."""
        return self.pair(*self.filled(key, **values))

    def text(self, key: str, **values: object) -> str:
        """The same as plain text, for attributes and Markdown; nothing is escaped."""
        return self.pair_text(*self.filled(key, **values))

    def block(self, key: str, **values: object) -> Markup:
        """The same as one paragraph a language."""
        return self.blocks(*self.filled(key, **values))

    def blocks(self, en: str, zh: str) -> Markup:
        """Any pair of wordings as one paragraph a language."""
        return Markup("").join(Markup('<p lang="{}">{}</p>').format(code, words) for code, words in self._told(en, zh))

    def pair(self, en: str, zh: str) -> Markup:
        """Any pair of wordings as markup, in the page's language; the second one of `both` is an `i`."""
        (_, first), *rest = self._told(en, zh)
        out = escape(first)
        for code, words in rest:
            out += Markup(' <i lang="{}">{}</i>').format(code, words)
        return out

    def first(self, en: str, zh: str) -> str:
        """The wording in the page's language alone, for what is said in both elsewhere on the page."""
        return self._told(en, zh)[0][1]

    def pair_text(self, en: str, zh: str) -> str:
        """Any pair of wordings as plain text, a slash between two languages."""
        return " / ".join(words for _, words in self._told(en, zh))

    def _told(self, en: str, zh: str) -> list[tuple[str, str]]:
        if en == zh:  # a code that has no words of its own
            return [("en" if self.lang == "en" else "zh-Hans", en)]
        return [
            *([("zh-Hans", zh)] if self.lang != "en" else []),
            *([("en", en)] if self.lang != "zh" else []),
        ]

    def filled(self, key: str, **values: object) -> tuple[str, str]:
        """The entry `key` in English and Chinese; a value that is a pair is told apart by language."""
        plural = "" if values.get("n") == 1 else "s"
        en, zh = self.own.get(key) or WORDS[key]
        pick = {name: v if isinstance(v, tuple) else (v, v) for name, v in values.items()}
        return (
            en.format(s=plural, **{name: v[0] for name, v in pick.items()}),
            zh.format(**{name: v[1] for name, v in pick.items()}),
        )
