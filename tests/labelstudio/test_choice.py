"""The choice of claims: what is chosen, that it only adds, that little is held, and what a push makes of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.labelstudio.conftest import FakeServer
from toolkit.labelstudio import sync
from toolkit.labelstudio.choice import BEGUN, Choice, Chooser, Held, Verdict, choose
from toolkit.model import AnnotatedDocument, Claim, Document


def document(doc_id: str, worths: Iterable[float]) -> AnnotatedDocument:
    worths, sentence = list(worths), "增长{}%。".format
    text = "".join(sentence(n) for n in range(len(worths)))
    claims = tuple(_claim(doc_id, text, sentence(number), number, worth) for number, worth in enumerate(worths))
    return AnnotatedDocument(Document(doc_id, text), "zh", (), (), claims, "1")


def _claim(doc_id: str, text: str, sentence: str, number: int, worth: float) -> Claim:
    start = text.index(sentence)
    end = start + len(sentence)
    return Claim(
        f"{doc_id}-{number}", start, end - 1, sentence[:-1], "zh", start, end,
        types=("statistical",), value=Decimal(number), unit="%", worth=worth,
    )  # fmt: skip


def chosen(documents: Iterable[AnnotatedDocument], choice: Choice, held: Held | None = None) -> dict[str, str]:
    """Ids of what is pushed, with the reasons; and that every claim is told once."""
    documents, told = list(documents), list[Verdict]()
    made = choose(documents, choice, held or Held(), told.append)
    assert sorted(verdict.claim.claim_id for verdict in told) == sorted(c.claim_id for d in documents for c in d.claims)
    pushed = {verdict.claim.claim_id: verdict.reason for verdict in told if verdict.pushed}
    assert sorted(pushed) == sorted(claim.claim_id for annotated in made for claim in annotated.claims)
    return pushed


DOCUMENTS = [document("a", [0.9, 0.2, 0.5]), document("b", [0.1]), document("c", [0.8, 0.6])]


def test_by_worth_and_top() -> None:
    assert set(chosen(DOCUMENTS, Choice())) == {"a-0", "a-1", "a-2", "b-0", "c-0", "c-1"}
    assert chosen(DOCUMENTS, Choice(min_worth=0.6)) == {
        "a-0": "worth 0.90, at least 0.6",
        "c-0": "worth 0.80, at least 0.6",
        "c-1": "worth 0.60, at least 0.6",
    }
    assert set(chosen(DOCUMENTS, Choice(top=2))) == {"a-0", "c-0"}
    assert set(chosen(DOCUMENTS, Choice(min_worth=0.85, top=2))) == {"a-0"}
    both = chosen(DOCUMENTS, Choice(top=2, sample=1))
    assert {"a-0", "c-0"} < set(both)
    assert len(both) == 3


def test_what_is_on_the_server_stays_and_counts_first() -> None:
    assert set(chosen(DOCUMENTS, Choice(top=2), Held({"b-0"}))) == {"b-0", "a-0"}
    assert set(chosen(DOCUMENTS, Choice(top=1), Held({"b-0", "a-1"}))) == {"b-0", "a-1"}
    told: list[Verdict] = []
    choose(DOCUMENTS, Choice(top=3), Held({"a-1"}, {"a"}), told.append)
    assert {v.claim.claim_id for v in told if v.pushed} == {"a-1", "c-0", "c-1"}
    assert {v.claim.claim_id for v in told if v.reason == BEGUN} == {"a-0", "a-2"}


worths = st.lists(st.lists(st.floats(0, 1).map(lambda x: round(x, 2)), max_size=4), max_size=12)
choices = st.builds(
    Choice,
    st.sampled_from([0.0, 0.3]),
    st.none() | st.integers(1, 12),
    st.none() | st.integers(1, 12),
    st.integers(0, 3),
)


@given(worths, choices, st.randoms(use_true_random=False))
def test_the_second_run_chooses_the_same_and_growth_only_adds(
    rows: list[list[float]], choice: Choice, random: Random
) -> None:
    documents = [document(f"d{n}", row) for n, row in enumerate(rows)]
    first = set(chosen(documents, choice))
    mixed = random.sample(documents, len(documents))
    assert set(chosen(mixed, choice)) == first  # whatever the order
    assert set(chosen(documents, choice, Held(first))) == first
    more = [*documents, document("new", [0.95, 0.05])]
    later = set(chosen(more, choice, Held(first)))
    assert first <= later
    if choice.top is not None or choice.sample is not None:
        assert len(later) <= (choice.top or 0) + (choice.sample or 0)


def test_of_what_is_not_chosen_nothing_is_held() -> None:
    chooser = Chooser(Choice(top=5), Held(), lambda _: None)
    for n in range(2_000):
        chooser.add(document(f"d{n}", [n % 100 / 100, 0.3]))
    assert len(chooser._kept) <= 5
    assert len(chooser._open) <= 10


def test_a_sample_is_drawn_by_its_seed() -> None:
    documents = [document(f"d{n}", [0.5]) for n in range(200)]
    one, other = (set(chosen(documents, Choice(sample=20, seed=seed))) for seed in (1, 2))
    assert len(one) == len(other) == 20
    assert one != other


def test_no_task_goes_because_the_choice_moved(server: FakeServer) -> None:
    def push(documents: list[AnnotatedDocument], choice: Choice) -> sync.Pushed:
        held = sync.held(server, title="choice", layout="claim")
        made = choose(documents, choice, held, lambda _: None)
        return sync.push(server, made, title="choice", layout="claim")

    first = push(DOCUMENTS, Choice(top=2))
    assert (first.created, first.kept) == (2, 0)
    task = next(iter(server.stored.values()))
    task["annotations"].append({"id": 1, "completed_by": 1, "result": []})
    better = [*DOCUMENTS, document("z", [0.99, 0.98])]
    again = push(better, Choice(top=2))
    assert (again.created, again.kept, again.retired, again.superseded) == (0, 2, 0, 0)
    wider = push(better, Choice(top=3))
    assert (wider.created, wider.kept, wider.retired, wider.superseded) == (1, 2, 0, 0)
    narrower = push(better, Choice(min_worth=0.95, top=1))
    assert (narrower.created, narrower.kept, narrower.retired, narrower.superseded) == (0, 3, 0, 0)


def test_a_changed_source_retires_its_old_claims_also_where_no_new_one_is_chosen(server: FakeServer) -> None:
    choice = Choice(min_worth=0.5)
    for worth, created, retired in ((0.9, 1, 0), (0.1, 0, 1)):
        source = document("a", [worth])
        if created == 0:  # other words, so another claim
            claim = replace(source.claims[0], claim_id="other")
            source = replace(source, claims=(claim,))
        held = sync.held(server, title="choice", layout="claim")
        made = choose([source], choice, held, lambda _: None)
        done = sync.push(server, made, title="choice", layout="claim")
        assert (done.created, done.retired) == (created, retired)
    assert not server.stored
