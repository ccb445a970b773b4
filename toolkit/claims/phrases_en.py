"""Reading an English clause: the noun phrase before the finite verb, and what its figure is of."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from toolkit.claims.phrases import DATE, FIGURE, Clause, Reading


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TOKEN = re.compile(rf"{DATE}+|{FIGURE}+|[A-Za-z][A-Za-z-]*(?:\.(?=\w))?|['’]s?\b|\d+(?:[.,]\d+)*|[^\sA-Za-z]")
_AUXILIARIES = _words(
    "is are was were be been has have had will would can could may might must shall should did does do"
)
# Verbs that say how large the phrase before them is.
_LINKING = _words(
    "is are was were be been being has have had will would could may rose rise rises risen fell fall falls "
    "fallen grew grow grows grown climbed climb climbs dropped drop drops declined decline declines decreased "
    "increased increase increases jumped slipped slid surged soared plunged shrank tumbled edged stood stand "
    "stands totalled totaled averaged averages amounted came comes reached reach reaches hit hits exceeded "
    "exceeds exceeding surpassed topped passed remained remains stayed doubled tripled halved gained lost "
    "costs cost measured measures weighs weighed worth put set estimated valued expected up down rising "
    "falling"
)
_APPROXIMATE = _words(
    "about around nearly almost roughly approximately over under above below some just only at least most more "
    "less fewer than as many much high low to by of from a an the up down for until now already still well "
    "mere between and every another further all far barely exactly total estimated record with"
)
_PREPOSITIONS = _words(
    "in on at by for from with of to into over under against among between within without during since until "
    "after before about across around near per through out off than as via behind despite including worth "
    "toward towards upon like"
)
_DETERMINERS = _words(
    "the a an its their his her our my your this that these those some any no every each all both another"
)
# the most since records began, the second-largest in Europe: says more of what stands before it.
_APPOSED = re.compile(
    r"(?:the|its|their|an?)\s+(?:[\w-]+\s+)?(?:most|least|first|second|third|worst|best|only|"
    r"[\w-]+est)\b(?:\s+[\w-]+){0,2}?"
    r"\s+(?:since|in|of|for|ever|on|to|among)\b"
)
_RELATIVE = _words("since that which who whose when where ever as than")
_EVERY = _words("weekly daily monthly yearly quarterly hourly early elderly family")
_ACTING = _words("decided voted agreed ruled leads lead trails won lost beat led passed raised cut lowered signed sold")
_PRICED = _words("closed ended opened traded finished")
_STOPS = _words(
    "and or but while which who whom whose that if when because so yet although though where as nor than more "
    "fewer less higher lower what also now still already then there here not never ever only just even too "
    "again today yesterday worldwide globally overall apiece ago later earlier abroad combined altogether"
)
_COMPARATIVES = _words("earlier later higher lower more less fewer still here")
_IRREGULAR = _words(
    "rose fell grew hit cut won lost left led put sold took made held said told saw kept sent set spent paid "
    "met ran began became bought built brought came drew drove gave got knew let shut stole stood struck "
    "thought threw wrote found went shot swept broke chose sank shook spoke wore burnt learnt upheld withheld "
    "rebuilt outsold undercut dealt dug fed fled flew forbade froze hid hung laid lent lay rode sang sat slept "
    "swam swore beat ate flung tore woke hurt burst quit split shed cast bid bet slid shrank sprang fought "
    "caught taught felt meant sought withdrew overtook overtake"
)
_PRESENT = _words(
    "says denies owns holds employs makes runs leads remains carries counts costs plans wants uses operates "
    "serves includes contains covers accounts needs spends sells earns faces offers provides claims accuses "
    "alleges believes shows suggests hates likes ranks beats sits lies lives works pays gets takes gives goes "
    "comes means exceeds surpasses stands belongs run think belong approve spend account earn outnumber deny "
    "owes owe "
    "rests relies puts exempts trades withdraws enters keeps brings buys builds becomes begins allows helps loses "
    "wins sees seems appears happens knows asks tells writes agrees argues expects hopes lets gives relieves "
    "requires involves produces receives relates consists depends contributes generates operates opens closes "
    "falls rises grows sets turns follows finds feels speaks thinks treats refuses accepts joins adds attracts "
    "concedes notes reckons estimates spans bans threatens strips puts lags trails eats drinks drives flies "
    "burns sees sends serves draws dwarfs fetches boasts comprises comprise occupies houses hosts insists "
    "account buy build become allow lose seem appear require receive depend contribute consist rely "
    "own employ live face hate believe say make sell pay oppose support cost use want need plan back"
)
_PREFIX = re.compile(r"^(?:over|under|out|re|mis|with)(?=[a-z]{3})")  # overran, outsold
_ING_OPENING = re.compile(r"[A-Za-z]+ing$")
_NO_ED = _words("bed red need feed speed seed shed hundred breed led indeed united greed embed reed deed weed")
_OPENERS = _words("and but while that so also meanwhile about some only nearly roughly just another")
_NO_OPENING = _words("and or but nor extra further additional")
_NO_END = _words("and or of the a an heavily only also to in on at by for with from not")
_NO_NOUN = _words(
    "the a an its their extra net previous further additional closer open lower higher same other such so up down "
    "it them these those title yoy qoq mom gross new own former latest most more less least"
)
_BODIES = _words("fund company firm bank group airline insurer retailer lender carmaker team club fund trust city town")
_EMPTY = _words("become became gone went came goes comes")  # verbs that name no measure
_ITS = _words("its their his her our my")
_SUBJECT_PRONOUNS = _words("they we he she i")
_PRONOUNS = _words("it he she they we i you this that which who")
# Heads that say nothing without what follows "of".
_VAGUE = _words(
    "number amount share total volume rate cost price value level proportion percentage cases sum toll size "
    "average range"
)
_ADJECTIVES = re.compile(
    r"\s*(?P<what>effective|old|long|tall|deep|wide|high|full|complete|committed|thick|heavy|away|"
    r"accurate|efficient)\b"
)
_SUPERLATIVE = re.compile(
    r"\b(?:(?:[a-z]+(?<!for)(?<!inter)est)(?<!forest)(?<!interest)(?<!latest)|first|second|third|most|"
    r"least|worst|best|record|only|(?:best|worst|most|least)-[a-z]+)\s+"
    r"(?!(?:of|in|since|to|for|on|time|place|and|at|by|as|quarter|half|week|month|year|day)\b)(?:[a-z]+ly\s+|popular\s+|valuable\s+|"
    r"expensive\s+|downloaded\s+)*(?P<noun>[a-z][a-z-]+)",
    re.IGNORECASE,
)
_RANKED_BY = re.compile(
    r"\b(?:by|for)\s+(?P<noun>[a-z]+(?:[ -][a-z]+)?)(?=\s*(?:$|[,.;:)]|in\b|worldwide|globally|among|says))"
)
_RANKED_IN = re.compile(
    r"\b(?:in|on|of)\s+the\s+(?P<noun>(?:[\w’'-]+\s+){0,2}(?:rankings?|table|league|chart|list|index|standings))\b"
)
_COMPARED = re.compile(r"\b(?:as (?:many|much)|more|fewer|less)\s+(?P<noun>[a-z]+)")
_ONE_IN = re.compile(r"\bone (?P<noun>[a-z][a-z -]*?) in\b", re.IGNORECASE)
_OF_WHOM = re.compile(
    r"(?:[Oo]f|[Aa]mong|[Oo]ut of)\s+(?:the\s+|its\s+|their\s+|all\s+)*(?:\d[\d,.]*\s+)?"
    r"(?P<noun>[a-z][a-z’'-]*(?:\s[a-z-]+s)?)(?:\s[^,]*)?,\s*$"
)
_LABEL = re.compile(r"[\W\d_]*(?P<noun>[A-Za-z][A-Za-z '&/-]{1,40}?)\s*:\s*(?P<change>(?:[Uu]p|[Dd]own)\s+)?$")
_SAID_THAT = re.compile(
    r"^\W*(?:(?:The|These|Some)\s+)?(?:[Rr]umours?|[Cc]laims?|[Rr]eports?|[Aa]llegations?|[Ss]uggestions?|[Ss]peculation)"
    r"\b[^,]{0,30}?\bthat\s+|^(?:is|was)\s+that\s+|^[^,]{0,40}?\bso\b[^,]{0,40}?\bthat\s+|"
    r"\b\b(?:said|says|reckons?|believes?|estimates?|thinks?|claims?|claimed|reported|alleges?d?|found|"
    r"announced|suggests?|showed|shows)\b[^,]{0,30}?\bthat\s+"
)


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    word: str  # in lower case
    is_name: bool
    tag: str | None = None


def read_en(clause: Clause) -> Reading:
    """Who or what an English clause is about, and what its figure is of."""
    reading = _read(clause)
    return replace(
        reading,
        subject=_noun(reading.subject),
        noun=_noun(reading.noun),
        verb=None if reading.verb in _EMPTY else _noun(reading.verb),
    )


def _noun(phrase: str | None) -> str | None:
    """A phrase without what cannot begin or end one; None where no noun is left, or a verb is in it."""
    words = re.findall(r"\S+", phrase or "")
    while words and words[0].lower() in _NO_OPENING and len(words) > 1:
        words = words[1:]
    while words and (words[-1].lower() in _NO_END or words[-1] in ("'s", "’s")):
        words = words[:-1]
    if not words or all(word.lower() in _NO_NOUN for word in words):
        return None
    if re.match(r"(?:more|fewer|less) than\b|\W*\d[\d,.]*\W*$", " ".join(words).lower()):
        return None
    if len(words) > 1 and words[0].lower() in ("puts", "gives", "makes", "shows", "has", "is", "was", "it"):
        return None
    if not phrase or re.search(r"\b(?:puts?|is|are|was|were|has|have) (?:it|them|that)\b", phrase):
        return None
    start = phrase.index(words[0])
    return phrase[start : phrase.rindex(words[-1]) + len(words[-1])]


def _read(clause: Clause) -> Reading:
    tokens = [
        _Token(m.start(), m.end(), m.group().lower(), clause.is_name(m.start()), clause.tags.get(m.start()))
        for m in _TOKEN.finditer(clause.masked)
    ]
    first = _opening(clause, tokens)
    verb = next((i for i in range(first, len(tokens)) if _ends_phrase(clause, tokens, i, first)), len(tokens))
    said = _SAID_THAT.search(clause.masked)
    if clause.subject and not (said and said.end() > clause.subject[0]):
        first = next(i for i, t in enumerate(tokens) if t.start >= clause.subject[0])
        verb = next((i for i, t in enumerate(tokens) if t.start >= clause.subject[1]), len(tokens))
        phrase = _noun_phrase(tokens, first, verb)
    else:
        phrase = _subject_phrase(clause, tokens, first, verb)
    if clause.at is None:
        return _act(clause, tokens, phrase, verb)
    label = _LABEL.match(clause.text[: clause.at[0]])
    if label:
        if label["change"]:  # Soybean growers: up |$1.2bn in export sales
            of = re.search(r"\bin\s+(?P<noun>[a-z]+(?: [a-z]+)?)$", clause.text[clause.at[1] :])
            return Reading(label["noun"].strip(), of["noun"] if of else None, linked=True)
        return Reading(None, label["noun"].strip(), linked=True)
    at = next((i for i, token in enumerate(tokens) if token.start >= clause.at[0]), len(tokens))
    of_whom = _OF_WHOM.match(clause.text, 0, clause.at[0])
    if of_whom:  # Of the 312 restaurants inspected, |41 had no licence
        return Reading(of_whom["noun"], _after(clause, tokens) or of_whom["noun"], _verb_after(clause, tokens))
    if first >= at:  # 340,000 homes lost power
        act = _verb_after(clause, tokens)
        noun = _after(clause, tokens) or _of_after(clause, tokens)
        return Reading(noun if act else None, noun, act)
    return _amount(clause, tokens, phrase, verb, at)


def _act(clause: Clause, tokens: list[_Token], phrase: list[_Token], verb: int) -> Reading:
    """The reading of a clause without a figure."""
    act = _word(clause, tokens, _last_verb(tokens, verb, len(tokens), first_one=True))
    noun = _ranked(clause)
    compared = _COMPARED.search(clause.text)
    if compared and not noun:  # as many people as; earn less than
        noun = compared["noun"] if compared["noun"] not in _PREPOSITIONS | _STOPS else act
    return Reading(_words_of(clause, phrase), noun, act)


def _amount(clause: Clause, tokens: list[_Token], phrase: list[_Token], verb: int, at: int) -> Reading:
    """The reading of a clause whose figure stands at the token `at`, behind its first words."""
    subject, after = _words_of(clause, phrase), _after(clause, tokens)
    adjective = _ADJECTIVES.match(clause.text, clause.at[1] if clause.at else 0)
    if adjective:
        return Reading(subject, adjective["what"])
    if phrase and verb == at and tokens[at - 1].word in _PREPOSITIONS and _verb_after(clause, tokens):
        return Reading(subject, after)  # ballot boxes in |four districts| were stuffed
    act = clause.hold.verb or _word(clause, tokens, _last_verb(tokens, verb, at))
    if clause.hold.quality and not after:
        return Reading(subject, clause.hold.quality, act)
    linked = (
        (verb <= at and all(_links(tokens, i) for i in range(verb, at)))
        or _moves(clause, tokens, verb, at)
        or (not after and act not in _ACTING and _is_moved(clause, act))
    )
    if phrase and act in ("weighed", "weighs", "spans", "spanned", "lasts", "lasted"):
        return Reading(subject, after or act, act)  # whose size it is says the verb
    if clause.hold.thing and _is_change(clause):
        return Reading(subject, clause.hold.thing, act)
    if phrase and linked and not _possesses(clause, tokens, verb, at):
        holder, noun = _split(clause, phrase)
        return Reading(holder, noun or after or _of_after(clause, tokens) or _ranked(clause), act, linked=True)
    before = None if clause.hold.is_second else _before(clause, tokens, at, verb)
    noun = after or before or _of_after(clause, tokens) or _ranked(clause) or clause.hold.thing
    return Reading(subject, noun, act, linked=linked)


def _is_moved(clause: Clause, act: str | None) -> bool:
    """Whether the parse says that the subject comes to its figure: wages crept up |4%; sales settled at |$3bn."""
    kind = clause.figure.kind if clause.figure else ""
    if kind == "percent":
        return clause.hold.is_moved
    return clause.hold.is_moved and kind not in ("measure", "duration", "temperature") and act not in _PRICED


def _subject_phrase(clause: Clause, tokens: list[_Token], first: int, verb: int) -> list[_Token]:
    """The noun phrase that the clause is about; empty where it only adds to what stands before it."""
    if verb == first:
        return _name_before_verb(tokens, first)
    opening = tokens[first]
    adds = _APPOSED.match(clause.text, opening.start) or (
        verb < len(tokens)
        and tokens[verb].word in _RELATIVE
        and opening.word in ("the", "a", "an")
        and clause.text[opening.start].islower()
    )
    speaks = _is_change(clause) or opening.is_name or any(_is_verb(tokens, i, first) for i in range(first, len(tokens)))
    return [] if adds or not speaks else _noun_phrase(tokens, first, verb)


def _last_verb(tokens: list[_Token], start: int, stop: int, *, first_one: bool = False) -> int | None:
    """The last (or first) full verb in `tokens[start:stop]`."""
    found = [i for i in range(start, stop) if tokens[i].word not in _AUXILIARIES and _is_verb(tokens, i, start - 1)]
    return found[0 if first_one else -1] if found else None


def _possesses(clause: Clause, tokens: list[_Token], verb: int, at: int) -> bool:
    """Whether the last verb before the figure gives it to the subject: has 500 stores; lost $3bn."""
    last = next((tokens[i].word for i in range(at - 1, verb - 1, -1) if _is_verb(tokens, i, verb - 1)), "")
    is_share = clause.figure is not None and clause.figure.kind in ("percent", "fraction")
    if _is_change(clause) or (is_share and not _of_after(clause, tokens)):
        return False
    return last in ("gained", "lost") or (last in ("has", "have", "had") and not is_share)


def _is_change(clause: Clause) -> bool:
    """Whether the figure begins with a verb of its own: doubled; topped $2bn."""
    return clause.figure is not None and clause.figure.text.lower().split()[0] in _LINKING - {"up", "down", "worth"}


def _name_before_verb(tokens: list[_Token], first: int) -> list[_Token]:
    """The name right before the verb of a clause that begins with a frame without a comma: By then |Canada had…"""
    verb = next((i for i in range(first, len(tokens)) if _is_verb(tokens, i, first)), first)
    if verb == first or tokens[first].word not in _PREPOSITIONS:
        return []
    start = verb
    while start > first and tokens[start - 1].is_name:
        start -= 1
    return tokens[start:verb]


def _word(clause: Clause, tokens: list[_Token], i: int | None) -> str | None:
    return None if i is None else clause.text[tokens[i].start : tokens[i].end]


def _opening(clause: Clause, tokens: list[_Token]) -> int:
    """Where the clause proper begins: behind its time or place frame and whoever says it."""
    said = _SAID_THAT.search(clause.masked)
    i = next((k for k, t in enumerate(tokens) if said and t.start >= said.end()), 0)
    if i == 0 and len(tokens) > 4 and tokens[1].word == ":" and clause.at != (tokens[2].start, tokens[2].end):
        i = 2  # Claim: …
    while i < len(tokens):
        word = tokens[i].word
        comma = next((k for k in range(i, min(i + 10, len(tokens))) if tokens[k].word == ","), None)
        if word in _PREPOSITIONS and comma is not None and not any(_is_verb(tokens, k, i) for k in range(i, comma)):
            i = comma + 1
        elif word[0] in DATE + ",;:-–—“”\"'‘’" or word in _OPENERS:
            i += 1
        elif word in _PREPOSITIONS and i + 1 < len(tokens) and tokens[i + 1].word[0] == DATE:
            i += 2
        elif word in _PREPOSITIONS and i + 2 < len(tokens) and tokens[i + 2].word[0] == DATE:
            i += 3  # In the 12 months to September |the fund
        elif comma is not None and _is_framing(tokens, i, comma):
            i = comma + 1  # Dismantled by a crew of 85, |the old viaduct
        else:
            break
    return i


def _is_verb(tokens: list[_Token], i: int, first: int) -> bool:
    """Whether the word is a finite verb as far as its form and its neighbours say."""
    token = tokens[i]
    word, before = token.word, tokens[i - 1].word if i > first else ""
    if token.is_name or not word[0].isalpha():
        return False
    if token.tag:
        return _is_finite(tokens, i)
    if before in _SUBJECT_PRONOUNS and not word.endswith("ly") and word not in _PREPOSITIONS | _STOPS | _DETERMINERS:
        return True  # They |trade 40% below their peak
    if word in _AUXILIARIES or (
        _PREFIX.sub("", word) in _IRREGULAR and before not in _DETERMINERS - {"those", "these", "this", "that"}
    ):
        return True
    if before in _DETERMINERS - {"those", "these", "this", "that"} or before in ("of", "in", "'s", "’s", "with", "on"):
        return False
    if word in _PRESENT:
        follows = tokens[i + 1] if i + 1 < len(tokens) else None
        return i > first or (
            word.endswith("s")
            and follows is not None
            and (follows.is_name or follows.word in _DETERMINERS or follows.word[0] in FIGURE + "$€£")
        )
    return (
        word.endswith("ed")
        and word not in _NO_ED
        and not (
            i == first
            and i + 1 < len(tokens)
            and tokens[i + 1].word.endswith("s")
            and tokens[i + 1].word not in _PREPOSITIONS | {"its", "his"}
        )
    )


def _is_finite(tokens: list[_Token], i: int) -> bool:
    tag = tokens[i].tag
    return tag in ("VBD", "VBZ", "VBP", "MD") or (
        tag in ("VBN", "VB", "VBG")
        and any(t.tag in ("VBD", "VBZ", "VBP", "MD") and t.word in _AUXILIARIES for t in tokens[max(0, i - 4) : i])
    )


def _ends_phrase(clause: Clause, tokens: list[_Token], i: int, first: int) -> bool:
    word = tokens[i].word
    compares = word in _COMPARATIVES and i > first and tokens[i - 1].word in _DETERMINERS  # an |earlier version
    opens = i == first and (
        word in _PREPOSITIONS or word in ("up", "down", "accusing", "twice") or _is_participle(tokens, i)
    )
    return (
        opens
        or (word[0] == FIGURE and clause.at is not None)
        or word[0] in ":("
        or (word in _STOPS and not compares)
        or _is_verb(tokens, i, first)
    )


def _is_framing(tokens: list[_Token], i: int, comma: int) -> bool:
    """Whether a participle without a subject opens the clause up to the comma: Founded in 1906, …"""
    word, after = tokens[i].word, tokens[i + 1].word
    is_participle = word.endswith("ed") or word in ("built", "made", "sold", "held", "set", "put", "led", "hit", "born")
    return (
        (is_participle or _is_participle(tokens, i))
        and not tokens[i].is_name
        and (after in _PREPOSITIONS or after in _DETERMINERS or after.endswith("ly"))
        and comma + 1 < len(tokens)
        and not any(_is_verb(tokens, k, i) for k in range(i + 1, comma))
    )


def _is_participle(tokens: list[_Token], i: int) -> bool:
    return _ING_OPENING.match(tokens[i].word) is not None and not tokens[i].is_name


def _noun_phrase(tokens: list[_Token], first: int, end: int) -> list[_Token]:
    """The tokens of the noun phrase, without a comma'd aside or adverbs behind it."""
    comma = next((i for i in range(first, end) if tokens[i].word == ","), end)
    phrase = [t for t in tokens[first:comma] if t.word not in '“”"‘']
    while phrase and (phrase[-1].word.endswith("ly") or phrase[-1].word[0] in DATE or phrase[-1].word in _PREPOSITIONS):
        phrase.pop()
    return phrase


