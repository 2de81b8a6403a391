"""Block quotations in plain text: only where the text itself shows them.

Evidence is a ">" before the paragraph, as e-mail writes it, or an indent that begins after a colon where the
paragraph before is not indented.
"""

from __future__ import annotations

from auditor.text import Article, Paragraph

_INDENT = 2


def block_paragraphs(article: Article) -> frozenset[int]:
    """Give the indexes of the paragraphs that are block quotations, wholly."""
    blocks: set[int] = set()
    introduced = False
    for paragraph in article.paragraphs:
        indented = _indent(article.text, paragraph) >= _INDENT
        if article.text.startswith(">", paragraph.start) or (indented and introduced):
            blocks.add(paragraph.index)
        else:
            introduced = article.text[paragraph.end - 1] == ":" and not indented
    return frozenset(blocks)


def _indent(text: str, paragraph: Paragraph) -> int:
    """Count the blanks before a paragraph's first line, a tab as many as an indent needs."""
    line = text.rfind("\n", 0, paragraph.start) + 1
    margin = text[line : paragraph.start]
    return len(margin) + margin.count("\t") * (_INDENT - 1) if margin.isspace() else 0
