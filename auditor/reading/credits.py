"""What an article says about itself in fixed places: by-line, dateline, agency credit, correction and editor's notes.

The shapes are those of news style: "By Name" under the headline, "CITY, March 5 (Agency) —" before the first
sentence, notes that name themselves. Nothing is taken out of the text.
"""

from __future__ import annotations

import dataclasses
import re

from auditor.reading.plain import LEAD_PARAGRAPHS
from auditor.text import Article, Metadata, Paragraph, ZoneKind

# How far below the top a by-line and a dateline stand, in paragraphs: headline, standfirst, date, by-line, dateline.
_TOP_PARAGRAPHS = 6
_BYLINE_WORDS = 16

_BYLINE = re.compile(r"(?:by|words by|story by|reported by)\s+(?P<names>\S.{2,150})", re.IGNORECASE)
_SMALL_WORDS = frozenset("and in at for the of de la van von der den bin al el with from".split())
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATE = rf"(?:,\s*(?P<date>{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH}))?"
_DASH = r"\s*[-–—]{1,2}\s+"
_CITY = r"(?P<city>[A-ZÀ-Þ][A-ZÀ-Þ.'’\- ]{2,40}(?:[,/]\s?[A-ZÀ-Þ][\w.'’\- ]{1,30}){0,2}?)"
_ANY_CITY = r"(?P<city>[A-ZÀ-Þ][\w.'’\- ]{2,40}(?:[,/]\s?[A-ZÀ-Þ][\w.'’\- ]{1,30}){0,2}?)"
_AGENCY = r"\s*\((?P<agency>[A-Z][\w .&'’-]{1,40})\)"
_DATELINES = (re.compile(_CITY + _DATE + rf"(?:{_AGENCY})?" + _DASH), re.compile(_ANY_CITY + _DATE + _AGENCY + _DASH))
# Labels in capitals that stand where a place would.
_NO_CITY = frozenset("breaking update updated watch live exclusive analysis opinion photos video corrected".split())
_AGENCY_ALONE = re.compile(r"\((?P<agency>[A-Z][\w .&'’-]{1,40})\)\s*[-–—]{1,2}\s+")

# Agencies that sign copy in place of a reporter. Names only; whether an outlet is relayed is decided elsewhere.
_AGENCIES = {
    "ap": "Associated Press",
    "associated press": "Associated Press",
    "the associated press": "Associated Press",
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "afp": "AFP",
    "agence france-presse": "AFP",
    "dpa": "dpa",
    "upi": "UPI",
    "pa media": "PA Media",
    "press association": "PA Media",
    "bloomberg": "Bloomberg",
    "xinhua": "Xinhua",
    "tass": "TASS",
    "interfax": "Interfax",
    "efe": "EFE",
    "ansa": "ANSA",
    "kyodo": "Kyodo",
    "kyodo news": "Kyodo",
    "yonhap": "Yonhap",
    "anadolu": "Anadolu",
    "anadolu agency": "Anadolu",
    "aap": "AAP",
    "canadian press": "The Canadian Press",
    "the canadian press": "The Canadian Press",
    "ani": "ANI",
    "pti": "PTI",
    "press trust of india": "PTI",
    "irna": "IRNA",
}
_CREDIT_PARTS = re.compile(r"\s*(?:,|/|\||;|\band\b|\bwith\b|\bin\b)\s*")

_CORRECTION = re.compile(
    r"(?:(?:corrections?|clarifications?)(?:\s+and\s+clarifications?)?\b(?:\s*\([^)]{0,60}\))?\s*[:—–-]"
    r"|(?:editor|publisher)(?:[’']s?|s[’']?|s)?\s+note\s*[:—–-]"
    r"|(?:note to readers|editors’ note)\b"
    r"|this (?:article|story|report|piece|page|post|headline) (?:was|has been) "
    r"(?:amended|corrected|clarified|edited|updated)\b"
    r"|(?:an|the) (?:earlier|previous|original) version of this (?:article|story|report|piece|post|headline)\b)",
    re.IGNORECASE,
)
_CORRECTION_CHARACTERS = 1200


def is_correction(text: str) -> bool:
    """Tell whether a paragraph is a correction, a clarification or an editor's note that names itself one."""
    return len(text) <= _CORRECTION_CHARACTERS and _CORRECTION.match(text.strip(" \t*_([")) is not None


