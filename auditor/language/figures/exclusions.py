"""Numbers that are not quantities: dates, years, ages, clock times, ordinals, scores, list numbers, names, addresses.

Read from the characters and words around the number alone, without a model.

Source: the house styles for numerals agree that these name a point, a rank or a thing; none of them counts.
"""

from __future__ import annotations

import re

from auditor.language.figures.numbers import Kind, NumericExpression
from auditor.language.lexicon import words

REACH = 48

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
# Web pages glue words together: "UpdatedMarch 6".
_DATE_BEFORE = re.compile(
    rf"(?:\b|(?<=[a-z])(?=[A-Z])){_MONTH}\s+(?:\d{{1,2}}(?:st|nd|rd|th)?\s*(?:,|and|to|[-–])\s*)?$"
)
_DATE_AFTER = re.compile(rf"(?:\s*(?:,|and|to|or|[-–])\s*\d{{1,2}})?\s+(?:of\s+)?{_MONTH}\b")
_AGE_BEFORE = re.compile(
    r"\b(?:aged|ages?(?:\s+of)?|aging)(?:\s+(?:between|from|under|over|just|about))?\s+$", re.IGNORECASE
)
_AGE_AFTER = re.compile(
    r"[\s-](?:years?|months?|weeks?|days?)[\s-](?:olds?\b|of\s+age\b)|[-\s]somethings?\b", re.IGNORECASE
)
# "since he was five", "children younger than 18", "the average age was 44"
_PERSON_IS = re.compile(
    r"\b(?:he|she|who|I)\s+(?:(?:is|was|were|turned|turns|became)(?:\s+(?:already|only|just|about|nearly|almost))?"
    r"|(?:already|only|just)\s+(?:is|was))\s+$|\b(?:younger|older)\s+than\s+$",
    re.IGNORECASE,
)
_OF_AGE = re.compile(r"\b(?:average|median|mean)\s+age\b[^.;]{0,40}\b(?:is|was|were|of)\s+$", re.IGNORECASE)
# "voters under 30": people and an age limit, no counted noun after it.
_AGE_LIMIT = re.compile(
    r"\b(?:people|men|women|children|those|anyone|everyone|[a-z]+s)\s+(?:under|over|below|above|between)\s+$"
)
_APPOSED_AGE = re.compile(r"[A-Z][\w'’.-]+(?:,\s|\s\()$")
_TIME_AFTER = re.compile(
    r"\s?(?:[ap]\.?m\b|o['’]clock|GMT|BST|EST|EDT|[PMC][SD]T|UTC|hrs\b|hours\s+GMT)|:\d", re.IGNORECASE
)
_ORDINAL_AFTER = re.compile(r"(?:st|nd|rd|th)\b|-(?:first|second|third|\w+th)\b", re.IGNORECASE)
_SCORE_AFTER = re.compile(r"\s?[-–]\s?(?:\d|nil\b)|\s+to\s+(?:\d{1,2}|one|two|three|four|five)\b(?!,)", re.IGNORECASE)
_SCORE_BEFORE = re.compile(r"\d\s?[-–:]\s?$")
_RESULT_AFTER = re.compile(
    r"[\s-]+(?:home\s+|away\s+|aggregate\s+)?(?:wins?|victory|defeat|loss|draw|lead|votes?|decision|ruling|margin|majority"
    r"|ratio|odds|record|score|favou?rites?|split)\b",
    re.IGNORECASE,
)
_STREET_AFTER = re.compile(
    r"\s+(?:[A-Z][\w'’.]*\s+){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Boulevard|Blvd|Square|Terrace|Row|Crescent)\b"
)
_LIST_AFTER = re.compile(r"[.)]\s")
_APPROXIMATE_BEFORE = re.compile(
    r"\b(?:about|around|some|nearly|almost|over|than|least|many|estimated|roughly|approximately|up\s+to|another)\s+$",
    re.IGNORECASE,
)
_EMERGENCY_AFTER = re.compile(r"\s+(?:calls?|callers?|operators?|dispatchers?|recordings?|tapes?)\b")
_BEFORE_WORD = re.compile(r"([A-Za-z&]+)\.?\s+$")
_POINTING_BEFORE = re.compile(
    r"\b(?:the|these|those|all|other|last|first|next|past|no|any|each|every|this|that|which)\s+$", re.IGNORECASE
)


def exclusion(text: str, number: NumericExpression, *, counted: bool, sentence_start: bool) -> str:
    """Say why this number is no quantity, or give an empty string.

    Args:
        text: the whole text.
        number: the numeric expression in it.
        counted: whether a noun that it counts follows it directly.
        sentence_start: whether the word before it begins a sentence, so that its capital means nothing.
    """
    before = text[max(0, number.start - REACH) : number.start].rpartition("\n")[2]
    after = text[number.end : number.end + REACH].partition("\n")[0]
    if joined_to_letters(before, after):
        return "part of a name or code"
    if number.kind is not Kind.COUNT:
        return ""
    return (
        _calendar(number, before, after, counted=counted)
        or _age_or_time(number, before, after, counted=counted)
        or _score(number, before, after, counted=counted)
        or _name(text, number, before, after, counted=counted, sentence_start=sentence_start)
        or _bare(text, number, before, counted=counted)
    )


