"""What is said of a value that a field does not take.

The reader and the form on the site say the same in the same words, because both take them from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic_core import PydanticCustomError

from scripts.diagnostics import Code


@dataclass(frozen=True)
class Wording:
    """What is wrong, and what to write instead. Names in braces are filled in."""

    message: str
    hint: str = ""


WORDING: Mapping[Code, Wording] = {
    Code.EMPTY_TEXT: Wording("texten är tom", "Skriv texten, eller ta bort nyckeln om den är frivillig"),
    Code.CONTROL_CHARACTER: Wording("texten innehåller ett tecken som inte syns (U+{number})", "Ta bort tecknet"),
    Code.MARKUP: Wording('texten innehåller märkning: "{markup}"', "Skriv ren text, utan HTML och Markdown"),
    Code.TOO_LONG: Wording(
        "texten är {length} tecken lång, högst {limit} får plats", "Korta texten, eller dela den i två poster"
    ),
    Code.TOO_SHORT: Wording("texten är {length} tecken lång, minst {limit} behövs", "Skriv ut meningen"),
    Code.WEB_ADDRESS: Wording('"{address}" är ingen webbadress', "Skriv hela adressen, med https:// först"),
    Code.TRACKING: Wording('webbadressen har spårningsparametern "{key}"', "Skriv adressen utan den: {clean}"),
    Code.DATE: Wording('"{date}" är inget datum', "Skriv år, månad eller dag: 2016, 2016-11 eller 2016-11-07"),
    Code.END_BEFORE_START: Wording("slutet {end} ligger före starten {start}", "Byt plats på dem, eller rätta årtalet"),
    Code.ONE_OF: Wording(
        "ange antingen municipality eller organisation", 'Skriv municipality: "2281" eller organisation: Namn'
    ),
    Code.UNSOURCED: Wording(
        "meningen saknar källa", "Lägg till sources, eller skriv att det inte framgår av det som är läst"
    ),
    Code.PERSONAL_NUMBER: Wording(
        "texten innehåller ett personnummer", "Ta bort det. Sajten har inga uppgifter om enskilda"
    ),
    Code.EMAIL: Wording('texten innehåller e-postadressen "{found}"', "Ta bort den. Hänvisa till källan i stället"),
    Code.TELEPHONE: Wording('texten innehåller telefonnumret "{found}"', "Ta bort det. Hänvisa till källan i stället"),
    Code.SAME_ADDRESS: Wording(
        'adressen finns redan, i källan "{source}"', "Använd den källan, eller skilj versionerna åt med version"
    ),
    Code.SOURCE_NOT_CITED: Wording('källan "{source}" används inte', "Hänvisa till den, eller ta bort den"),
    Code.NO_LESSON: Wording("fallet har ingen lärdom", "Lägg till minst en lärdom. Den får gärna vara dyrköpt"),
}


def refusal(code: Code, **found: str | int) -> PydanticCustomError:
    """The error by which a field refuses a value.

    Args:
        code: The kind of mistake.
        found: What the wording's names stand for. `field` names the key within a block that is at fault.

    Returns:
        An error for pydantic. Its type is the code, so that the reader can place it in the file
        without knowing anything about the rule.
    """
    return PydanticCustomError(code, WORDING[code].message, dict(found))


def told(code: Code, **found: str | int) -> tuple[Code, str, str]:
    """The code, what is wrong and what to write instead, filled in."""
    wording = WORDING[code]
    return code, wording.message.format(**found), wording.hint.format(**found)
