"""What a named condition is, and how one is made of a function.

The first sentence of the function's docstring is shown to readers when the condition held, so it says in plain words
what is so. The function may give the parts of the text it saw instead of a bare yes. Which annotations it understands
is read from the type of its first parameter.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args, get_type_hints

from auditor.claims.claim import Claim
from auditor.findings import Evidence
from auditor.language.annotations import Attribution, Figure, Name, Quotation, Relay, Source
from auditor.rules.model import Over
from auditor.rules.phrases import Phrase
from auditor.text import Article

Match = bool | tuple[Evidence, ...]
Check = Callable[..., Match]

_KINDS: dict[type, Over] = {
    Attribution: Over.ATTRIBUTIONS,
    Source: Over.SOURCES,
    Figure: Over.FIGURES,
    Relay: Over.RELAYS,
    Quotation: Over.QUOTATIONS,
    Name: Over.NAMES,
    Claim: Over.CLAIMS,
    Phrase: Over.PHRASES,
    Article: Over.ARTICLE,
}


@dataclass(frozen=True, slots=True)
class Condition:
    """A named condition: what it says in words, which annotations it understands, and the check itself."""

    name: str
    words: str
    explanation: str
    over: frozenset[Over]
    check: Check


def condition_of(check: Check) -> Condition:
    """Make a condition of a function, its docstring and the type of its first parameter.

    Raises:
        TypeError: the function's shape is not that of a condition; the message says what is missing.
    """
    first, _, rest = " ".join((check.__doc__ or "").split()).partition(". ")
    if not first:
        raise TypeError("it has no docstring that says in a sentence what is so when it holds")
    try:
        subject = get_type_hints(check)["subject"]
    except (KeyError, NameError):
        raise TypeError("its first parameter is not 'subject' with the type of the annotation it looks at") from None
    kinds = get_args(subject) or (subject,)
    unknown = [kind for kind in kinds if kind not in _KINDS]
    if unknown:
        raise TypeError(f"no rule looks at {getattr(unknown[0], '__name__', unknown[0])}")
    return Condition(
        name=check.__name__,
        words=first.rstrip(".") + ".",
        explanation=rest,
        over=frozenset(_KINDS[kind] for kind in kinds),
        check=check,
    )
