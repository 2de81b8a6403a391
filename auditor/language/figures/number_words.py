"""The words and signs of numbers with their values: units, tens, scales, shares and currencies.

Currencies are given by their ISO 4217 codes where the sign or the noun means one; a noun that several
share keeps itself.
"""

from __future__ import annotations

UNITS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
    "dozen": 12.0,
}
SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12}
SHARES = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6, "tenth": 1 / 10}
CURRENCIES = {
    "$": "USD",
    "US$": "USD",
    "A$": "AUD",
    "C$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "Rs": "INR",
    "Rs.": "INR",
    "USD": "USD",
    "EUR": "EUR",
    "GBP": "GBP",
}
MONEY_NOUNS = {
    "dollar": "USD",
    "pound": "GBP",
    "euro": "EUR",
    "yen": "JPY",
    "yuan": "CNY",
    "rupee": "INR",
    "rouble": "RUB",
    "ruble": "RUB",
    "won": "KRW",
    "peso": "peso",
    "franc": "franc",
    "krona": "SEK",
    "kronor": "SEK",
    "krone": "krone",
    "kroner": "krone",
    "rand": "ZAR",
    "real": "BRL",
    "dinar": "dinar",
    "dirham": "AED",
    "shekel": "ILS",
    "riyal": "SAR",
    "lira": "lira",
    "hryvnia": "UAH",
    "zloty": "PLN",
    "shilling": "shilling",
    "naira": "NGN",
    "cent": "cent",
    "pence": "penny",
    "penny": "penny",
}
