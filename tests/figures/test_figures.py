"""Tests of the figures: drawn from the data, and accessible with a name, a description and a table."""

from __future__ import annotations

import pytest
from lxml import etree

from scripts import figures
from scripts.figures import Figure
from scripts.figures.sweden import in_order
from scripts.library.library import Library


def figures_by_id(library: Library) -> dict[str, Figure]:
    """Return the figures of a library, with the flow of one case, by id."""
    flow = library.case_by_id["asby"].case.flow
    assert flow is not None
    drawn = (figures.sweden(library), figures.projects(library), figures.outcomes(library), figures.flow(flow))
    return {figure.id: figure for figure in drawn if figure}


@pytest.mark.parametrize("id_", ["karta", "projekttider", "utfall", "flode"])
def test_a_figure_has_a_name_a_description_and_a_table(id_: str, library: Library) -> None:
    figure = figures_by_id(library)[id_]
    root = etree.fromstring(str(figure.drawing))
    assert root.get("role") == "img"
    names = {child.get("id") for child in root if child.tag in {"title", "desc"} and child.text}
    assert {root.get("aria-labelledby"), root.get("aria-describedby")} == names
    assert figure.rows
    assert all(len(row) == len(figure.head) for row in figure.rows)


def test_the_precision_of_a_number_stands_above_it(library: Library) -> None:
    root = etree.fromstring(str(figures_by_id(library)["flode"].drawing))
    texts = {(node.text, node.get("class")): node for node in root.iter("text")}
    word, value = texts["cirka", "label"], texts["86", "big"]
    assert word.get("x") == value.get("x")
    assert 0 < float(word.get("y", 0)) < float(value.get("y", 0)) - 20
    assert ("testade", "cirka 86") in figures_by_id(library)["flode"].rows


def test_every_sluice_is_on_the_map(library: Library) -> None:
    assert {entry.id for entry in in_order(library)} == {entry.id for entry in library.cases}


def test_numbers_on_the_map_do_not_overlap(library: Library) -> None:
    root = etree.fromstring(str(figures_by_id(library)["karta"].drawing))
    markers = [
        (float(circle.get("cx", 0)), float(circle.get("cy", 0)), float(circle.get("r", 0)))
        for circle in root.iter("circle")
        if "marker" in circle.get("class", "")
    ]
    assert len(markers) == len(library.cases)
    for position, (x, y, radius) in enumerate(markers):
        for other_x, other_y, other_radius in markers[position + 1 :]:
            assert (x - other_x) ** 2 + (y - other_y) ** 2 >= (radius + other_radius) ** 2 - 1


def test_the_stages_of_the_flow_are_filled_in_proportion(library: Library) -> None:
    root = etree.fromstring(str(figures_by_id(library)["flode"].drawing))
    heights = [float(basin.get("height", 0)) for basin in root.iter("rect") if basin.get("class") == "basin"]
    assert heights == pytest.approx([heights[0], heights[0] * 86 / 172, heights[0] * 29 / 172], abs=0.1)


def test_the_outcomes_count_every_sluice_once(library: Library) -> None:
    rows = figures_by_id(library)["utfall"].rows
    assert sum(int(count) for _, count, _ in rows) == len(library.cases)
