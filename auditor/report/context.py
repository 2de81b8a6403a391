"""What templates are given: the documented contract between the program and the house's templates.

`ArticlePage` is handed over field by field, so a template writes `{{ header.title }}`; `IndexPage` (in `index`) is the
same for the page of many articles. Everything is ready to print: templates neither compute nor look up.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from auditor.report.claim_rows import ClaimRow
from auditor.report.diagram import Diagram
from auditor.report.entries import Fact, FigureRow, NameRow, QuotationRow, RelayRow, SourceRow, Statement
from auditor.report.finding_entries import Filters, FindingCard, SignalRow, TaskGroup
from auditor.report.highlight import Segment
from auditor.report.method import Method
from auditor.report.overview import Overview
from auditor.report.policy_view import PolicyLine, PolicySection


@dataclass(frozen=True, slots=True)
class Shell:
    """What every page carries.

    Attributes:
        title: text of the title element.
        language: language of the page's own words, a BCP 47 tag.
        csp: content of the Content-Security-Policy element.
        css: the one style sheet, ready for a style element.
        js: the one script, ready for a script element.
        tool: name and version of the program.
        brand: name of the newsroom, shown beside the program's; may be empty.
        logo: the newsroom's picture as a `data:` address; may be empty.
    """

    title: str
    language: str
    csp: str
    css: Markup
    js: Markup
    tool: str
    brand: str = ""
    logo: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """Who, what, when.

    Attributes:
        title: the article's title, or its id.
        publisher: may be empty.
        byline: may be empty.
        published: may be empty.
        facts: link, hash, words, program, model, rules.
        notes: what the reader of the file wants known, in sentences.
        notices: what must be known about this audit, in sentences.
    """

    title: str
    publisher: str
    byline: str
    published: str
    facts: tuple[Fact, ...]
    notes: tuple[str, ...]
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or the white space between two.

    Attributes:
        number: number of the paragraph from 1; 0 for white space between paragraphs.
        zone: headline, lead, body …; empty for white space.
        segments: flat and in order; joined they give the text.
    """

    number: int
    zone: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """A kind of mark in the legend.

    Attributes:
        kind: class of the mark.
        name: in words.
        label: the letters that its labels begin with.
        count: how many such marks there are.
    """

    kind: str
    name: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Text:
    """The annotated article.

    Attributes:
        language: language tag of the article; may be empty.
        blocks: paragraphs and what is between them.
        layers: the legend.
        notes: what is shown as a symbol and why, in sentences.
        long: whether it is so long that a browser should lay out only what is on the screen.
    """

    language: str
    blocks: tuple[Block, ...]
    layers: tuple[Layer, ...]
    notes: tuple[str, ...]
    long: bool


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """Everything `article.html` is given, each attribute under its own name.

    Attributes:
        shell: what every page carries.
        header: who, what, when.
        not_audited: why the article was not audited; empty when it was.
        overview: the first screen, or null when not audited.
        text: the annotated article, or null when the text was left out.
        sources: the ledger, in order of first mention.
        unsourced: statements that name no source.
        figures: every figure that is not plain, then the plain ones.
        relays: in text order.
        quotations: quotations without a speaker, then altered ones.
        names: names with several spellings.
        findings: the open ones, the most serious first.
        settled: those that wait for nobody: decided about, or known from an earlier audit.
        filters: what findings can be filtered by.
        signals: what the article does well.
        checklist: questions by whom to ask.
        claims: the key claims and what each rests on.
        policies: the chosen policies and how the article stands to their requirements.
        policy_lines: policy lines touched by findings, by policy.
        method: how the report was made.
        diagram: who told whom, drawn; null when there is nothing to draw.
        data: the audit document as JSON, ready for a script element.
    """

    shell: Shell
    header: Header
    not_audited: str
    overview: Overview | None
    text: Text | None
    sources: tuple[SourceRow, ...]
    unsourced: tuple[Statement, ...]
    figures: tuple[FigureRow, ...]
    relays: tuple[RelayRow, ...]
    quotations: tuple[QuotationRow, ...]
    names: tuple[NameRow, ...]
    findings: tuple[FindingCard, ...]
    settled: tuple[FindingCard, ...]
    filters: Filters
    signals: tuple[SignalRow, ...]
    checklist: tuple[TaskGroup, ...]
    claims: tuple[ClaimRow, ...]
    policies: tuple[PolicySection, ...]
    policy_lines: tuple[PolicyLine, ...]
    method: Method
    diagram: Diagram | None
    data: Markup
