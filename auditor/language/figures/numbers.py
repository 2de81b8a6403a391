"""Numeric expressions in running text and their values: digits, number words, ranges, vague plurals, money, shares.

A grammar over characters, independent of any tokeniser or model. It says where a number is and what it is worth;
whether it is a quantity at all (and not a date, an age or a score) is decided in `exclusions`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from auditor.language.figures.number_words import CURRENCIES, MONEY_NOUNS, SCALES, SHARES, SHORT_SCALES, TENS, UNITS

_WORD = "(?:" + "|".join(sorted([*UNITS, *TENS], key=len, reverse=True)) + ")"
_SCALE = "(?:" + "|".join(SCALES) + ")"
_WORDS = rf"(?:a\s+(?={_SCALE}\b))?(?:{_WORD}|{_SCALE})(?:(?:\s+and\s+|[\s-]+)(?:{_WORD}|{_SCALE})\b)*"
_DIGITS = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_SHORT = r"(?:k|mn|mln|m|bn|b|trn|tn)(?![A-Za-z0-9])"
_CURRENCY = r"(?:US\$|NZ\$|HK\$|A\$|C\$|S\$|[$£€¥₹₽₩]|\bRs\.?|\bUSD|\bEUR|\bGBP)"
_VAGUE_COUNT = r"(?:several|a\s+few|a\s+couple\s+of|many|some)"
_PLURAL = r"(?:dozens|scores|hundreds|thousands|millions|billions|trillions|lakhs|crores)"
_FRACTION = r"halves|half|thirds|third|quarters|quarter|fifths|fifth|sixths|sixth|tenths|tenth"

_EXPRESSION = re.compile(
    rf"""
    (?P<vague>\b(?:(?:tens|hundreds|dozens|scores|thousands|millions)\s+(?:of|and|upon)\s+)*{_PLURAL}\b)
  | (?P<several>\b{_VAGUE_COUNT}\s+(?:{_SCALE})\b)
  | (?P<share>\b(?:one|two|three|four|nine)[\s-]+(?:{_FRACTION})\b(?!-)
             |\ba\s+(?:{_FRACTION})(?=\s+(?:of|more|less|fewer)\b)
             |(?<!first\s)(?<!second\s)\bhalf(?=\s+(?:of|the|its|their|all|those|these)\b(?!\s+(?:size|price|cost|length|height|age|time|way)\b)))
  | (?P<half_scale>\bhalf[\s-]+a[\s-]+(?:{_SCALE})\b)
  | (?P<ratio>\b(?:one|two|three|\d{{1,2}})\s+(?:in|out\s+of)\s+(?:every\s+)?(?:{_WORD}|\d{{1,3}})\b(?!,\d))
  | (?P<number>
      (?P<currency>(?<![A-Za-z]){_CURRENCY}\s?)?
      (?: (?P<digits>(?<![\w.,]){_DIGITS}|(?<=[$£€¥₹₽₩])(?:{_DIGITS})|(?<=\bRs)(?:{_DIGITS}))
          (?:\s?(?P<short>{_SHORT})|[\s-]+(?P<scale>(?:{_SCALE})(?:[\s-]+(?:{_SCALE}))?)\b)?
        | (?<![A-Za-z])(?P<words>{_WORDS})\b )
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_JOIN = re.compile(r"\s?[-–—]\s?|\s+to\s+|\s+and\s+", re.IGNORECASE)
_PERCENT = re.compile(
    r"\s?%|[\s-]per[\s-]?cent(?:age\s+points?)?\b|\s?pc\b|(?:\s+basis)?[\s-]+points?\b", re.IGNORECASE
)
_MONEY = re.compile(
    rf"[\s-]+(?:[A-Z][a-z]+\s+|US\s+)?(?P<noun>{'|'.join(sorted(MONEY_NOUNS, key=len, reverse=True))})s?\b",
    re.IGNORECASE,
)


class Kind(StrEnum):
    """What a numeric expression counts or measures, as far as its own words say."""

    COUNT = "count"
    MONEY = "money"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class NumericExpression:
    """A number as written.

    Attributes:
        start: character offset of its first character, currency sign included.
        end: character offset after its last character, scale, per cent sign and currency noun included.
        low: least value, or null where it is open.
        high: greatest value, or null where it is open.
        kind: count, money or share.
        unit: "%", "percentage point", a currency code, or empty.
        bare_year: true for four digits that can be read as a year.
        is_range: true when two numbers were joined.
        digits: true when it is written in figures.
        scale: the value of its last scale word, 1e6 for "5 million" and "5m".
    """

    start: int
    end: int
    low: float | None
    high: float | None
    kind: Kind
    unit: str = ""
    bare_year: bool = False
    is_range: bool = False
    digits: bool = False
    scale: float = 1.0


def find_numbers(text: str) -> tuple[NumericExpression, ...]:
    """Find the numeric expressions of a text, in order, ranges joined.

    >>> [(text.low, text.high, text.unit) for text in find_numbers("between $8 billion and $12 billion")]
    [(8000000000.0, 12000000000.0, 'USD')]
    """
    return tuple(_joined(text, [_read(text, match) for match in _EXPRESSION.finditer(text)]))


def words_value(words: str) -> float:
    """Give the value of number words, such as "two hundred and five thousand"."""
    total, group = 0.0, 0.0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word in UNITS or word in TENS:
            group += UNITS.get(word, TENS.get(word, 0))
        elif word == "hundred" or word == "dozen":
            group = (group or 1) * SCALES[word]
        elif word in SCALES:
            total += (group or 1) * SCALES[word]
            group = 0.0
    return total + group


def _read(text: str, match: re.Match[str]) -> NumericExpression:
    low, high = _bounds(match)
    kind, unit, end = Kind.COUNT, "", match.end()
    if match["currency"]:
        kind, unit = Kind.MONEY, CURRENCIES.get(match["currency"].strip(), "USD")
    elif match["share"] or match["ratio"]:
        kind, unit = Kind.SHARE, "share"
    elif percent := _PERCENT.match(text, end):
        kind, unit = Kind.SHARE, "percentage point" if "point" in percent[0].lower() else "%"
        end = percent.end()
    if kind is not Kind.SHARE and (money := _MONEY.match(text, end)):
        kind, unit = Kind.MONEY, unit or MONEY_NOUNS[money["noun"].lower()]
        end = money.end()
    digits = match["digits"] or ""
    plain = not (match["short"] or match["scale"]) and kind is Kind.COUNT
    bare_year = plain and len(digits) == 4 and digits.isdigit() and 1500 <= int(digits) <= 2099
    return NumericExpression(
        match.start(), end, low, high, kind, unit, bare_year, digits=bool(digits), scale=_scale(match)
    )


def _bounds(match: re.Match[str]) -> tuple[float | None, float | None]:
    """Give the least and greatest value; a vague plural is at least two of its scale and open above."""
    if vague := match["vague"]:
        low = 1.0
        scales = [
            word.rstrip("s") for word in re.findall(r"[a-z]+", vague.lower()) if word not in ("of", "and", "upon")
        ]
        repeated = " and " in vague or " upon " in vague
        for scale in scales[-1:] if repeated else scales:
            low *= {"score": 20.0, "ten": 10.0}.get(scale, SCALES.get(scale, 1.0))
        return 2 * low, None
    if several := match["several"]:
        return 2 * SCALES[several.split()[-1].lower()], None
    if match["half_scale"]:
        value = SCALES[re.split(r"[\s-]+", match["half_scale"])[-1].lower()] / 2
    elif match["share"]:
        value = _share(match["share"])
    elif match["ratio"]:
        part, whole = re.split(r"\s+(?:in|out\s+of)\s+(?:every\s+)?", match["ratio"], flags=re.IGNORECASE)
        value = _plain(part) / (_plain(whole) or 1)
    else:
        value = _scaled(match)
    return value, value


def _share(words: str) -> float:
    parts = re.split(r"[\s-]+", words.lower())
    fraction = {"halves": "half", "half": "half"}.get(parts[-1], parts[-1].removesuffix("s"))
    count = UNITS.get(parts[0], 1) if len(parts) > 1 else 1
    return count * SHARES.get(fraction, 1.0)


def _plain(number: str) -> float:
    return float(number) if number.isdigit() else words_value(number)


def _scaled(match: re.Match[str]) -> float:
    if match["words"]:
        return words_value(match["words"])
    value = float(match["digits"].replace(",", ""))
    value *= SHORT_SCALES.get((match["short"] or "").lower(), 1.0)
    for scale in re.findall(r"[a-z]+", (match["scale"] or "").lower()):
        value *= SCALES[scale]
    # Products such as 4.1 * 1e6 carry binary dust.
    return round(value, 6)


def _scale(match: re.Match[str]) -> float:
    if match["short"]:
        return SHORT_SCALES[match["short"].lower()]
    last = re.split(r"[\s-]+", (match["scale"] or match["words"] or "").lower())[-1]
    return SCALES.get(last, 1.0)


def _joined(text: str, found: list[NumericExpression]) -> Iterator[NumericExpression]:
    """Join two neighbouring numbers into a range where a dash, "to" or "between … and" says so."""
    index = 0
    while index < len(found):
        first = found[index]
        second = found[index + 1] if index + 1 < len(found) else None
        if second and _is_range(text, first, second):
            yield _range(first, second)
            index += 2
        else:
            yield first
            index += 1


def _is_range(text: str, first: NumericExpression, second: NumericExpression) -> bool:
    join = _JOIN.fullmatch(text, first.end, second.start)
    if not join or first.low is None or second.high is None or second.high <= _lower_bound(first, second):
        return False
    # "in 2018 to 2.6 million", "rose 6 per cent to £188m": unlike things make no range.
    if (first.bare_year != second.bare_year and second.scale > 1) or Kind.COUNT is not first.kind is not second.kind:
        return False
    before = text[max(0, first.start - 24) : first.start].lower().split()
    word = join[0].strip().lower()
    if word == "and":
        return "between" in before[-2:]
    # "rose from 37 to 43" names two figures; "ranged from 37 to 43" names one range.
    if word == "to" and before[-1:] == ["from"]:
        return any(token.startswith("rang") or token in ("anywhere", "vary", "varied", "varies") for token in before)
    return True


def _lower_bound(first: NumericExpression, second: NumericExpression) -> float:
    """Give the lower bound, scaled like the upper one where only that one is scaled: "5 to 7 million"."""
    low = first.low or 0.0
    shares_scale = first.scale == 1 and second.scale > 1 and low * second.scale <= (second.high or 0.0)
    return low * second.scale if shares_scale else low


def _range(first: NumericExpression, second: NumericExpression) -> NumericExpression:
    return NumericExpression(
        first.start,
        second.end,
        _lower_bound(first, second),
        second.high,
        second.kind if first.kind is Kind.COUNT else first.kind,
        first.unit or second.unit,
        bare_year=first.bare_year and (second.bare_year or (second.high or 0) < 100),
        is_range=True,
        digits=first.digits or second.digits,
        scale=second.scale,
    )
