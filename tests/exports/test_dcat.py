"""Tests that the description for data portals meets the requirements of DCAT-AP-SE."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF

from scripts.build.pipeline import files_of
from scripts.exports.inventory import DCAT as PATH
from scripts.settings import Settings
from tests.conftest import FULL, SMALL
from tests.exports.conftest import PUBLISHED

BASE = f"{PUBLISHED.site_url}/"

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")

MANDATORY = {
    DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.license, DCAT.dataset),
    DCAT.Dataset: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher),
    DCAT.Distribution: (DCAT.accessURL,),
    FOAF.Agent: (FOAF.name,),
    VCARD.Organization: (VCARD.fn, VCARD.hasEmail),
}
"""Class → mandatory properties, according to DCAT-AP-SE 3 (https://docs.dataportal.se/dcat/3.0.1/sv/), whose
cardinalities are in the templates of https://github.com/diggsweden/DCAT-AP-SE."""

RECOMMENDED = {
    DCAT.Catalog: (DCTERMS.language, DCTERMS.modified, FOAF.homepage, DCAT.themeTaxonomy),
    DCAT.Dataset: (
        DCAT.contactPoint, DCAT.distribution, DCAT.theme, DCAT.keyword, DCTERMS.spatial, DCTERMS.temporal,
        DCTERMS.accessRights, DCTERMS.accrualPeriodicity,
    ),
    DCAT.Distribution: (DCTERMS.description, DCTERMS.format, DCTERMS.license, DCAT.downloadURL),
}  # fmt: skip
"""Class → recommended properties, according to the same specification."""

AT_MOST_ONE = {DCAT.Catalog: (DCTERMS.publisher, DCTERMS.license), DCAT.Dataset: (DCTERMS.publisher,)}
"""Class → properties that must not be repeated, according to the same specification."""


@pytest.fixture(scope="module")
def graph(published: Mapping[str, str]) -> Graph:
    """Return the description as a graph."""
    return Graph().parse(data=published[PATH], format="turtle")


@pytest.mark.parametrize("requirements", [MANDATORY, RECOMMENDED], ids=["mandatory", "recommended"])
def test_resources_have_their_properties(graph: Graph, requirements: Mapping[URIRef, tuple[URIRef, ...]]) -> None:
    for class_, properties in requirements.items():
        resources = list(graph.subjects(RDF.type, class_))
        assert resources, class_
        missing = [(node, name) for node in resources for name in properties if not list(graph.objects(node, name))]
        assert missing == []


def test_single_properties_are_not_repeated(graph: Graph) -> None:
    for class_, properties in AT_MOST_ONE.items():
        for resource in graph.subjects(RDF.type, class_):
            assert [len(list(graph.objects(resource, name))) for name in properties] == [1] * len(properties)


def test_every_referenced_resource_is_described(graph: Graph) -> None:
    described = set(graph.subjects(RDF.type, None))
    for name in (DCTERMS.publisher, DCAT.dataset, DCAT.distribution, DCAT.contactPoint):
        assert set(graph.objects(None, name)) <= described


def test_the_catalogue_is_cc0_and_the_distributions_are_cc_by(graph: Graph) -> None:
    (catalogue,) = graph.subjects(RDF.type, DCAT.Catalog)
    assert graph.value(catalogue, DCTERMS.license) == URIRef("http://creativecommons.org/publicdomain/zero/1.0/")
    for distribution in graph.subjects(RDF.type, DCAT.Distribution):
        assert graph.value(distribution, DCTERMS.license) == URIRef("http://creativecommons.org/licenses/by/4.0/")


def test_every_distribution_can_be_downloaded(graph: Graph, published: Mapping[str, str]) -> None:
    addresses = {str(address).removeprefix(BASE) for address in graph.objects(None, DCAT.downloadURL)}
    assert addresses <= set(published)
    assert {address.rsplit(".", 1)[1] for address in addresses} == {"json", "csv", "xml"}


@pytest.mark.parametrize("lacking", [replace(PUBLISHED, site_url=""), replace(PUBLISHED, publisher="")])
def test_without_address_or_publisher_there_is_no_description_and_the_page_says_so(lacking: Settings) -> None:
    files = files_of(FULL, lacking)
    assert PATH not in files
    assert "Här saknas beskrivningen" in files["oppna-data/index.md"]


def test_settings_are_escaped() -> None:
    name = 'Nämnden "för" \\ <x> . @sv\n<a> <b> <c> .'
    files = files_of(SMALL, replace(PUBLISHED, publisher=name, contact="a@b.se> <x"))
    graph = Graph().parse(data=files[PATH], format="turtle")
    assert set(graph.objects(None, FOAF.name)) == {Literal(name)}
    assert len(list(graph.objects(None, VCARD.hasEmail))) == 1
