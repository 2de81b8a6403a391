"""Press copy by e-mail: subject, sender, date, the right part, and what is left out."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import InputError
from auditor.reading.mail import article_from_mail
from auditor.text import Article


def message(**headers: str) -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = "Quay shut"
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    return made


def read(made: EmailMessage):
    return article_from_mail(made.as_bytes(), id="a", where="a.eml")


def test_plain_text_under_its_subject():
    made = message(From="Port of Vellamo <press@port.example>", Date="Tue, 05 Mar 2024 08:00:00 +0000")
    made.set_content("The quay is shut.\n\nNobody was hurt.\n")
    article = read(made)
    assert article.text == "Quay shut\nThe quay is shut.\nNobody was hurt."
    assert article.metadata.publisher == "Port of Vellamo"
    assert article.metadata.published == "2024-03-05T08:00:00+00:00"


def test_html_is_read_where_there_is_no_plain_text():
    made = message()
    made.set_content("<p>The <b>quay</b> is shut.</p><p>Nobody was hurt.</p>", subtype="html")
    assert read(made).text == "Quay shut\nThe quay is shut.\nNobody was hurt."


def test_letters_that_are_not_ascii_and_wrapped_lines():
    made = message()
    made.replace_header("Subject", "Re: FW: Café am Kai")
    made.set_content("Die „Fähre“ fährt – heute.\n")
    article = read(made)
    assert article.text == "Café am Kai\nDie „Fähre“ fährt – heute."


def test_signature_and_attachments_are_left_out_and_said_to_be():
    made = message()
    made.set_content("The quay is shut.\n\n-- \nThe desk\n")
    made.add_attachment("secret words", filename="notes.txt")
    made.add_attachment(b"x", maintype="image", subtype="png", filename="quay.png")
    article = read(made)
    assert article.text == "Quay shut\nThe quay is shut."
    assert article.notes == (
        "The signature of the e-mail was left out.",
        "Attachments were left out: notes.txt, quay.png.",
    )


def test_attachments_alone_are_no_article():
    made = message()
    made.add_attachment(b"x", maintype="application", subtype="pdf", filename="quay.pdf")
    with pytest.raises(InputError, match="no text in this e-mail"):
        read(made)


@given(st.binary(max_size=300))
def test_broken_mails_become_an_article_or_an_error(data):
    try:
        article = article_from_mail(b"From: a\nSubject: b\nContent-Type: multipart/" + data, id="a", where="a")
    except InputError:
        return
    assert isinstance(article, Article)
