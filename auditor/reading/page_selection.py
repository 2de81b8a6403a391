"""Which paragraphs of a page are its article, in the page's own words and order.

trafilatura, the extraction library, decides which words belong to the article. The paragraphs are then taken from the
page itself, so that links, captions and standfirst keep their place and nothing inside a paragraph is lost; what the
library lets through of the page's furniture is taken out, and paragraphs it passes over between others come back.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.errors import InputError
from auditor.reading.blocks import Block, squeezed
from auditor.reading.credits import is_correction
from auditor.reading.extras import needed
from auditor.reading.markup import Element, Found, found_blocks, local_name
from auditor.reading.page_furniture import is_furniture, may_be_pull_quote
from auditor.text import ZoneKind

_PLAIN = "Save the article as plain text."
# A shorter block counts as found by the library only as a line of its own: its letters could stand anywhere.
_SHORT = 25
_SHORTEST_QUOTE = 10
# An element that holds this share of the article holds the article.
_HOLDER_SHARE = 0.4
_CAPTION_WORDS = ("caption", "photo-credit", "image-credit")
_STANDFIRST_WORDS = (
    "standfirst dek deck subtitle sub-title subhead sub-head subheadline strapline article-summary article__summary "
    "article-lede intro article-intro kicker-text post-excerpt"
).split()
_PARAGRAPHS = frozenset({"p", "blockquote", "li", "h2", "h3", "h4"})


@dataclass(frozen=True, slots=True)
class Selection:
    """The article's blocks, and what was left out.

    Attributes:
        blocks: the article, the headline first where the page shows one.
        words_left_out: number of words on the page that are not in the blocks.
        quotes_left_out: number of pull quotes left out because the article holds their words.
        fallback: whether the library's own text was taken, because it could not be found again on the page.
    """

    blocks: tuple[Block, ...]
    words_left_out: int
    quotes_left_out: int = 0
    fallback: bool = False


def select_article(root: Element, text: str, *, url: str | None, where: str, description: str | None) -> Selection:
    """Find the article on a page.

    Args:
        root: the page.
        text: its source, for the library.
        url: its address, for links.
        where: the file or URL, for error messages.
        description: what the page gives as its summary, to know a standfirst by.

    Raises:
        InputError: there is no article, or trafilatura is not installed.
    """
    lines = extracted_lines(text, url=url, where=where)
    found = list(found_blocks(root, base=url))
    chosen = _chosen(found, lines)
    words = sum(len(one.block.text.split()) for one in found)
    if sum(len(squeezed(found[index].block.text)) for index in chosen) < 0.5 * len(squeezed("".join(lines))):
        blocks = tuple(Block(line) for line in lines)
        return Selection(blocks, max(0, words - sum(len(line.split()) for line in lines)), fallback=True)
    holders = _holders([found[index] for index in chosen])
    kept = _completed(found, chosen, holders)
    kept, quotes = _without_repeats(kept)
    if not kept:
        raise InputError("no article was found in this page", where=where, fix=_PLAIN)
    blocks = _zoned(kept, description)
    return Selection(blocks, words - sum(len(block.text.split()) for block in blocks), quotes)


def extracted_lines(text: str, *, url: str | None, where: str) -> list[str]:
    """Give the lines of what the extraction library takes for the article.

    Raises:
        InputError: it finds none, cannot take the page apart, or is not installed.
    """
    trafilatura = needed("trafilatura", extra="web", what="web pages", where=where)
    try:
        extracted = trafilatura.bare_extraction(
            text, url=url, with_metadata=False, include_comments=False, include_tables=True, include_formatting=False
        )
    except (RecursionError, ValueError, TypeError, AttributeError, LookupError) as error:
        # Pages made to break readers, or broken ones, must not end a run; the library promises nothing about them.
        raise InputError("this page cannot be taken apart", where=where, fix=_PLAIN) from error
    told = str(extracted.as_dict().get("text") or "") if extracted is not None else ""
    lines = [" ".join(line.removeprefix("- ").replace(" | ", " ").split()) for line in told.splitlines()]
    lines = [line for line in lines if squeezed(line)]
    if not lines:
        raise InputError("no article was found in this page", where=where, fix=_PLAIN)
    return lines


def _chosen(found: Sequence[Found], lines: Sequence[str]) -> list[int]:
    """Give the positions of the blocks whose words the library took; the same words count once."""
    whole = squeezed("".join(lines))
    single = {squeezed(line) for line in lines}
    seen: set[str] = set()
    chosen = []
    for index, one in enumerate(found):
        words = squeezed(one.block.text)
        taken = words in single or (len(words) >= _SHORT and words in whole)
        if words and taken and words not in seen:
            seen.add(words)
            chosen.append(index)
    return chosen


def _holders(chosen: Sequence[Found]) -> frozenset[Element]:
    """Give the elements that hold a good part of the article."""
    held: Counter[Element] = Counter()
    for one in chosen:
        held.update({node: len(one.block.text) for node in one.element.iterancestors()})
    total = sum(len(one.block.text) for one in chosen)
    return frozenset(node for node, characters in held.items() if characters >= _HOLDER_SHARE * total)


def _completed(found: Sequence[Found], chosen: Sequence[int], holders: frozenset[Element]) -> list[Found]:
    """Take out furniture, and put in captions, standfirst and paragraphs that stand among the article's own."""
    good = [index for index in chosen if not is_furniture(found[index], holders)]
    if not good:
        return []
    headline = next((index for index in range(good[-1]) if local_name(found[index].element) == "h1"), None)
    first = good[0] if headline is None else min(headline, good[0])
    siblings = Counter(found[index].element.getparent() for index in good if local_name(found[index].element) == "p")
    taken = set(good)
    for index in range(first, len(found)):
        one = found[index]
        if index in taken or is_furniture(one, holders) or holders.isdisjoint(one.element.iterancestors()):
            continue
        caption = index < good[-1] and is_caption(one)
        paragraph = local_name(one.element) in _PARAGRAPHS and siblings[one.element.getparent()] > 1
        named = index == headline or is_standfirst(one, None) or is_correction(one.block.text)
        if caption or paragraph or named:
            taken.add(index)
    return [found[index] for index in sorted(taken)]


