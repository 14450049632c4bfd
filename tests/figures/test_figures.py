"""Figures: drawn from the data, named, and told as a table too."""

from __future__ import annotations

import pytest
from lxml import etree

from scripts import figures
from scripts.figures import Figure
from scripts.figures.sweden import in_order
from scripts.library.library import Library


def drawn(library: Library) -> dict[str, Figure]:
    """Every figure of the full data."""
    flow = library.case_by_id["asby"].case.flow
    assert flow is not None
    found = (figures.sweden(library), figures.projects(library), figures.outcomes(library), figures.flow(flow))
    return {figure.id: figure for figure in found if figure}


@pytest.mark.parametrize("id_", ["karta", "projekttider", "utfall", "flode"])
def test_a_figure_has_a_name_a_description_and_a_table(id_: str, library: Library) -> None:
    figure = drawn(library)[id_]
    root = etree.fromstring(str(figure.drawing))
    assert root.get("role") == "img"
    names = {child.get("id") for child in root if child.tag in {"title", "desc"} and child.text}
    assert {root.get("aria-labelledby"), root.get("aria-describedby")} == names
    assert figure.rows
    assert all(len(row) == len(figure.head) for row in figure.rows)


def test_every_sluice_is_on_the_map(library: Library) -> None:
    assert {entry.id for entry in in_order(library)} == {entry.id for entry in library.cases}


def test_no_two_numbers_on_the_map_cover_each_other(library: Library) -> None:
    root = etree.fromstring(str(drawn(library)["karta"].drawing))
    discs = [
        (float(disc.get("cx", 0)), float(disc.get("cy", 0)), float(disc.get("r", 0)))
        for disc in root.iter("circle")
        if "marker" in disc.get("class", "")
    ]
    assert len(discs) == len(library.cases)
    for position, (x, y, radius) in enumerate(discs):
        for other_x, other_y, other_radius in discs[position + 1 :]:
            assert (x - other_x) ** 2 + (y - other_y) ** 2 >= (radius + other_radius) ** 2 - 1


def test_chambers_of_the_flow_are_filled_in_proportion(library: Library) -> None:
    root = etree.fromstring(str(drawn(library)["flode"].drawing))
    heights = [float(chamber.get("height", 0)) for chamber in root.iter("rect") if chamber.get("class") == "basin"]
    assert heights == pytest.approx([heights[0], heights[0] * 86 / 172, heights[0] * 29 / 172], abs=0.1)


def test_every_outcome_counts_its_sluices(library: Library) -> None:
    rows = drawn(library)["utfall"].rows
    assert sum(int(count) for _, count, _ in rows) == len(library.cases)
