"""Models of the responses of the API: lists, single sluices, and the index of resources."""

from __future__ import annotations

from typing import Annotated, Generic, TypeVar

from pydantic import Field

from scripts.exports.api.catalogue_schema import Conclusion, Municipality, Source, Tag, Topic
from scripts.exports.api.schema import Basis, CaseInList, Likeness, Shape, SourceOfCase, Stand, Statement
from scripts.exports.inventory import VERSION

T = TypeVar("T")


class Envelope(Shape):
    """Det som varje svar har."""

    schema_version: Annotated[str, Field(description="Gränssnittets version.", pattern=r"^1\.[0-9]+\.[0-9]+$")] = (
        VERSION
    )
    url: Annotated[str, Field(description="Sidan som visar samma sak.")]
    modified: Annotated[str | None, Field(description="Dagen då det som svaret bygger på senast ändrades.")] = None


class Case(Envelope, CaseInList):
    """En sluss, med allt som står om den."""

    basis: Annotated[dict[str, Basis], Field(description="Källorna till uppgifterna ovan, en nyckel för varje.")]
    statements: Annotated[tuple[Statement, ...], Field(description="I samma ordning som på sidan.")]
    takeaway: Annotated[
        Conclusion | None, Field(description="Redaktionens slutsats om vad en läsare kan ta med sig.")
    ] = None
    gaps: Annotated[tuple[str, ...], Field(description="Det som inte är känt.")]
    methods: tuple[Stand, ...]
    success_factors: tuple[Stand, ...]
    lessons: tuple[Stand, ...]
    similar: tuple[Likeness, ...]
    sources: tuple[SourceOfCase, ...]


class Listing(Envelope, Generic[T]):
    """En lista."""

    total: Annotated[int, Field(ge=0)]
    items: tuple[T, ...]


class CaseList(Listing[CaseInList]):
    """Alla slussar, i korthet."""


class TopicList(Listing[Topic]):
    """Alla metoder, alla framgångsfaktorer eller alla lärdomar."""


class TagList(Listing[Tag]):
    """Alla taggar som något har."""


class SourceList(Listing[Source]):
    """Alla källor som något hänvisar till."""


class MunicipalityList(Listing[Municipality]):
    """Alla kommuner som har varit med, så långt de går att namnge."""


class ConclusionList(Listing[Conclusion]):
    """Alla slutsatser, räknade tal och korta återgivningar."""


class Resource(Shape):
    """Något som går att hämta."""

    name: str
    description: str
    data: Annotated[str, Field(description="Adressen.")]
    media_type: str
    schema_url: Annotated[str | None, Field(description="JSON Schema för svaret.")] = None
    total: Annotated[int | None, Field(description="Antal, för listor.")] = None


class Index(Envelope):
    """Vad som finns att hämta."""

    name: str
    description: str
    license: str
    publisher: str | None = None
    description_url: Annotated[str, Field(description="Beskrivning av gränssnittet enligt OpenAPI.")]
    resources: tuple[Resource, ...]