def _words_of(clause: Clause, phrase: list[_Token]) -> str | None:
    """The words of a phrase without the prepositional phrases behind its head, but with of-phrases."""
    cut = next(
        (i for i, t in enumerate(phrase) if i and t.word in _PREPOSITIONS - {"of"} and not t.is_name), len(phrase)
    )
    kept = [t for t in phrase[:cut] if t.word[0] != DATE]
    return clause.text[kept[0].start : kept[-1].end] if kept else None


def _split(clause: Clause, phrase: list[_Token]) -> tuple[str | None, str | None]:
    """The holder and the measure in the phrase before a linking verb: the oil firm's|emissions; exports|of Japan."""
    whole = _words_of(clause, phrase)
    if (
        not whole
        or whole.lower() in _PRONOUNS
        or all(t.is_name for t in phrase if t.word not in ("the", "mr", "ms", "mrs", "."))
    ):
        return whole or None, None
    cut = next((i for i, t in enumerate(phrase) if i and t.word in _PREPOSITIONS and not t.is_name), len(phrase))
    head, tail = phrase[:cut], phrase[cut + 1 :]
    if head[0].word in _ITS and len(head) > 1:
        return None, _text(clause, head[1:])
    possessive = next((i for i, t in enumerate(head) if t.word in ("'s", "’s", "'", "’")), None)
    if possessive is not None and possessive + 1 < len(head):
        return clause.text[head[0].start : head[possessive - 1].end], _text(clause, head[possessive + 1 :])
    named = next((i for i, t in enumerate(head) if not t.is_name and t.word not in ("the",)), len(head))
    if 0 < named < len(head) and head[named - 1].is_name:
        return clause.text[head[0].start : head[named - 1].end], _text(clause, head[named:])
    noun = _text(clause, head)
    if head[-1].word in _BODIES:
        return whole, None
    if tail and phrase[cut].word == "of" and head[-1].word in _VAGUE and not tail[0].is_name:
        stop = next((i for i, t in enumerate(tail) if t.word in _PREPOSITIONS), len(tail))
        return _text(clause, tail[stop + 1 :]), _text(clause, [*head, phrase[cut], *tail[:stop]])
    holder = _words_of(clause, tail) if tail and phrase[cut].word in ("in", "of", "on", "at", "for", "among") else None
    return holder or None, noun


