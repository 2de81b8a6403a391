"""Compares the audits of two versions of an article: what changed in its sourcing between draft and published.

Sources are matched by their names, then by their statements, so that an unnamed source who is named in the new version
is seen as the same one. Findings are matched by fingerprint, then by rule and words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from auditor.document import AuditDocument
from auditor.findings import Finding
from auditor.language.annotations import Attribution, Identity, Source
from auditor.report.comparison import (
    Comparison,
    CountChange,
    FindingChange,
    SourceChange,
    StatementChange,
    Version,
)
from auditor.report.index import index_row
from auditor.report.lookup import Lookup, make_lookup
from auditor.report.page import page_title
from auditor.report.passages import changed_passages, shared_words
from auditor.report.wording import IDENTITIES, SEVERITIES, STANDING_OF

# From this share of common words two statements are taken for the same one, edited.
_SAME_STATEMENT = 0.6
# From this share of common words two descriptions of a source are taken for the same one.
_SAME_LABEL = 0.75

_ORDER = ("now-named", "no-longer-named", "gone", "added", "changed")

Item = TypeVar("Item")
Pair = tuple[Source | None, Source | None]


def compare(old: AuditDocument, new: AuditDocument) -> Comparison:
    """Compare the audits of two versions, the older one first."""
    before, after = make_lookup(old), make_lookup(new)
    pairs = _source_pairs(before, after)
    changes = [change for pair in pairs if (change := _source_change(*pair))]
    statements, same = _statement_changes(before, after, pairs)
    cleared, raised = _matched(_open(old), _open(new), _finding_likeness, 1.0)[1:]
    passages, others = changed_passages(old, new)
    return Comparison(
        old=_version(old),
        new=_version(new),
        counts=_counts(old, new),
        sources=tuple(sorted(changes, key=_source_order)),
        same_sources=len(pairs) - len(changes),
        statements=statements,
        same_statements=same,
        cleared=tuple(_finding(finding) for finding in cleared),
        raised=tuple(_finding(finding) for finding in raised),
        still=len(_open(old)) - len(cleared),
        passages=passages,
        other_passages=others,
        notes=tuple(_notes(old, new)),
    )


def _matched(
    old: Sequence[Item], new: Sequence[Item], likeness: Callable[[Item, Item], float], least: float
) -> tuple[list[tuple[Item, Item]], list[Item], list[Item]]:
    """Match items of two versions, the likest pairs first; give pairs, then what is left of each version."""
    found = ((likeness(one, other), i, j) for i, one in enumerate(old) for j, other in enumerate(new))
    ranked = sorted((-value, i, j) for value, i, j in found if value >= least)
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in ranked:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    pairs = [(old[i], new[j]) for i, j in sorted(partner.items())]
    left = [item for i, item in enumerate(old) if i not in partner]
    return pairs, left, [item for j, item in enumerate(new) if j not in taken]


def _open(document: AuditDocument) -> list[Finding]:
    return [finding for finding in document.findings if finding.open]


def _finding_likeness(one: Finding, other: Finding) -> float:
    """A fingerprint settles it; an edit beside the words changes the fingerprint, but not rule and words."""
    if one.fingerprint == other.fingerprint:
        return 2.0
    same = one.rule == other.rule and bool(one.span) == bool(other.span)
    return 1.0 if same and _flagged(one) == _flagged(other) else 0.0


def _flagged(finding: Finding) -> str:
    return " ".join(finding.span.text.split()).casefold() if finding.span else ""


def _source_pairs(before: Lookup, after: Lookup) -> list[Pair]:
    old, new = list(before.document.sources), list(after.document.sources)
    named, old_left, new_left = _matched(old, new, _source_likeness, _SAME_LABEL)
    said_before, said_after = _words_by_source(before), _words_by_source(after)

    def by_statements(one: Source, other: Source) -> float:
        return _statements_likeness(said_before.get(one.id, []), said_after.get(other.id, []))

    told, left, added = _matched(old_left, new_left, by_statements, 0.5)
    # Two sources of the old version can turn out to be one: "official" in the headline, a name in the text.
    pairs: list[Pair] = [*named, *told]
    for source in left:
        likest = max(new, key=lambda other: by_statements(source, other), default=None)
        same = likest is not None and by_statements(source, likest) >= 1
        pairs.append((source, likest if same else None))
    return [*pairs, *((None, source) for source in added)]


def _source_likeness(one: Source, other: Source) -> float:
    if one.label.casefold() == other.label.casefold():
        return 2.0
    return shared_words(one.label, other.label) if STANDING_OF[one.identity] == STANDING_OF[other.identity] else 0.0


def _words_by_source(lookup: Lookup) -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for attribution in lookup.document.attributions:
        if attribution.source_id and attribution.content:
            words.setdefault(attribution.source_id, []).append(_content(attribution))
    return words


def _statements_likeness(old: Sequence[str], new: Sequence[str]) -> float:
    """Say what part of the shorter list has a like statement in the other; a little more for more statements."""
    short, long = sorted((old, new), key=len)
    if not short:
        return 0.0
    found = sum(any(shared_words(one, other) >= _SAME_STATEMENT for other in long) for one in short)
    # Of equal parts, the one that rests on more statements goes first.
    return found / len(short) + min(found, 99) / 1000


def _source_change(old: Source | None, new: Source | None) -> SourceChange | None:
    """Say what became of a source; null when nothing a reader would care about did."""
    kind = _kind_of_change(old, new)
    if kind is None:
        return None
    return SourceChange(
        kind=kind,
        old=old.label if old else "",
        new=new.label if new else "",
        old_identity=IDENTITIES[old.identity] if old else "",
        new_identity=IDENTITIES[new.identity] if new else "",
        old_standing=STANDING_OF[old.identity] if old else "",
        new_standing=STANDING_OF[new.identity] if new else "",
        old_statements=old.attributions if old else 0,
        new_statements=new.attributions if new else 0,
    )


def _kind_of_change(old: Source | None, new: Source | None) -> str | None:
    if old is None or new is None:
        return "added" if old is None else "gone"
    before, after = STANDING_OF[old.identity], STANDING_OF[new.identity]
    if before != after and "named" in (before, after):
        return "now-named" if after == "named" else "no-longer-named"
    same = (old.label, old.identity, old.attributions) == (new.label, new.identity, new.attributions)
    return None if same else "changed"


def _source_order(change: SourceChange) -> tuple[int, str]:
    return (_ORDER.index(change.kind), change.old or change.new)


def _statement_changes(
    before: Lookup, after: Lookup, sources: Sequence[Pair]
) -> tuple[tuple[StatementChange, ...], int]:
    pairs, gone, added = _matched(_counted(before), _counted(after), _likeness, _SAME_STATEMENT)
    partners = {old.id: new.id for old, new in sources if old and new}
    moved = [(one, other) for one, other in pairs if partners.get(one.source_id or "") != other.source_id
             and (one.source_id or other.source_id)]  # fmt: skip
    changes = (
        *(StatementChange("other-source", _content(other), _who(before, one), _who(after, other))
          for one, other in moved),
        *(StatementChange("gone", _content(one), _who(before, one), "") for one in gone),
        *(StatementChange("added", _content(other), "", _who(after, other)) for other in added),
    )  # fmt: skip
    return changes, len(pairs) - len(moved)


def _counted(lookup: Lookup) -> list[Attribution]:
    return [item for item in lookup.document.attributions if lookup.counts(item) and item.content]


def _likeness(one: Attribution, other: Attribution) -> float:
    return shared_words(_content(one), _content(other))


def _content(attribution: Attribution) -> str:
    return " … ".join(" ".join(span.text.split()) for span in attribution.content)


def _who(lookup: Lookup, attribution: Attribution) -> str:
    source = lookup.sources.get(attribution.source_id or "")
    return source.label if source else IDENTITIES[Identity.NONE]


def _finding(finding: Finding) -> FindingChange:
    return FindingChange(
        rule=finding.rule,
        title=finding.title,
        severity=finding.severity.value,
        severity_name=SEVERITIES[finding.severity][0],
        words=finding.span.text if finding.span else "",
        message=finding.message,
    )


def _version(document: AuditDocument) -> Version:
    tool = document.tool
    return Version(
        title=page_title(document),
        id=document.article.id,
        published=document.article.metadata.published or "",
        words=document.article.words,
        summary=document.profile.summary if document.profile else document.not_audited or "",
        tool=f"{tool.name} {tool.version}, rules {tool.rules_hash[:12]}",
    )


def _counts(old: AuditDocument, new: AuditDocument) -> tuple[CountChange, ...]:
    before, after = index_row(old), index_row(new)
    names = (
        ("words", "words"),
        ("statements", "attributed statements"),
        ("unnamed_statements", "of them from unnamed sources"),
        ("named", "sources named"),
        ("unnamed", "sources not named"),
        ("hedged", "hedged figures"),
        ("unnamed_figures", "figures from unnamed sources"),
        ("relays", "relayed through others"),
        ("quotations", "quotations without a speaker"),
    )
    rows = [CountChange(name, getattr(before, key), getattr(after, key)) for key, name in names]
    return (*rows, CountChange("open findings", len(_open(old)), len(_open(new))))


def _notes(old: AuditDocument, new: AuditDocument) -> Iterator[str]:
    for document, which in ((old, "old"), (new, "new")):
        if document.not_audited:
            yield f"The {which} version was not audited: {document.not_audited}"
        elif document.text is None:
            yield f"The text of the {which} version was left out of its audit, so no sentences are compared."
    if old.tool != new.tool:
        yield "The two versions were audited by different programs or rules; some differences may come from that."
    if old.article.sha256 == new.article.sha256:
        yield "Both versions have the same text."
