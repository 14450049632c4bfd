"""Nothing that points out a private person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.diagnostics import Code, Problem
from scripts.loading.dataset import Dataset
from scripts.model.messages import explain

PERSONAL_NUMBER = re.compile(r"(?<![0-9])(?:19|20)?([0-9]{2})([0-9]{2})([0-9]{2})[-+ ]?([0-9]{4})(?![0-9])")
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(\.[\w-]+)+")
TELEPHONE = re.compile(
    r"(?<![0-9-])(?:\+46 ?(?:\(0\))?|0)[1-9][0-9]{0,2}[ –/-]{0,3}[0-9]{2,3}(?:[ -]?[0-9]{2,3}){1,3}(?![0-9])"
)

_POSSIBLE = re.compile(r"@|[0-9](?:[^\w@]{0,4}[0-9]){5}")
"""What all three hold: the sign of an address, or six digits with little between them. Few texts do."""


def personal_data(dataset: Dataset) -> Iterator[Problem]:
    """No text holds a personal identity number, an e-mail address or a telephone number."""
    for document in dataset.documents():
        for path, node in document.scalars():
            if path[-1:] == ("url",) or not isinstance(node.data, str):
                continue
            text = node.raw
            if not _POSSIBLE.search(text):
                continue
            if any(_is_personal_number(found) for found in PERSONAL_NUMBER.finditer(text)):
                yield document.problem(path, explain(Code.PERSONAL_NUMBER))
            elif found := EMAIL.search(text):
                yield document.problem(path, explain(Code.EMAIL, text=found.group()))
            elif found := TELEPHONE.search(text):
                yield document.problem(path, explain(Code.TELEPHONE, text=found.group()))


def _is_personal_number(found: re.Match[str]) -> bool:
    """Whether ten digits are a possible date and fit their check digit (Luhn, SFS 1991:481 § 18)."""
    year, month, day, last = found.groups()
    if not 1 <= int(month) <= 12 or not 1 <= int(day) % 60 <= 31:
        return False
    digits = [int(digit) for digit in year + month + day + last]
    doubled = (digit * (2 - position % 2) for position, digit in enumerate(digits))
    return sum(part // 10 + part % 10 for part in doubled) % 10 == 0