def _text(clause: Clause, tokens: list[_Token]) -> str | None:
    tokens = [t for t in tokens if t.word[0] != DATE]
    while tokens and tokens[0].word in _DETERMINERS | {"dozen", "of", "thousand", "million", "hundred"}:
        tokens = tokens[1:]
    return clause.text[tokens[0].start : tokens[-1].end] if tokens else None


def _moves(clause: Clause, tokens: list[_Token], verb: int, at: int) -> bool:
    """Whether a verb without an object leads to the figure: eased to, traded above, warmed by."""
    rest = [t.word for t in tokens[verb:at]]
    while rest and rest[-1] in ("between", "about", "around", "nearly", "almost", "roughly", "some", "just"):
        rest = rest[:-1]
    if len(rest) == 1 and rest[0] in _PRICED:
        return clause.figure is not None and clause.figure.kind == "percent"
    while rest and (rest[0] in _AUXILIARIES or rest[0].endswith("ly")):
        rest = rest[1:]
    if clause.figure and clause.figure.text.lower().startswith(("above ", "below ")):
        rest.append("to")
    leads = len(rest) == 2 and rest[1] in ("to", "by", "at", "above", "below", "past", "from", "towards")
    return leads and rest[0] not in _ACTING


def _links(tokens: list[_Token], i: int) -> bool:
    word = tokens[i].word
    return (
        word in _LINKING
        or word in _APPROXIMATE
        or word[0] in DATE + FIGURE + ",("
        or word.endswith("ly")
        or word in _DETERMINERS
    )


