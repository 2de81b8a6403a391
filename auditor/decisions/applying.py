"""Lays decisions and a baseline over an article's findings. Nothing is left out: decided findings carry their decision.

Whatever silences nothing is told: a decision about a finding that is not there, and one whose last day has passed.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from auditor.decisions.baseline import Baseline
from auditor.decisions.entries import Book, Entry
from auditor.findings import Decision, Finding
from auditor.fingerprint import normalised


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision about words wherever they are flagged, from a settings file's ignore list.

    Attributes:
        words: findings whose flagged words are one of these; for several places, all of them.
        rules: codes or families it holds for; empty for every rule.
    """

    words: tuple[str, ...]
    rules: tuple[str, ...]
    decision: Decision

    def covers(self, finding: Finding) -> bool:
        """Tell whether it is about this finding."""
        if self.rules and not {finding.rule, finding.rule.rstrip("0123456789")} & set(self.rules):
            return False
        places = (finding.span,) if finding.span else finding.places
        flagged = {normalised(place.text) for place in places}
        return bool(flagged) and flagged <= {normalised(words) for words in self.words}


@dataclass(frozen=True, slots=True)
class Overlay:
    """What is known about findings before an audit.

    Attributes:
        book: decisions of the decisions file.
        standing: decisions about words wherever they stand.
        baseline: fingerprints of an earlier audit by article id; null for none.
        names: article id → the name that decisions use; the id itself where it is not there.
        today: the day of the audit, for decisions with a last day; null to let none end.
        alone: whether the run has one article only, so that a decision that names no article must be about it.
    """

    book: Book = field(default_factory=Book)
    standing: tuple[Standing, ...] = ()
    baseline: Baseline | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    today: datetime.date | None = None
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Applied:
    """Findings with what was decided about them, and what the reader must know, in sentences."""

    findings: tuple[Finding, ...]
    notices: tuple[str, ...] = ()


def lay_over(findings: Sequence[Finding], overlay: Overlay, id: str) -> Applied:
    """Lay decisions and baseline over the findings of the article with this id."""
    valid, told = _decisions(overlay, id, {finding.fingerprint for finding in findings})
    known: frozenset[str] = frozenset()
    if overlay.baseline is not None:
        known = overlay.baseline.get(id, frozenset())
        if id not in overlay.baseline:
            told.append("The baseline holds no audit of this article, so that all its findings are new.")
    decided = (
        replace(
            finding,
            decision=valid.get(finding.fingerprint) or _standing(overlay.standing, finding),
            baseline=finding.fingerprint in known,
        )
        for finding in findings
    )
    return Applied(tuple(decided), tuple(told))


def _decisions(overlay: Overlay, id: str, known: set[str]) -> tuple[dict[str, Decision], list[str]]:
    """Give the decisions that hold for the article by fingerprint, and tell about those that do not.

    A decision made from an audit without its article names the id, which another article of another run may share: it
    counts, but nothing is told where it does not.
    """
    name = overlay.names.get(id, id)
    valid: dict[str, Decision] = {}
    told = [problem for about, problem in overlay.book.problems if about in (None, name)]
    about = [entry for entry in overlay.book.entries if entry.article in (None, id, name)]
    # A decision that names the article goes before one for every article.
    for entry in sorted(about, key=_names_article):
        ended = _ended(entry, overlay.today)
        if entry.fingerprint in known and not ended:
            valid[entry.fingerprint] = entry.decision
        elif entry.fingerprint in known:
            told.append(f"{entry.where}: the decision about {entry.fingerprint} ended on {entry.decision.until}.")
        elif entry.article == name or (entry.article is None and overlay.alone):
            told.append(f"{entry.where}: no finding of this article has the fingerprint {entry.fingerprint}.")
    return valid, told


def _standing(decisions: Iterable[Standing], finding: Finding) -> Decision | None:
    return next((each.decision for each in decisions if each.covers(finding)), None)


def _names_article(entry: Entry) -> bool:
    return entry.article is not None


def _ended(entry: Entry, today: datetime.date | None) -> bool:
    until = entry.decision.until
    return until is not None and today is not None and datetime.date.fromisoformat(until) < today
