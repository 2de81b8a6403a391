"""Press copy that came by e-mail to an article: subject, sender and date, and the body that keeps paragraphs best.

Attachments and signatures are left out and said to be. Nothing that a mail points to is fetched.
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator, Sequence
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime

from auditor.errors import InputError
from auditor.reading.blocks import Block, article_from_blocks
from auditor.reading.decoding import decode
from auditor.reading.markup import blocks_of_html
from auditor.reading.plain import article_from_text
from auditor.text import Article, Metadata, ZoneKind

_PARTS = 1000
_PREFIX = re.compile(r"^\s*(?:(?:fwd?|fw|re|aw|wg)\s*:\s*)+", re.IGNORECASE)
# RFC 3676, 4.3: two hyphens and a space on a line of their own begin the signature.
_SIGNATURE = re.compile(r"\n-- ?\n(?s:.*)\Z")


def article_from_mail(data: bytes, *, id: str, where: str, notes: tuple[str, ...] = ()) -> Article:
    """Make an article of an e-mail.

    Raises:
        InputError: it holds no text, only attachments.
    """
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        parts = [part for _, part in zip(range(_PARTS), message.walk(), strict=False)]
        blocks, said = _body(parts, where)
        metadata = _metadata(message)
        left_out = list(_attachments(parts))
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError) as error:
        # The standard library's mail parser raises these on headers made to break it.
        raise InputError("this e-mail cannot be taken apart", where=where) from error
    if not blocks:
        raise InputError("there is no text in this e-mail", where=where, fix="Save its attachment and read that.")
    if left_out:
        said.append(f"Attachments were left out: {', '.join(left_out)}.")
    if metadata.title:
        blocks.insert(0, Block(metadata.title, ZoneKind.HEADLINE))
    return article_from_blocks(blocks, id=id, metadata=metadata, notes=(*notes, *said))


def _metadata(message: EmailMessage) -> Metadata:
    subject = _PREFIX.sub("", _line(message, "subject"))
    sender = message["from"]
    addresses = getattr(sender, "addresses", ())
    name = next((" ".join(address.display_name.split()) for address in addresses if address.display_name), None)
    return Metadata(
        title=subject or None,
        publisher=_line(message, "organization") or name or None,
        published=_date(message),
        language=_line(message, "content-language") or None,
    )


def _line(message: EmailMessage, name: str) -> str:
    return " ".join(str(message[name] or "").split())


def _date(message: EmailMessage) -> str | None:
    stated = _line(message, "date")
    try:
        return parsedate_to_datetime(stated).isoformat() if stated else None
    except ValueError:
        return stated


def _body(parts: Sequence[MIMEPart], where: str) -> tuple[list[Block], list[str]]:
    """Give the paragraphs of the first part of plain text, else of HTML, and what must be said about them."""
    texts = {
        kind: [part for part in parts if part.get_content_type() == kind and not _is_attached(part)] for kind in _KINDS
    }
    plain = next((text for part in texts["text/plain"] if (text := _text(part, where)).strip()), "")
    if plain.strip():
        body = _SIGNATURE.sub("\n", plain)
        said = ["The signature of the e-mail was left out."] if body != plain else []
        article = article_from_text(body, headline=False)
        pieces = (article.text[part.start : part.end] for part in article.paragraphs)
        return [Block(" ".join(piece.split())) for piece in pieces], said
    for part in texts["text/html"]:
        if blocks := blocks_of_html(_text(part, where), where=where):
            return blocks, []
    return [], []


_KINDS = ("text/plain", "text/html")


def _is_attached(part: MIMEPart) -> bool:
    return part.get_content_disposition() == "attachment"


def _text(part: MIMEPart, where: str) -> str:
    payload = part.get_payload(decode=True)
    return decode(payload, declared=part.get_content_charset(), where=where).text if isinstance(payload, bytes) else ""


def _attachments(parts: Sequence[MIMEPart]) -> Iterator[str]:
    for part in parts:
        if not part.is_multipart() and (_is_attached(part) or part.get_content_maintype() != "text"):
            yield " ".join((part.get_filename() or part.get_content_type()).split())