def _after(clause: Clause, tokens: list[_Token]) -> str | None:
    """The noun that the figure counts: in its own words (39 |counties) or behind it (44 |electric trains)."""
    figure, (start, end) = clause.figure, clause.at or (0, 0)
    one_in = _ONE_IN.search(figure.text) if figure and figure.kind == "fraction" else None
    if one_in:
        return one_in["noun"]
    if figure and figure.kind in ("fraction", "multiple"):
        of_it = re.compile(r"\s+(?:the|its|their)\s+").match(clause.text, end)
        end = of_it.end() - 1 if of_it else end
        if figure.kind == "multiple":
            return _nouns_from(clause, tokens, end) if of_it else None
    if figure is None or (
        figure.kind not in ("count", "number", "range", "money", "fraction") and "-" not in figure.text
    ):
        return None
    inside = re.search(
        r"[\d)]\S*\s+(?:hundred |thousand |[mb]illion |trillion )?(?P<noun>[a-z][a-z -]+)$|"
        r"^[a-z]+\s+(?P<other>[a-z][a-z -]+)$",
        clause.text[start:end],
        re.IGNORECASE,
    )
    if figure.kind == "count" and figure.unit and re.fullmatch(r"[A-Za-z-]{2,}", figure.unit):
        found = (inside["noun"] or inside["other"]) if inside else figure.unit
        follow = re.match(r"\s+of\s+(?!the\b|its\b|their\b)[a-z]+", clause.text[end:])
        found = re.sub(r"^(?:dozen|hundred|thousand|million)s?\s+", "", found)
        return found + (follow.group() if follow and figure.unit in ("cases", "tonnes", "litres") else "")
    return _nouns_from(clause, tokens, end)


