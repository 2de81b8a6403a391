"""The page about the Parquet tables, `docs/tables.md`, made from the tables themselves, so that it cannot be stale.

`python -m auditor.batch.table_docs` prints it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from auditor.archive.across_tables import ACROSS_TABLES, ACROSS_VERSION
from auditor.batch.parquet import TABLES_VERSION, columns_of
from auditor.forms.tables import TABLES

_TYPES = {"text": "string", "whole": "int64", "decimal": "double", "truth": "bool"}

_ABOUT = {
    "articles": "One row an article, with its counts. An article that was not audited has its reason and no counts.",
    "findings": "One row a finding, open or not.",
    "sources": "One row a source of an article.",
    "figures": "One row a quantity that the article states.",
    "attributions": "One row a statement with the words that attribute it.",
    "relays": "One row a place where words came through an outlet, a programme or a platform.",
    "quotations": "One row a stretch of words between quotation marks.",
    "claims": "One row a key claim: of the headline, of the lead, an allegation, a consequential figure.",
    "requirements": "One row an article and requirement of a chosen policy.",
    "quotation_trails": "One row an article that carries a quotation which others carry too.",
    "differing_quantities": "One row a value; two with one number count the same thing and differ.",
    "described_in_several_ways": "One row a description; those with one number belong to one unnamed source.",
}

# What a column holds in every table that has it.
_EVERYWHERE = {
    "article": "id of the article, unique in the run",
    "publisher": "who published the article",
    "published": "when, as the article states it",
    "report": "address of the article's report below the run's folder; null without one",
    "start": "offset of the first character in the article's text",
    "end": "offset behind the last character",
    "words": "the words of the text",
    "id": "id within the article",
    "certainty": "how sure the reading is: `firm`, `likely` or `possible`",
    "attribution_id": "the attribution it belongs to (`attributions.id`), or null",
    "identity": "what kind of source it is: `named-person`, `unnamed-individual` and so on",
    "status": "what it rests on: `hedged`, `unnamed-source`, `attributed`, `unattributed`, `verified` or `plain`",
}

_COLUMNS: Mapping[str, Mapping[str, str]] = {
    "articles": {
        "byline": "who wrote it",
        "title": "its headline",
        "url": "its address",
        "updated": "when it was changed last, as it states it",
        "section": "its section or genre",
        "language": "its language, as it states it",
        "sha256": "hash of its text",
        "words": "number of words",
        "not_audited": "why it was not audited; null where it was",
        "attributions": "statements that the article uses as information",
        "sources": "sources in its ledger",
        "named": "of the statements, those on named people, institutions, documents, polls, or the reporter",
        "unnamed": "those on unnamed people, groups, spokespeople or documents",
        "relayed": "those that rest on another outlet or an account on a platform",
        "no_source": "those without any source",
        "unnamed_people_least": "how many unnamed people speak, at least",
        "unnamed_people_most": "at most; null where the words set no bound",
        "largest_source": "the source with most statements",
        "largest_share": "its share of the statements, 0 to 1",
        "reason_specific": "unnamed sources with a specific reason for it",
        "reason_stock": "with a stock reason",
        "reason_none": "with none",
        "figures": "quantities stated",
        "figures_hedged": "of these, hedged ones",
        "figures_unnamed": "of these, resting on unnamed sources",
        "relays": "rows of `relays`",
        "high": "open findings of high severity",
        "medium": "of medium severity",
        "low": "of low severity",
        "info": "for information",
        "decided": "findings that an editor decided about",
        "summary": "the article's sourcing in a sentence or two",
        "tool_version": "version of the program",
        "model": "name and version of the language model",
        "rules_hash": "hash of the rules in force",
    },
    "findings": {
        "fingerprint": "name of the finding that stays while its words stay; decisions use it",
        "rule": "code of the rule",
        "title": "title of the rule",
        "severity": "priority for a human check: info, low, medium, high",
        "line": "line of the text, from 1; null for a finding about the whole article",
        "column": "character of that line, from 1",
        "message": "what was found",
        "clear": "what would clear it",
        "ask": "what to ask the writer",
        "policies": "the policies behind the rule, joined by `; `",
        "also": "rules that found the same words, joined by `; `",
        "annotation": "id of the source, figure or other thing it is about",
        "decision": "what an editor decided: `accepted`, `false alarm`, `fixed` or `asked`; null where nobody did",
        "decided_by": "who",
        "decision_reason": "why",
        "baseline": "whether an earlier audit had it, so that it is not open",
    },
    "sources": {
        "label": "the fullest words by which the article names or describes it",
        "role": "its role, in words of the text",
        "affiliation": "whom it belongs to, in words of the text",
        "mentions": "how often it is mentioned",
        "attributions": "statements that rest on it",
        "quoted_words": "words quoted from it",
        "people_least": "how many people it is, at least",
        "people_most": "at most; null without a bound",
        "reason_kind": "kind of the reason for leaving out the name: `specific`, `stock` or `none`",
        "reason": "the words that give it",
        "basis": "the words that say how it knows",
        "terms": "the words that state the terms of anonymity",
    },
    "figures": {
        "least": "the least value that the words allow, or null",
        "most": "the greatest, or null",
        "unit": "unit, or what is counted",
        "hedge": "the words that hedge it",
        "hedge_kind": "class of the hedge",
    },
    "attributions": {
        "kind": "`direct` (quoted), `indirect` or `mixed`",
        "channel": "how the words came: statement, interview, document and so on",
        "zone": "part of the article: headline, lead, body",
        "paragraph": "number of the paragraph, from 0",
        "source_id": "the source (`sources.id`), or null",
        "source": "the source's words here, perhaps a pronoun",
        "cue": "the words that attribute",
        "cue_lemma": "base form of the cue",
        "content": "what is attributed",
        "start": "offset of the place where it stands",
        "sourcing": "false where the article does not use it as information",
        "probability": "what the tagger gives it, 0 to 1",
    },
    "relays": {
        "outlet": "outlet or platform in its usual form",
        "kind": "`outlet_report`, `outlet_interview`, `own_outlet` or `social`",
        "unnamed_outlet": 'whether it is not named ("local media")',
        "cue": "the words that say so",
        "chain": "the hops to this article, joined by `→`",
    },
    "quotations": {
        "kind": "`speech`, or `scare` for marks that keep a distance",
        "marks": "kind of quotation marks",
        "closed": "whether the closing mark is there",
        "nested": "whether it stands in another quotation",
        "quoted_words": "number of words",
    },
    "claims": {
        "kind": "why it counts as one: `headline`, `lead`, `allegation` or `figure`",
        "verdict": "what it rests on, in words; never whether it is true",
        "subject": "whom it is about",
        "source_ids": "sources that support it, joined by `; `",
        "corroboration": "words that say it was confirmed",
        "reply": "words that give the reply of whom it is about",
    },
    "requirements": {
        "policy": "key of the policy",
        "code": "code of the requirement",
        "text": "what it asks for",
        "outcome": "`met`, `not met`, `not applicable` or `cannot be seen in a text`",
        "findings": "findings that speak against it",
    },
    "quotation_trails": {
        "trail": "number of the quotation; those with most carriers first",
        "place": "1 for the article of the earliest date",
        "source": "label of the source it is attributed to, or null",
        "relay": "outlet through which it came, or null",
        "gone": "words of the first carrier that are missing here, joined by `; `",
        "new": "words that the first carrier does not have",
        "reworded": "whether words went or came",
        "other_source": "whether it is attributed to somebody else than in the first",
    },
    "differing_quantities": {
        "quantity": "number of the pair",
        "unit": "unit, or what is counted",
        "value": "the value",
    },
    "described_in_several_ways": {"person": "number of the source", "source": "the description"},
}


def tables_page() -> str:
    """Give the page as Markdown.

    Raises:
        KeyError: a column has no meaning here.
    """
    return "\n".join([*_introduction(), *_run_tables(), *_across_tables()])


def meaning(table: str, column: str) -> str:
    """Give what a column holds.

    Raises:
        KeyError: it is not described.
    """
    own = _COLUMNS[table]
    return own[column] if column in own else _EVERYWHERE[column]


def _introduction() -> Iterator[str]:
    yield "# Tables"
    yield ""
    yield "Made by `make docs` from the program itself; do not edit."
    yield ""
    yield (
        "`auditor batch … --format jsonl,parquet` writes these tables below its folder, each as "
        "`tables/NAME/part-00000.parquet` and so on. `auditor query` asks them in SQL ([archive](archive.md)); any "
        "tool that reads Parquet opens them. The file's own metadata give `table` and `tables_version`, here "
        f"**{TABLES_VERSION}**; it rises when a column goes or changes its meaning, not when one is added."
    )
    yield ""
    yield "Offsets count characters of the article's text from 0. Every row begins with what identifies its article."


def _run_tables() -> Iterator[str]:
    for name, table in TABLES.items():
        yield from _section(name, {column: kind.value for column, kind in columns_of(name, table).items()})


def _across_tables() -> Iterator[str]:
    yield ""
    yield "# Tables across articles"
    yield ""
    yield (
        "`auditor dashboard` adds these, from the ones above; the next batch removes them. Their `across_version` is "
        f"**{ACROSS_VERSION}**."
    )
    for name, table in ACROSS_TABLES.items():
        yield from _section(name, table.columns)
    yield ""


def _section(name: str, columns: Mapping[str, str]) -> Iterator[str]:
    yield from ("", f"## {name}", "", _ABOUT[name], "", "| column | type | what it holds |", "|---|---|---|")
    for column, kind in columns.items():
        yield f"| `{column}` | {_TYPES[kind]} | {meaning(name, column)} |"


if __name__ == "__main__":
    print(tables_page(), end="")