def joined_to_letters(before: str, after: str) -> bool:
    """Tell whether the number is stuck to letters or signs of a code: "F-16", "21st", "9/11", "#5", "x=3"."""
    if after[:1].isalnum() or after[:1] in ("/", "_", "="):
        return True
    if before[-1:] in ("/", "_", "=", "#", "@", "&") or before[-1:].isalnum():
        return True
    return len(before) > 1 and before[-1] in "-–'’:" and before[-2].isalnum()


def _calendar(number: NumericExpression, before: str, after: str, *, counted: bool) -> str:
    if number.bare_year and not (counted and _APPROXIMATE_BEFORE.search(before)):
        return "year"
    small = number.digits and (number.high or 0) <= 31 and number.scale == 1
    if small and (_DATE_BEFORE.search(before) or _DATE_AFTER.match(after)):
        return "date"
    return "decade" if re.match(r"['’]?s\b", after) else ""


def _age_or_time(number: NumericExpression, before: str, after: str, *, counted: bool) -> str:
    if _AGE_BEFORE.search(before) or _AGE_AFTER.match(after):
        return "age"
    if not counted and number.digits and number.scale == 1 and (number.high or 0) <= 100 and _AGE_LIMIT.search(before):
        return "age"
    years = 1 <= (number.high or 0) <= 110 and number.scale == 1 and not counted
    if years and (_PERSON_IS.search(before) or _OF_AGE.search(before)):
        return "age"
    plausible = number.digits and 1 <= (number.high or 0) <= 110 and number.scale == 1
    if plausible and _APPOSED_AGE.search(before) and after[:1] in (",", ")", "."):
        return "age"
    return "clock time" if number.digits and _TIME_AFTER.match(after) else ""


def _score(number: NumericExpression, before: str, after: str, *, counted: bool) -> str:
    if _ORDINAL_AFTER.match(after):
        return "ordinal"
    small = (number.high or 0) < 1000 and number.scale == 1
    if small and (_SCORE_AFTER.match(after) or _SCORE_BEFORE.search(before)):
        return "score or ratio"
    if number.is_range and small and (_RESULT_AFTER.match(after) or (not counted and (number.high or 0) <= 60)):
        return "score or ratio"
    return ""


def _name(text: str, number: NumericExpression, before: str, after: str, *, counted: bool, sentence_start: bool) -> str:
    word = _BEFORE_WORD.search(before)
    named = bool(word) and (word[1].lower() in words("numbered_things")) if word else False
    # "which numbers 15,000": the verb counts.
    named = named and not (word and word[1] == "numbers" and (number.high or 0) >= 100)
    # "Section 230", "Flight 12": the word carries a capital or is a rank; "over 40 people" counts.
    ranked = word is not None and word[1].lower() in ("number", "no")
    if named and word and (word[1][0].isupper() or not counted or ranked) and word[1].lower() not in ("over", "under"):
        return "number of a thing"
    marker = number.digits and (number.high or 0) < 100 and after.startswith(")")
    if marker and (before.endswith("(") or "(" not in before):
        return "list number"
    if word and word[1].lower() == "top":
        return "rank"
    if word and word[1][0].isupper() and not counted and not sentence_start and word[1].lower() not in ("i", "about"):
        return "part of a name or code"
    if _STREET_AFTER.match(after):
        return "address"
    written = text[number.start : number.end]
    if written in ("911", "999", "112", "000") and _EMERGENCY_AFTER.match(after):
        return "emergency number"
    if number.scale == 1 and written[:1].isupper() and not sentence_start and after[:2].strip()[:1].isupper():
        return "part of a name or code"
    return "list number" if not before.strip() and _LIST_AFTER.match(after) else ""


def _bare(text: str, number: NumericExpression, before: str, *, counted: bool) -> str:
    """Exclude what only points back ("the two", "one"), codes, and figures with a leading zero."""
    written = text[number.start : number.end]
    if number.digits:
        code = written.isdigit() and (len(written) > 6 or (written[0] == "0" and len(written) > 1))
        return "code" if code else ""
    if number.low in (0.0, 1.0):
        return "a pronoun or an article"
    if not counted and number.scale == 1 and (number.high or 99) < 13:
        return "" if re.match(r"\s+of\b", text[number.end :]) and number.high and number.high > 9 else "points back"
    return (
        "points back" if not counted and number.high and number.high < 100 and _POINTING_BEFORE.search(before) else ""
    )
