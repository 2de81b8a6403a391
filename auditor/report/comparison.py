"""What changed in the sourcing of an article between two versions: values only; `comparing` makes them.

Plain frozen values, ready to print: part of the contract of `compare.html`.
"""

from __future__ import annotations

from dataclasses import dataclass

from auditor.report.passages import Passage


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the article.

    Attributes:
        title: the article's title, or its id.
        id: the file or address it was read from.
        published: may be empty.
        words: words of the text.
        summary: the paragraph that says what it rests on.
        tool: program and rules that audited it.
    """

    title: str
    id: str
    published: str
    words: int
    summary: str
    tool: str


@dataclass(frozen=True, slots=True)
class CountChange:
    """A number in both versions.

    Attributes:
        name: what is counted.
        old: in the old version.
        new: in the new version.
    """

    name: str
    old: int
    new: int


@dataclass(frozen=True, slots=True)
class SourceChange:
    """What became of one source.

    Attributes:
        kind: now-named, no-longer-named, gone, added or changed.
        old: how the old version names or describes it; empty for an added one.
        new: how the new version does; empty for one that is gone.
        old_identity: in plain words; may be empty.
        new_identity: in plain words; may be empty.
        old_standing: key of `wording.STANDINGS`; may be empty.
        new_standing: key of `wording.STANDINGS`; may be empty.
        old_statements: statements that rest on it in the old version.
        new_statements: in the new version.
    """

    kind: str
    old: str
    new: str
    old_identity: str
    new_identity: str
    old_standing: str
    new_standing: str
    old_statements: int
    new_statements: int


@dataclass(frozen=True, slots=True)
class StatementChange:
    """What became of one attributed statement.

    Attributes:
        kind: gone, added or other-source.
        words: what is attributed, in the version that has it.
        old_source: whom the old version attributes it to; may be empty.
        new_source: whom the new version does; may be empty.
    """

    kind: str
    words: str
    old_source: str
    new_source: str


@dataclass(frozen=True, slots=True)
class FindingChange:
    """A finding that only one of the versions has.

    Attributes:
        rule: the rule's code.
        title: the rule's title.
        severity: key: high, medium, low, info.
        severity_name: in words.
        words: the flagged words; empty for the whole article.
        message: what the rule says.
    """

    rule: str
    title: str
    severity: str
    severity_name: str
    words: str
    message: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed in the sourcing.

    Attributes:
        old: the old version.
        new: the new version.
        counts: the numbers that matter, in both.
        sources: what became of the sources; those that stayed as they were are left out.
        same_sources: number of those.
        statements: what became of the attributed statements; those that stayed are left out.
        same_statements: number of those.
        cleared: findings of the old version alone.
        raised: findings of the new version alone.
        still: number of findings of both.
        passages: changed sentences in which something is attributed.
        other_passages: number of other changed sentences.
        notes: what must be known about the comparison, in sentences.
    """

    old: Version
    new: Version
    counts: tuple[CountChange, ...]
    sources: tuple[SourceChange, ...]
    same_sources: int
    statements: tuple[StatementChange, ...]
    same_statements: int
    cleared: tuple[FindingChange, ...]
    raised: tuple[FindingChange, ...]
    still: int
    passages: tuple[Passage, ...]
    other_passages: int
    notes: tuple[str, ...]
