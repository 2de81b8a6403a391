"""The named conditions that rule files may use: pure functions of one annotation and its article.

One module a subject; each lists its conditions in `CONDITIONS`.
"""

from __future__ import annotations

from collections.abc import Mapping

from auditor.rules.conditions import (
    accusation,
    article,
    attribution,
    balance,
    beside,
    certainty,
    claim,
    document,
    figure,
    judgement,
    name,
    numbers,
    opening,
    phrase,
    place,
    quotation,
    relay,
    repeated,
    reporting,
    source,
    speaker,
    wording,
)
from auditor.rules.conditions.condition import Condition, condition_of

_MODULES = (
    place,
    attribution,
    judgement,
    document,
    source,
    figure,
    relay,
    quotation,
    speaker,
    repeated,
    wording,
    name,
    claim,
    phrase,
    accusation,
    certainty,
    beside,
    article,
    opening,
    balance,
    numbers,
    reporting,
)

CONDITIONS: Mapping[str, Condition] = {
    check.__name__: condition_of(check) for module in _MODULES for check in module.CONDITIONS
}
