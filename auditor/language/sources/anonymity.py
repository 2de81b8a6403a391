"""What the article discloses about an unnamed source: why it is not named, how it knows, on what terms.

Looked for in the sentences that mention the source and in their neighbours, by patterns over the text.
Source: the disclosures that AP, NYT, NPR and SPJ ask for (reason, basis of knowledge, terms).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from auditor.language.annotations import Anonymity, ReasonKind
from auditor.text import Article, Span

_FORMULA = re.compile(
    r"(?:on|under)\s+(?:the\s+)?condition\s+of\s+(?:strict\s+)?anonymity|on\s+(?:the\s+)?condition\s+(?:that\s+)?(?:he|she|they|their|his|her)\b[^.;,]{0,40}\bnot\s+be\s+\w+"
    r"|(?:request(?:ed|ing)?|insist(?:ed|ing)?\s+on|ask(?:ed|ing)?\s+for|(?:was|were)\s+granted|in\s+exchange\s+for|condition(?:ed)?\s+on)\s+anonymity"
    r"|(?:ask(?:ed|ing)?|want(?:ed|ing)?|wish(?:ed|ing)?|prefer(?:red|ring)?|chose|request(?:ed|ing)?)\s+(?:not\s+to\s+be|to\s+(?:remain|stay))\s+(?:named|identified|quoted(?:\s+by\s+name)?|anonymous|unnamed)"
    r"|(?:did|do|does)\s+not\s+want\s+(?:to\s+be|(?:his|her|their)\s+names?)\s+(?:to\s+be\s+)?(?:named|identified|used|published|quoted)"
    r"|declin(?:ed|ing)\s+to\s+(?:be\s+(?:named|identified|quoted)|give\s+(?:his|her|their|a)\s+(?:full\s+)?names?)"
    r"|(?:speaking|spoke|speaks)\s+anonymously|not\s+(?:being|to\s+be)\s+(?:named|identified)"
    r"|(?:whose|his|her|their)\s+(?:names?|identity|identities)\s+(?:is|are|was|were|has\s+been|have\s+been)\s+(?:being\s+)?(?:withheld|changed)"
    r"|(?:ask(?:ed|ing)?|request(?:ed|ing)?)\s+that\s+(?:his|her|their)\s+(?:full\s+)?(?:names?|identit(?:y|ies))\s+(?:not\s+be|be\s+withheld)(?:\s+\w+)?"
    r"|(?:gave|giving|give|gives|using)\s+only\s+(?:his|her|their|a)\s+(?:first|given|last|middle)\s+names?"
    r"|identified\s+(?:himself|herself|themselves)\s+only\s+(?:as|by)"
    r"|not\s+(?:his|her|their)\s+real\s+names?|cannot\s+be\s+(?:named|identified)|who\s+(?:asked|wished|requested)\s+anonymity",
    re.IGNORECASE,
)
_TERMS = re.compile(
    r"(?:speaking|spoke|said|briefed[^.]{0,30})?\s*\b(?:on\s+(?:deep\s+)?background|not\s+for\s+attribution|off\s+the\s+record|(?:under\s+)?chatham\s+house\s+rules?"
    r"|on\s+lobby\s+terms|(?:speaking|spoke)\s+(?:privately|in\s+private)|in\s+a\s+(?:background|private)\s+briefing)\b",
    re.IGNORECASE,
)
# A clause that gives a ground, wherever it stands beside the formula.
_GROUND = re.compile(
    r"\b(?:because(?:\s+of)?|since|as\s+(?:they|he|she|it|the|this|his|her|their|not|no)\b|for\s+fear|out\s+of\s+(?:fear|concern)|fear(?:s|ed|ing)\b|afraid\b|"
    r"for\s+(?:\w+\s+and\s+)?(?:security|safety|legal|privacy|family|personal|professional)\s+reasons|citing|due\s+to|owing\s+to|given\s+the|(?:in\s+order\s+)?to\s+(?:avoid|protect|discuss|describe|speak|talk|share|preserve)|"
    r"(?:is|are|was|were|being)\s+not\s+(?:authori[sz]ed|allowed|permitted)|not\s+(?:being\s+)?(?:authori[sz]ed|allowed|permitted)|lack\w*\s+authori[sz]ation|(?:the\s+)?law\s+(?:bars|forbids|prohibits))"
    r"(?:(?!,\s(?:(?:he|she|they)\s)?(?:said|says|told|described|added|warned|confirmed)\b)[^.;\n\"“”]){0,160}",
    re.IGNORECASE,
)
# Grounds that fit almost any case. Source: the New York Times' memo on rote phrases (2016).
_STOCK = re.compile(
    r"\b(?:sensitiv\w+|not\s+(?:been\s+)?(?:authori[sz]ed|allowed|permitted)|authori[sz]ation|candidly|freely|openly|frankly|"
    r"private\s+(?:matters?|conversations?|discussions?|deliberations?|meetings?)|internal\s+(?:matters?|deliberations?|discussions?|affairs|strategy)|"
    r"confidential\w*|ongoing|not\s+(?:yet\s+)?(?:been\s+)?(?:made\s+)?public|(?:company|agency|department|office)?\s*(?:protocol|policy)|personnel\s+matters?|pending|the\s+(?:talks|negotiations|matter|issue|investigation))\b",
    re.IGNORECASE,
)
_SPECIFIC = re.compile(
    r"\b(?:fear\w*|afraid|security|legal|concern|retaliat\w+|reprisals?|retribution|repercussions?|threat\w*|harass\w+|safety|dismiss\w+|arrest\w*|evict\w+|fired|sacked|jobs?|livelihoods?|licen[cs]es?|contracts?|"
    r"forbid\w*|bars|prohibit\w*|classified|gag|disclosure|lawsuits?|minors?|victims?|stigma|depend\w*|punish\w*|jail\w*|prison|killed|attack\w*|famil(?:y|ies))\b",
    re.IGNORECASE,
)
# A fear of the source's own needs no formula beside it.
_OWN_FEAR = re.compile(
    r"\b(?:who\s+(?:fears?|feared|(?:is|was|are|were)\s+afraid|worried|did\s+not\s+want)|fearing|fearful\s+of|for\s+fear\s+of)\s+[^.,;\n]{0,60}?"
    r"\b(?:los(?:e|ing)\s+(?:his|her|their)\s+jobs?|retaliat\w+|reprisals?|retribution|repercussions?|arrest\w*|dismiss\w+|punish\w*|safety|lives|life)\b",
    re.IGNORECASE,
)
# Want of leave to speak, said of the source itself, is a reason without any formula.
_NO_LEAVE = re.compile(
    r"\b(?:who\s+(?:(?!\bsaid\b)[^.,;\n]){0,60}?)?(?:(?:is|are|was|were)\s+not|(?:isn|aren|wasn|weren)['’]t|not|lack\w*)\s+"
    r"(?:authori[sz]ed|allowed|permitted|authori[sz]ation)\s+to\s+(?:speak|talk|discuss|comment|brief|describe)[^.,;\n]{0,60}",
    re.IGNORECASE,
)
# What a clause may hold before the cue of its own sentence goes on.
_REST = (
    r"(?:(?!,?\s(?:(?:he|she|they|who)\s)?"
    r"(?:but|said|says|say|told|described|added|warned|confirmed|called|believed?|claimed|insisted)\b)[^.;,\n])"
)
_BASIS = re.compile(
    r"\bwho\s+(?:has|have|had|was|were|is|are)?\s*(?:directly\s+|personally\s+)?(?:seen|read|reviewed|heard|attended|"
    r"participated|took\s+part|taken\s+part|sat\s+in|worked|witnessed|drafted|inspected|helped|present|involved|briefed|"
    rf"in\s+the\s+room|there|copied)\b{_REST}{{0,60}}|\b(?:with\s+)?(?:direct|first-?hand|personal)\s+knowledge\b{_REST}{{0,40}}"
    rf"|\b(?:briefed|copied)\s+on\b{_REST}{{0,40}}|\bpresent\s+at\s+{_REST}{{0,40}}|\bin\s+the\s+room\b"
    r"|\bbased\s+on\s+(?:documents|recordings)\b",
    re.IGNORECASE,
)


def _reason_kind(ground: Span | None) -> ReasonKind:
    """Tell a reason that is this source's own from one that fits almost any."""
    if ground is None:
        return ReasonKind.NONE
    stock_only = _STOCK.search(ground.text) and not _SPECIFIC.search(ground.text)
    return ReasonKind.STOCK if stock_only else ReasonKind.SPECIFIC


