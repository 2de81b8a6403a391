"""The article in Word, with a comment on the words of each finding."""

from __future__ import annotations

import dataclasses
import io

import docx
import pytest
from report.factory import invented_document

from auditor.errors import InputError
from auditor.forms.word import word_bytes
from auditor.text import Span


def opened(document):
    return docx.Document(io.BytesIO(word_bytes(document)))


def ranges(word):
    """Give the words of each comment's range, by the comment's number."""
    key = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}id"
    open_ones, found = set(), {}
    for element in word.element.body.iter():
        name = element.tag.rsplit("}", 1)[-1]
        if name == "commentRangeStart":
            open_ones.add(element.get(key))
        elif name == "commentRangeEnd":
            open_ones.discard(element.get(key))
        elif name == "t":
            for number in open_ones:
                found[number] = found.get(number, "") + (element.text or "")
    return list(found.values())


def test_the_text_is_the_article_paragraph_by_paragraph():
    document = invented_document()
    wanted = [document.text[one.start : one.end] for one in document.paragraphs]
    assert [paragraph.text for paragraph in opened(document).paragraphs] == wanted


def test_comments_stand_on_exactly_the_flagged_words():
    document = invented_document()
    wanted = [finding.span.text for finding in document.findings if finding.span]
    found = ranges(opened(document))
    assert all(words in found for words in wanted)


def test_a_comment_says_what_why_and_how_to_clear_it(document):
    first, second = opened(document).comments
    assert [paragraph.text for paragraph in first.paragraphs] == [
        "ANON001 · Unnamed source (medium)",
        "“a town official” is not named.",
        "Readers cannot weigh it.",
        "To clear it: A name.",
        "Ask: Who is it?",
        "Policies: AP A1",
    ]
    assert second.paragraphs[0].text == "SRC001 · Single source (high)"


def test_overlapping_findings_keep_their_own_words(document):
    first = document.findings[0]
    other = dataclasses.replace(first, span=Span(46, 65, document.text[46:65]))
    word = opened(dataclasses.replace(document, findings=(first, other)))
    assert ranges(word) == ["a town official", "town official said."]


def test_the_same_audit_gives_the_same_bytes(document):
    assert word_bytes(document) == word_bytes(document)


def test_what_xml_cannot_hold_is_shown_as_a_sign(document):
    text = document.text.replace("shut,", "sh\x00t,").replace("hurt", "h\ud800rt")
    words = "\n".join(paragraph.text for paragraph in opened(dataclasses.replace(document, text=text)).paragraphs)
    assert "sh␀t," in words
    assert "h<U+D800>rt" in words


def test_without_a_text_it_says_why(document, not_audited):
    with pytest.raises(InputError, match="its text was left out"):
        word_bytes(dataclasses.replace(document, text=None))
    with pytest.raises(InputError, match="not in English"):
        word_bytes(not_audited)