def byline_in(text: str) -> str | None:
    """Give the names of a paragraph that is a by-line ("By Name, Outlet"), or null."""
    match = _BYLINE.fullmatch(" ".join(text.split()))
    if match is None:
        return None
    names = match["names"].strip(" .,|-–—")
    words = re.findall(r"[^\W\d_][\w.'’-]*", names)
    if not words or len(words) > _BYLINE_WORDS or re.search(r"[.!?]\s+[a-z]|[.!?]$", match["names"].strip()):
        return None
    return names if all(word[0].isupper() or word.lower() in _SMALL_WORDS for word in words) else None


def without_by(names: str) -> str:
    """Take the word "By" off a by-line."""
    match = _BYLINE.fullmatch(names.strip())
    return match["names"].strip() if match else names.strip()


def dateline_in(text: str) -> tuple[str | None, str | None]:
    """Give the dateline that a paragraph begins with, and the agency it names; null for what is not there."""
    opening = text.lstrip()[:160]
    for pattern in _DATELINES:
        match = pattern.match(opening)
        if match and match["city"].strip().casefold() not in _NO_CITY:
            date = match["date"]
            return (f"{match['city'].strip()}, {date}" if date else match["city"].strip()), match["agency"]
    alone = _AGENCY_ALONE.match(opening)
    return None, alone["agency"] if alone else None


def agency_in(credit: str | None) -> str | None:
    """Give the agency that a by-line or credit names as the author of the copy, or null."""
    parts = _CREDIT_PARTS.split(credit or "")
    return next((_AGENCIES[part.casefold()] for part in parts if part.casefold() in _AGENCIES), None)


def with_credits(article: Article) -> Article:
    """Add what the text says about itself to metadata that do not say it, and the zones of standfirst and notes."""
    marked = dataclasses.replace(article, paragraphs=_zoned(article))
    return dataclasses.replace(marked, metadata=_completed(marked))


def _zoned(article: Article) -> tuple[Paragraph, ...]:
    zones = [paragraph.zone for paragraph in article.paragraphs]
    texts = [article.text[paragraph.start : paragraph.end] for paragraph in article.paragraphs]
    for index, text in enumerate(texts):
        if zones[index] is not ZoneKind.HEADLINE and is_correction(text):
            zones[index] = ZoneKind.CORRECTION
    # What stands alone between the headline and a by-line or dateline is the standfirst.
    if zones[:2] == [ZoneKind.HEADLINE, ZoneKind.LEAD] and len(texts) > 2 and not _opens(texts[1]) and _opens(texts[2]):
        zones[1] = ZoneKind.STANDFIRST
    running = [index for index, zone in enumerate(zones) if zone in (ZoneKind.LEAD, ZoneKind.BODY)]
    for place, index in enumerate(running):
        zones[index] = ZoneKind.LEAD if place < LEAD_PARAGRAPHS else ZoneKind.BODY
    return tuple(
        dataclasses.replace(paragraph, zone=zone) for paragraph, zone in zip(article.paragraphs, zones, strict=True)
    )


def _opens(text: str) -> bool:
    """Tell whether a paragraph is a by-line or begins with a dateline."""
    return byline_in(text) is not None or any(dateline_in(text))


def _completed(article: Article) -> Metadata:
    known = article.metadata
    texts = [article.text[paragraph.start : paragraph.end] for paragraph in article.paragraphs]
    headed = bool(article.paragraphs) and article.paragraphs[0].zone is ZoneKind.HEADLINE
    top = texts[headed:_TOP_PARAGRAPHS]
    byline = known.byline or next(filter(None, map(byline_in, top)), None)
    datelines = [dateline_in(text) for text in top]
    dateline = known.dateline or next((place for place, _ in datelines if place), None)
    agency = known.agency or next((name for _, name in datelines if name), None)
    told = [
        " ".join(text.split())
        for text, paragraph in zip(texts, article.paragraphs, strict=True)
        if paragraph.zone is ZoneKind.CORRECTION
    ]
    return dataclasses.replace(
        known,
        byline=byline,
        dateline=dateline,
        agency=_AGENCIES.get((agency or "").casefold(), agency) or agency_in(byline),
        corrections=tuple(dict.fromkeys([*known.corrections, *told])),
    )