class Disclosures:
    """Everything an article says about anonymity, looked up by the place of a source's mentions.

    Sentences are given as character offsets, so that the neighbourhood is the sentence itself and the ones beside it.
    """

    def __init__(self, article: Article, sentences: Iterable[tuple[int, int]]) -> None:
        self._article = article
        self._sentences = list(sentences)
        self._starts = [start for start, _ in self._sentences]

    def of(self, mentions: Iterable[Span], others: Iterable[Span] = ()) -> Anonymity:
        """Collect what is disclosed about the source with these mentions.

        Args:
            mentions: its places in the text.
            others: the places of other unnamed sources; what stands beside them is disclosed of them.
        """
        places, rivals = sorted(mentions), sorted(others)
        own = sorted({self._index(place.start) for place in places})
        taken = {self._index(rival.start) for rival in rivals} - set(own)
        near = sorted({sentence for place in places for sentence in self._near(place)} - taken)
        mine = _Nearest(places, rivals)
        formula = self._first(_FORMULA, near, mine)
        beside = self._beside(formula, near)
        ground = (
            self._first(_GROUND, beside, mine) or self._first(_OWN_FEAR, own, mine) or self._first(_NO_LEAVE, own, mine)
        )
        return Anonymity(
            reason=_reason_kind(ground),
            reason_span=ground,
            formula=formula,
            basis=self._first(_BASIS, own, mine),
            terms=self._first(_TERMS, near, mine),
        )

    def _index(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _near(self, mention: Span) -> range:
        index = self._index(mention.start)
        return range(max(0, index), min(len(self._sentences), index + 2))

    def _beside(self, formula: Span | None, near: list[int]) -> list[int]:
        """A reason stands with the formula, in its sentence or the one behind it."""
        if formula is None:
            return []
        index = self._index(formula.start)
        return [i for i in (index, index + 1) if i in near or i == index]

    def _first(self, pattern: re.Pattern[str], sentences: Iterable[int], mine: _Nearest) -> Span | None:
        for index in sentences:
            start, end = self._sentences[index]
            for match in pattern.finditer(self._article.text, start, end):
                if not match.group().strip():
                    continue
                lead = len(match.group()) - len(match.group().lstrip())
                if mine.holds(start, match.start() + lead, end):
                    last = match.start() + len(match.group().rstrip())
                    return self._article.span(match.start() + lead, last)
        return None


class _Nearest:
    """Whose a disclosure is in a sentence that speaks of several sources: theirs who stand last before it."""

    def __init__(self, own: list[Span], others: list[Span]) -> None:
        self._own = own
        self._others = others

    def holds(self, start: int, place: int, end: int) -> bool:
        """Tell whether a place in the sentence from `start` to `end` is this source's.

        Before any source stands, it is the first one's behind it: "Speaking on background, an aide said".
        """
        own = [span.start for span in self._own if start <= span.start < end]
        others = [span.start for span in self._others if start <= span.start < end]
        if not others:
            return True
        if not own:
            return False
        before = [where for where in (*own, *others) if where <= place]
        return (max(before) if before else min((*own, *others))) in own