def _nouns_from(clause: Clause, tokens: list[_Token], end: int) -> str | None:
    """The run of nouns that begins at `end`."""
    nouns: list[_Token] = []
    for i, token in enumerate(tokens):
        if token.start < end:
            continue
        gap = clause.text[(nouns[-1].end if nouns else end) : token.start]
        if not nouns and token.word in ("fewer", "more", "less") and not gap.strip():
            end = token.end  # a third |fewer passengers
            continue
        stop = (
            token.word in _PREPOSITIONS
            or token.word in _STOPS
            or token.word in _DETERMINERS
            or token.word in ("up", "down", "is", "yet")
        )
        if (
            gap.strip()
            or stop
            or not token.word[0].isalpha()
            or (token.word.endswith("ly") and token.word not in _EVERY)
            or (_is_verb(tokens, i, i - 1))
        ):
            break
        nouns.append(token)
    return _text(clause, nouns[:4])


def _verb_after(clause: Clause, tokens: list[_Token]) -> str | None:
    """What those counted do or are: 34 patients |died; 79 were |missing."""
    end = clause.at[1] if clause.at else 0
    for i, token in enumerate(tokens):
        if token.start >= end and (token.word in _AUXILIARIES or _is_verb(tokens, i, i - 1)):
            rest = [t for t in tokens[i:] if t.word not in _AUXILIARIES | _STOPS and not t.word.endswith("ly")]
            return clause.text[rest[0].start : rest[0].end] if rest and rest[0].word[0].isalpha() else None
    return None


