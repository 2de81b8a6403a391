"""The words in which a report names classes: identities, statuses, kinds, severities.

One meaning each, plain enough for a reader who has never seen the audit document. No look-up of rules happens here.
"""

from __future__ import annotations

from auditor.findings import DecisionState, Severity
from auditor.language.annotations import (
    AttributionKind,
    Certainty,
    Channel,
    FigureStatus,
    Identity,
    ReasonKind,
    RelayKind,
)

# What words rest on, strongest claim on the reader's trust not implied: the order is the order of the legend.
STANDINGS = {
    "named": "Named source",
    "unnamed": "Unnamed source",
    "relayed": "Through another outlet or platform",
    "nobody": "Quoted or reported without a source",
    "own": "The article’s own words",
}

IDENTITIES = {
    Identity.NAMED_PERSON: "named person",
    Identity.NAMED_INSTITUTION: "named institution",
    Identity.NAMED_DOCUMENT: "named document",
    Identity.OUTLET: "another news outlet",
    Identity.OWN_OUTLET: "the publisher’s own outlet",
    Identity.SOCIAL_ACCOUNT: "social-media account",
    Identity.POLL_NAMED: "named poll",
    Identity.REPORTER: "the reporter",
    Identity.UNNAMED_INDIVIDUAL: "unnamed person",
    Identity.UNNAMED_GROUP: "unnamed group",
    Identity.UNNAMED_SPOKESPERSON: "unnamed spokesperson",
    Identity.UNNAMED_COLLECTIVE: "unnamed collective",
    Identity.DOCUMENT_UNNAMED: "unnamed document",
    Identity.NONE: "no source given",
}

STANDING_OF = {
    Identity.NAMED_PERSON: "named",
    Identity.NAMED_INSTITUTION: "named",
    Identity.NAMED_DOCUMENT: "named",
    Identity.POLL_NAMED: "named",
    Identity.REPORTER: "named",
    Identity.OWN_OUTLET: "named",
    Identity.OUTLET: "relayed",
    Identity.SOCIAL_ACCOUNT: "relayed",
    Identity.UNNAMED_INDIVIDUAL: "unnamed",
    Identity.UNNAMED_GROUP: "unnamed",
    Identity.UNNAMED_SPOKESPERSON: "unnamed",
    Identity.UNNAMED_COLLECTIVE: "unnamed",
    Identity.DOCUMENT_UNNAMED: "unnamed",
    Identity.NONE: "nobody",
}

STATUSES = {
    FigureStatus.HEDGED: "hedged",
    FigureStatus.UNNAMED_SOURCE: "rests on an unnamed source",
    FigureStatus.ATTRIBUTED: "attributed",
    FigureStatus.UNATTRIBUTED: "no source given",
    FigureStatus.VERIFIED: "stated as checked",
    FigureStatus.PLAIN: "plain",
}

RELAYS = {
    RelayKind.OUTLET_REPORT: "another outlet’s report",
    RelayKind.OUTLET_INTERVIEW: "words given to another outlet",
    RelayKind.OWN_OUTLET: "the publisher’s own interview or report",
    RelayKind.SOCIAL: "posted on a platform",
}

CHANNELS = {
    Channel.STATEMENT: "statement",
    Channel.INTERVIEW: "interview",
    Channel.DOCUMENT: "document",
    Channel.POLL: "poll",
    Channel.SOCIAL: "social media",
    Channel.COURT: "court",
    Channel.PRESS_REPORT: "press report",
    Channel.DECLINED_COMMENT: "declined to comment",
    Channel.BELIEF: "belief or opinion",
    Channel.SPEECH: "speech",
    Channel.UNKNOWN: "channel not stated",
}

ATTRIBUTIONS = {
    AttributionKind.DIRECT: "quoted",
    AttributionKind.INDIRECT: "in the article’s words",
    AttributionKind.MIXED: "partly quoted",
}

CERTAINTIES = {
    Certainty.FIRM: "firm reading",
    Certainty.LIKELY: "likely reading",
    Certainty.POSSIBLE: "possible reading: check the text first",
}

SEVERITIES = {
    Severity.HIGH: ("High", "check first"),
    Severity.MEDIUM: ("Medium", "check before publication"),
    Severity.LOW: ("Low", "check if time allows"),
    Severity.INFO: ("Note", "worth knowing"),
}

DECISIONS = {
    DecisionState.ACCEPTED: "Accepted",
    DecisionState.FALSE_ALARM: "False alarm",
    DecisionState.FIXED: "Fixed",
    DecisionState.ASKED: "Asked, waiting for an answer",
}

REASONS = {
    ReasonKind.SPECIFIC: "A reason particular to this source is given.",
    ReasonKind.STOCK: "A stock formula is given as the reason.",
    ReasonKind.NONE: "No reason for anonymity is given.",
}

FAMILIES = {
    "ANON": "Anonymity",
    "FIG": "Figures",
    "REL": "Relayed words",
    "QUO": "Quotations",
    "SRC": "Source structure",
    "HED": "Hedges",
    "NAM": "Names",
    "POS": "Done well",
}


def family_of(rule: str) -> str:
    """Give the family of a rule's code, its leading letters in capitals.

    >>> family_of("NAM7")
    'NAM'
    """
    letters = "".join(character for character in rule if character.isalpha()).upper()
    return letters or "OTHER"


def family_name(family: str) -> str:
    """Name a rule family; a house's own family keeps its letters."""
    return FAMILIES.get(family, family)


def counted(count: int, one: str, many: str = "") -> str:
    """Say a count with its noun.

    >>> counted(1, "source"), counted(2, "source"), counted(0, "reply", "replies")
    ('1 source', '2 sources', '0 replies')
    """
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def number(value: float) -> str:
    """Write a number with thousands separated and no needless decimals; round millions and billions in words.

    >>> number(150000.0), number(2.5), number(1.2e6), number(2e9)
    ('150,000', '2.5', '1.2 million', '2 billion')
    """
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        part = value / size
        if 1 <= abs(part) < 1000 and round(part, 2) == part:
            return f"{part:g} {word}"
    if float(value).is_integer():
        return f"{int(value):,}"
    return f"{value:,.6f}".rstrip("0")
