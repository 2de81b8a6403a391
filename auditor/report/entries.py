"""The entries of a report's tables and lists: part of the contract that `context` documents.

Plain frozen values, ready to print. An `href` is a link within the page unless said otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass

_OPENING_MARKS = frozenset("\"'“‘„«`")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the article.

    Attributes:
        text: the words there.
        where: paragraph in words ("headline", "paragraph 4").
        href: link to the place; empty when the text is left out.
    """

    text: str
    where: str
    href: str

    @property
    def has_marks(self) -> bool:
        """Tell whether the words bring their own quotation marks."""
        return self.text[:1] in _OPENING_MARKS

    @property
    def short(self) -> str:
        """Give `where` as narrow columns show it ("¶ 4")."""
        return self.where.replace("paragraph ", "¶ ")


@dataclass(frozen=True, slots=True)
class Fact:
    """A term and its description.

    Attributes:
        term: what it is.
        text: what it says.
        href: a web address, http or https only; empty otherwise.
        code: whether to set it in a typewriter face (hashes, commands).
    """

    term: str
    text: str
    href: str = ""
    code: bool = False


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A link to a source's entry.

    Attributes:
        name: how the article names or describes it.
        label: "S1".
        href: its place in the ledger.
        standing: key of `wording.STANDINGS`.
    """

    name: str
    label: str
    href: str
    standing: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One attributed statement.

    Attributes:
        place: where its content begins.
        cue: the attributing words.
        form: quoted, partly quoted, in the article's words.
        channel: how it reached the article.
        certainty: empty for a firm reading.
        not_counted: why it does not count as sourcing; empty when it does.
    """

    place: Place
    cue: str
    form: str
    channel: str
    certainty: str
    not_counted: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source.

    Attributes:
        anchor: id of the row.
        link: its label and name.
        identity: in plain words.
        described: role and affiliation as the article gives them; may be empty.
        statements: its statements, in text order.
        counted: number of statements used as sourcing.
        quoted_words: number of its words inside quotation marks.
        people: how many people it can be; empty when not people.
        mentions: every place where it is used as a source.
        disclosed: what is said about anonymity, term by term; empty for named sources.
        corroboration: the words by which its key claims are said to be confirmed.
        certainty: of the reading, in words.
        evidence: why it was read this way, in sentences.
        aside: whether it was read with too little certainty to count.
    """

    anchor: str
    link: SourceLink
    identity: str
    described: str
    statements: tuple[Statement, ...]
    counted: int
    quoted_words: int
    people: str
    mentions: tuple[Place, ...]
    disclosed: tuple[Fact, ...]
    corroboration: tuple[Place, ...]
    certainty: str
    evidence: tuple[str, ...]
    aside: bool


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure.

    Attributes:
        anchor: id of the row.
        label: "F1".
        place: its words and where they stand.
        value: normalised.
        unit: may be empty.
        low: the lower bound as a number for sorting; empty when open.
        status: key of the status.
        status_name: the status in words.
        hedge: the hedging words; may be empty.
        source: what it rests on, or null.
        evidence: why it has this status, in sentences.
        certainty: of the reading, in words.
        aside: whether it was read with too little certainty to count.
    """

    anchor: str
    label: str
    place: Place
    value: str
    unit: str
    low: str
    status: str
    status_name: str
    hedge: str
    source: SourceLink | None
    evidence: tuple[str, ...]
    certainty: str
    aside: bool


@dataclass(frozen=True, slots=True)
class RelayRow:
    """One relay.

    Attributes:
        anchor: id of the row.
        label: "R1".
        outlet: the outlet or platform.
        as_written: the words of the text, where they differ from the outlet's usual name; else empty.
        unnamed: whether the outlet is unnamed.
        kind: in words.
        place: where it stands.
        cue: the words that state the relaying; may be empty.
        chain: the hops from the source to this article.
        source: whose words are relayed, or null.
        evidence: why it was read this way, in sentences.
        certainty: of the reading, in words.
        aside: whether it was read with too little certainty to count.
    """

    anchor: str
    label: str
    outlet: str
    as_written: str
    unnamed: bool
    kind: str
    place: Place
    cue: str
    chain: tuple[str, ...]
    source: SourceLink | None
    evidence: tuple[str, ...]
    certainty: str
    aside: bool


@dataclass(frozen=True, slots=True)
class QuotationRow:
    """A quotation without a speaker, or one that was visibly altered.

    Attributes:
        label: "Q1"; empty for an altered quotation that has a speaker.
        anchor: id of the entry; empty where there is no label.
        place: its words and where they stand.
        words: number of words between the marks.
        alterations: the visible changes ("[in Iran's view]").
        note: what is particular about it; may be empty.
    """

    label: str
    anchor: str
    place: Place
    words: int
    alterations: tuple[Place, ...]
    note: str


@dataclass(frozen=True, slots=True)
class SpellingRow:
    """One spelling of a name.

    Attributes:
        form: as written.
        places: where.
    """

    form: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class NameRow:
    """Several spellings of what is probably one name.

    Attributes:
        spellings: the most frequent first.
        evidence: why they are taken for one name, in sentences.
        certainty: of the reading, in words.
    """

    spellings: tuple[SpellingRow, ...]
    evidence: tuple[str, ...]
    certainty: str