def _of_after(clause: Clause, tokens: list[_Token]) -> str | None:
    """The noun that a share is of: 42.6% of |Spain's electricity; 10% of |purchases."""
    end = clause.at[1] if clause.at else 0
    rest = [i for i, token in enumerate(tokens) if token.start >= end]
    if not rest or tokens[rest[0]].word != "of":
        return None
    rest = [
        i for i in rest if not tokens[i].word[0].isdigit() and tokens[i].word != ","
    ]  # 12 of the 90 |recommendations
    group: list[_Token] = []
    for i in rest[1:]:
        token = tokens[i]
        possessive = token.word[0] in "'’"
        ends = token.word in _PREPOSITIONS | _STOPS or not (token.word[0].isalpha() or possessive)
        if ends or (group and token.word in _DETERMINERS) or _is_verb(tokens, i, rest[0]):
            break
        group = [] if possessive else [*group, token]
    noun = _text(clause, group)
    return None if noun is None or noun.lower() in ("them", "those", "it", "which") else noun


def _before(clause: Clause, tokens: list[_Token], at: int, verb: int) -> str | None:
    """The noun group right before the figure: a fine of |€376m; cut its main rate to |4.25%."""
    verb = verb if verb < at else -1
    i = at - 1
    while i > verb and (
        tokens[i].word in _APPROXIMATE | {"worth", "averaging", "totalling"}
        or tokens[i].word[0] in FIGURE + DATE + "($€£¥"
    ):
        i -= 1
    end = i + 1
    while (
        i > verb
        and tokens[i].word[0].isalpha()
        and tokens[i].word not in _PREPOSITIONS | _STOPS | _DETERMINERS
        and not _is_verb(tokens, i, verb)
    ):
        i -= 1
    at_noun = i == verb >= 0 and tokens[i].word not in _PREPOSITIONS | _STOPS | _DETERMINERS
    if at_noun and not _is_verb(tokens, i, verb) and i < end - 1:
        i -= 1
    if i > verb + 1 and tokens[i].word == "of" and tokens[i - 1].word[0].isalpha():
        i -= 2  # the risk of stroke
        while (
            i > verb and tokens[i].word not in _PREPOSITIONS | _STOPS | _DETERMINERS and not _is_verb(tokens, i, verb)
        ):
            i -= 1
    group = tokens[i + 1 : end]
    if group and group[-1].word in ("him", "her", "them", "it", "us", "me"):
        return None
    if group and group[-1].tag and not group[-1].tag.startswith(("NN", "VBG")):
        return None
    is_range = clause.figure is not None and clause.figure.value_max is not None and group and group[-1].word == "range"
    if (
        is_range
        or any(t.is_name for t in group[-1:])
        or (group and group[-1].word in ("total", "average", "record", "level", "peak"))
    ):
        return None
    return _text(clause, group)


def _ranked(clause: Clause) -> str | None:
    """What a rank or record is in: the slowest |pace, third by |market value, fourth in the |rankings."""
    match = _RANKED_IN.search(clause.text) or _RANKED_BY.search(clause.text) or _SUPERLATIVE.search(clause.text)
    return match["noun"] if match else None
