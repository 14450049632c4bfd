"""The evidence for a topic: what counts, in how many sluices, and who says so."""

from __future__ import annotations

import pytest

from scripts.library.evidence import Evidence, Standing, evidence, standing
from scripts.library.library import Library
from scripts.model.catalogue import Factor, Method
from scripts.model.claims import FactorUse, MethodUse, Source
from scripts.model.enums import SourceKind, Stage, Stance

RECORD = {
    "id": "post",
    "name": "Posten",
    "name_en": "Record",
    "description": ({"text": "Vad posten säger.", "sources": ("k",)},),
    "phases": ("skede",),
}
TEXT = {"text": "Så gick det till.", "sources": ("k",)}


def method(*, prestudy: bool = False) -> Method:
    return Method.model_validate({**RECORD, "prestudy": prestudy})


def method_use(stage: Stage, stance: Stance) -> MethodUse:
    return MethodUse.model_validate({**TEXT, "method": "post", "stage": stage, "stance": stance})


def source(kind: SourceKind) -> Source:
    return Source.model_validate(
        {"title": "Sidan", "publisher": "Kommunen", "url": "https://example.org/", "kind": kind, "read": "2026-11"}
    )


@pytest.mark.parametrize(
    ("stage", "stance", "expected"),
    [
        (Stage.DONE, Stance.SUPPORTS, Standing.DONE),
        (Stage.DONE, Stance.CONTRADICTS, Standing.AGAINST),
        (Stage.DONE, Stance.DESCRIBES, Standing.MENTIONED),
        (Stage.PLANNED, Stance.SUPPORTS, Standing.PLANNED),
        (Stage.PLANNED, Stance.CONTRADICTS, Standing.MENTIONED),
        (Stage.PRESTUDY, Stance.SUPPORTS, Standing.PLANNED),
        (Stage.VIEW, Stance.SUPPORTS, Standing.MENTIONED),
        (Stage.VIEW, Stance.CONTRADICTS, Standing.MENTIONED),
    ],
)
def test_only_what_is_done_and_supports_counts(stage: Stage, stance: Stance, expected: Standing) -> None:
    assert standing(method_use(stage, stance), method()) is expected


def test_what_was_done_in_a_pre_study_counts_for_a_method_of_pre_studies() -> None:
    use = method_use(Stage.PRESTUDY, Stance.SUPPORTS)
    assert standing(use, method(prestudy=True)) is Standing.DONE
    factor_use = FactorUse.model_validate(
        {**TEXT, "factor": "post", "stage": Stage.PRESTUDY, "stance": Stance.SUPPORTS}
    )
    assert standing(factor_use, Factor.model_validate(RECORD)) is Standing.PLANNED


def test_a_sluice_is_counted_once_and_not_as_planning_what_it_has_done() -> None:
    own, news = source(SourceKind.SELF_REPORTED), source(SourceKind.NEWS)
    computed = evidence(
        [
            ("alfa", Standing.DONE, [own]),
            ("alfa", Standing.DONE, [own, news]),
            ("alfa", Standing.PLANNED, [own]),
            ("beta", Standing.PLANNED, [news]),
            ("gamma", Standing.AGAINST, [news]),
            ("delta", Standing.MENTIONED, [own]),
        ],
        [],
    )
    assert (computed.done, computed.planned, computed.against) == (1, 1, 1)
    assert dict(computed.speakers) == {SourceKind.SELF_REPORTED: 1, SourceKind.NEWS: 1}


def test_studies_are_counted_by_kind_of_source() -> None:
    research, independent = source(SourceKind.RESEARCH), source(SourceKind.INDEPENDENT)
    computed = evidence([], [[research], [research, research], [independent]])
    assert dict(computed.studies) == {SourceKind.RESEARCH: 2, SourceKind.INDEPENDENT: 1}
    assert computed.independent


@pytest.mark.parametrize("kind", [kind for kind in SourceKind if kind is not SourceKind.INDEPENDENT])
def test_no_other_kind_of_source_is_independent(kind: SourceKind) -> None:
    assert not evidence([("alfa", Standing.DONE, [source(kind)])], [[source(kind)]]).independent


@pytest.mark.parametrize(
    ("computed", "learned", "words"),
    [
        (Evidence(3, 2), False, "Gjort i tre slussar, planerat i två"),
        (Evidence(1), False, "Gjort i en sluss"),
        (Evidence(14, against=1), True, "Erfarenhet från 14 slussar, talar emot i en"),
        (Evidence(planned=2), False, "Inte gjort i någon sluss, planerat i två"),
        (Evidence(), True, "Ingen erfarenhet från slussarna"),
    ],
)
def test_where_in_words(computed: Evidence, learned: bool, words: str) -> None:
    assert computed.where(learned=learned) == words


def test_who_in_words() -> None:
    speakers = {SourceKind.INDEPENDENT: 1, SourceKind.SELF_REPORTED: 3}
    assert Evidence(3, speakers=speakers).who == "Projekten själva 3, oberoende 1"
    assert Evidence(3, speakers=speakers, studies={SourceKind.RESEARCH: 2}).who == (
        "Projekten själva 3, oberoende 1. Studier: forskning 2"
    )
    assert Evidence(studies={SourceKind.PROGRAMME: 1}).who == "Studier: nära programmet 1"
    assert Evidence().who == ""


def test_the_most_telling_statement_decides_the_standing_of_a_case(library: Library) -> None:
    for topic in library.topic_by_id.values():
        for case, most_telling in topic.standings.items():
            of_case = {mention.standing for mention in topic.mentions if mention.entry.id == case}
            assert most_telling == min(of_case, key=tuple(Standing).index)