def _without_repeats(kept: Sequence[Found]) -> tuple[list[Found], int]:
    words = [squeezed(one.block.text) for one in kept]
    repeated = [
        may_be_pull_quote(one) and len(words[index]) > _SHORTEST_QUOTE and _stands_in(words, index)
        for index, one in enumerate(kept)
    ]
    return [one for one, again in zip(kept, repeated, strict=True) if not again], sum(repeated)


def _stands_in(words: Sequence[str], index: int) -> bool:
    """Tell whether a paragraph's letters stand in another one."""
    return any(words[index] in other for place, other in enumerate(words) if place != index)


def _zoned(kept: Sequence[Found], description: str | None) -> tuple[Block, ...]:
    blocks: list[Block] = []
    running = 0
    for one in kept:
        zone: ZoneKind | None = None
        if local_name(one.element) == "h1" and not blocks:
            zone = ZoneKind.HEADLINE
        elif is_caption(one):
            zone = ZoneKind.CAPTION
        elif running == 0 and is_standfirst(one, description):
            zone = ZoneKind.STANDFIRST
        running += zone is None
        blocks.append(dataclasses.replace(one.block, zone=zone))
    return tuple(blocks)


def is_caption(found: Found) -> bool:
    """Tell whether a block is the caption of a picture."""
    for node in (found.element, *found.element.iterancestors()):
        if local_name(node) == "figcaption" or any(
            word in (node.get("class") or "").lower() for word in _CAPTION_WORDS
        ):
            return True
        if local_name(node) in ("article", "main", "body"):
            break
    return False


def is_standfirst(found: Found, description: str | None) -> bool:
    """Tell whether a block is the summary under the headline: the page marks it so, or gives it as its description.

    A description that goes on in the text is only the first sentence of the article, and no standfirst.
    """
    marks = f"{found.element.get('class') or ''} {found.element.get('data-testid') or ''}".lower().split()
    holder = found.element.getparent()
    if holder is not None:
        marks += (holder.get("class") or "").lower().split()
    if any(
        word in _STANDFIRST_WORDS or word.endswith(("standfirst", "-dek", "__dek", "subheadline")) for word in marks
    ):
        return True
    if local_name(found.element) == "h2":
        return description is not None and squeezed(found.block.text) == squeezed(description)
    return False
