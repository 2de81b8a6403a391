"""How newsrooms word what they checked and could not check: patterns for several conditions.

Source: the phrases that BBC, Reuters, AP and the Editors' Codebook ask for, in the wordings of news English.
"""

from __future__ import annotations

import re

_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|several|multiple|more than a dozen|a dozen)"
_CHECK = r"(?:verif(?:y|ied)|confirm(?:ed)?|corroborat(?:e|ed)|authenticat(?:e|ed)|substantiat(?:e|ed))"

UNCHECKED = re.compile(
    rf"\b(?:(?:could|can|has|have|had|did)(?: not|n[’']t) (?:(?:be|been|yet|immediately|independently) ){{0,3}}{_CHECK}"
    rf"|(?:unable|impossible|not possible|not able) to (?:independently |immediately )?{_CHECK}"
    r"|no (?:immediate |independent |official )+(?:confirmation|verification)"
    r"|no (?:immediate )?way to (?:verify|confirm)"
    r"|(?:remains?|is|are|was|were) (?:still )?(?:unverified|unconfirmed)"
    r"|(?:it )?(?:is|was|remains|remained) (?:not (?:immediately )?(?:clear|known)|unclear|unknown) (?:how|why"
    r"|who|whether|what|where|when|if)"
    r"|what (?:we|is) (?:do not|don[’']t|not) (?:yet )?know)\b",
    re.IGNORECASE,
)
CHECKED = re.compile(
    rf"\b(?:independently {_CHECK}"
    rf"|{_CHECK} by (?!phone|email|telephone)"
    rf"|(?:a (?:second|third|separate)|another) (?:\w+ ){{0,2}}?(?:sources?|officials?|persons?|people|witness"
    rf"|employee|clerk|aide|diplomat) (?:(?:has|had|also|later|independently) )?(?:confirmed|corroborated"
    rf"|gave the same|said the same|backed)"
    rf"|{_NUMBER} (?:other|more|further|independent|separate) (?:\w+ ){{1,2}}?(?:confirmed|corroborated"
    rf"|gave the same|said the same|described the same)"
    r"|(?:reviewed|verified|geolocated|authenticated) by"
    r"|(?:court|bank|police|phone|tax|property|company|public|official|hospital|school|flight) (?:records?"
    r"|filings?|documents?|statements?|logs?|registers?|accounts) (?:show|confirm|bear out|support|reveal"
    r"|match)s?"
    r"|interviewed (?:separately|independently))\b",
    re.IGNORECASE,
)
