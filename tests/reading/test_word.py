"""Word files: what a reader sees with every change accepted, and what is left out and said to be."""

# ruff: noqa: E501 - examples in lines of their own

from __future__ import annotations

import pytest
from reading.wordfile import NAMESPACES, docx, paragraph, run

from auditor.errors import InputError
from auditor.reading.word import article_from_word
from auditor.text import Position, ZoneKind

BODY = (paragraph("The quay is shut, the mayor said."), paragraph("Nobody was hurt."))


def read(*paragraphs: str, parts: dict[str, str] | None = None):
    return article_from_word(docx(*paragraphs, parts=parts), id="a", where="a.docx")


def inserted(content: str) -> str:
    return f'<w:ins w:id="1" w:author="A">{content}</w:ins>'


def deleted(text: str) -> str:
    return f'<w:del w:id="2" w:author="A"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def test_paragraphs_keep_their_numbers_in_the_file():
    article = read(paragraph("Quay shut", "Title"), paragraph(" "), *BODY)
    assert article.text == "Quay shut\nThe quay is shut, the mayor said.\nNobody was hurt."
    assert article.positions == (
        Position(0, "paragraph", 1),
        Position(10, "paragraph", 3),
        Position(44, "paragraph", 4),
    )
    assert article.paragraphs[0].zone is ZoneKind.HEADLINE


def test_tracked_changes_are_read_as_accepted():
    changed = run("The quay is ") + deleted("open") + inserted(run("shut")) + run(".")
    moved = '<w:moveFrom w:id="3"><w:r><w:t>Gone.</w:t></w:r></w:moveFrom><w:moveTo w:id="4"><w:r><w:t>Here.</w:t></w:r></w:moveTo>'
    article = read(paragraph(changed), paragraph(moved))
    assert article.text == "The quay is shut.\nHere."
    assert any(note.startswith("Tracked changes were read as accepted") for note in article.notes)


def test_paragraphs_whose_end_was_deleted_are_one():
    article = read(paragraph("The quay is ", mark='<w:del w:id="5" w:author="A"/>'), paragraph("shut."))
    assert article.text == "The quay is shut."


def test_links_keep_their_address():
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId7" Target="https://a.example/plan" TargetMode="External"/></Relationships>'
    )
    content = f'{run("See ")}<w:hyperlink r:id="rId7">{run("the plan")}</w:hyperlink>{run(".")}'
    article = read(paragraph(content), parts={"word/_rels/document.xml.rels": relations})
    (link,) = article.links
    assert (article.text[link.start : link.end], link.url) == ("the plan", "https://a.example/plan")


def test_footnotes_stand_at_the_end_with_their_numbers():
    notes = (
        f'<w:footnotes {NAMESPACES}><w:footnote w:type="separator" w:id="0">{paragraph("x")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("From the port’s own report.")}</w:footnote></w:footnotes>'
    )
    article = read(*BODY, parts={"word/footnotes.xml": notes})
    assert article.text.endswith("Nobody was hurt.\nFrom the port’s own report.")
    assert article.positions[-1].part == "footnote"
    assert "Footnotes were put at the end." in article.notes


def test_hidden_words_comments_fields_and_heads_are_left_out():
    content = (
        run("The quay ")
        + run("(secret) ", "<w:vanish/>")
        + "<w:r><w:instrText>PAGE</w:instrText></w:r>"
        + run("is shut.")
    )
    comments = f'<w:comments {NAMESPACES}><w:comment w:id="1">{paragraph("Check this.")}</w:comment></w:comments>'
    article = read(paragraph(content), parts={"word/comments.xml": comments, "word/header1.xml": "<x/>"})
    assert article.text == "The quay is shut."
    assert article.notes == (
        "Words that the file hides were left out.",
        "Comments were left out (1).",
        "Headers and footers of the pages were left out.",
    )


def test_breaks_tabs_and_text_boxes():
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('In a box.')}</w:txbxContent></w:pict></w:r>"
    content = "<w:r><w:t>One.</w:t><w:br/><w:t>Two</w:t><w:tab/><w:t>three.</w:t></w:r>" + box
    assert read(paragraph(content)).text == "One.\nTwo three.\nIn a box."


def test_a_first_heading_is_the_headline_where_nothing_is_called_title():
    styles = f'<w:styles {NAMESPACES}><w:style w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>'
    article = read(paragraph("A quay that is shut. And open.", "Heading1"), *BODY, parts={"word/styles.xml": styles})
    assert article.paragraphs[0].zone is ZoneKind.HEADLINE


def test_a_by_line_under_the_headline_stays_in_the_text():
    article = read(paragraph("Quay shut", "Title"), paragraph("By Ingrid Solberg"), *BODY)
    assert "By Ingrid Solberg" in article.text


@pytest.mark.parametrize("data", [docx(), docx(paragraph(" "))])
def test_a_file_without_words(data):
    with pytest.raises(InputError, match="no text in this Word file"):
        article_from_word(data, id="a", where="a")
