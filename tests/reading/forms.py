"""The same article in every form that can be read: bytes by file name."""

# ruff: noqa: E501 - markup in lines of its own

from __future__ import annotations

import csv
import gzip
import html
import io
import json
import zipfile
from collections.abc import Callable
from email.message import EmailMessage

from reading.harbour import (
    BODY,
    BYLINE,
    CORRECTION,
    PARAGRAPHS,
    PUBLISHED,
    PUBLISHER,
    STANDFIRST,
    TEXT,
    TITLE,
    UPDATED,
    URL,
)
from reading.pages import broadsheet
from reading.pdffile import column, pdf, wrapped
from reading.wordfile import docx, paragraph

RUNNING = (*PARAGRAPHS, CORRECTION)
HTML = "".join(f"<p>{html.escape(text)}</p>" for text in RUNNING)

# What a form cannot say itself stands beside it in a side-car file.
SIDECAR = json.dumps(
    {
        "byline": BYLINE,
        "publisher": PUBLISHER,
        "published": PUBLISHED,
        "updated": UPDATED,
        "url": URL,
        "language": "en",
        "genre": "analysis",
    }
).encode()

RECORD = {
    "headline": TITLE,
    "standfirst": STANDFIRST,
    "body": "\n".join(RUNNING),
    "author": BYLINE,
    "publication": PUBLISHER,
    "date": PUBLISHED,
    "updated": UPDATED,
    "url": URL,
    "lang": "en",
    "genre": "Analysis",
}


def text() -> bytes:
    return TEXT.encode()


def markdown() -> bytes:
    front = "\n".join(f"{name}: {value!r}" for name, value in json.loads(SIDECAR).items())
    body = "\n\n".join(RUNNING).replace("Vellamo Dagblad", "[Vellamo Dagblad](https://dagblad.example/1)")
    return f"---\n{front}\ntags: [port]\n---\n# {TITLE}\n\n{STANDFIRST}\n\n{body}\n".encode()


def word() -> bytes:
    styles = (
        "<w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
        "<w:style w:styleId='Tittel'><w:name w:val='Title'/></w:style>"
        "<w:style w:styleId='Undertittel'><w:name w:val='Subtitle'/></w:style></w:styles>"
    )
    return docx(
        paragraph(TITLE, "Tittel"),
        paragraph(STANDFIRST, "Undertittel"),
        *(paragraph(text) for text in RUNNING),
        parts={"word/styles.xml": styles},
    )


def pdf_columns() -> bytes:
    """A headline over two columns, a word divided at a line's end, heads and page numbers on two pages."""
    head = [(50, 790, 20, TITLE)]
    standfirst = column(wrapped(STANDFIRST, 90), 50, 760, size=12, leading=15)
    left = [*_set(PARAGRAPHS[:2], 50, 715), *_set(PARAGRAPHS[2:3], 50, 590)]
    right = [*_set(PARAGRAPHS[3:5], 310, 715)]
    second = _set((*PARAGRAPHS[5:], CORRECTION), 50, 760)
    heads = [[(50, 820, 8, f"{PUBLISHER}, page {number}"), (290, 30, 8, f"{number}")] for number in (1, 2)]
    return pdf([[*heads[0], *head, *standfirst, *left, *right], [*heads[1], *second]])


def _set(paragraphs: tuple[str, ...], left: float, top: float) -> list:
    lines = []
    for text in paragraphs:
        broken = wrapped(text, 46, hyphenate="inspec|tion" if "the inspection said" in text else "")
        lines.extend(column(broken, left, top))
        top -= 12 * len(broken) + 8
    return lines


def ninjs1() -> bytes:
    item = {
        "uri": URL,
        "type": "text",
        "versioncreated": UPDATED,
        "firstcreated": PUBLISHED,
        "language": "en",
        "headline": TITLE,
        "byline": f"By {BYLINE}",
        "body_xhtml": f"<p>{STANDFIRST}</p>{HTML}",
        "copyrightholder": PUBLISHER,
        "genre": [{"name": "Analysis", "code": "genre:Analysis"}],
        "pubstatus": "usable",
    }
    return json.dumps(item).encode()


def ninjs3() -> bytes:
    item = {
        "uri": URL,
        "standard": {"name": "ninjs", "version": "3.0"},
        "type": "text",
        "versionCreated": UPDATED,
        "firstCreated": PUBLISHED,
        "language": "en",
        "headlines": [{"role": "main", "value": TITLE}, {"role": "sub", "value": STANDFIRST}],
        "by": BYLINE,
        "bodies": [
            {"role": "plain", "contentType": "text/plain", "value": BODY},
            {"role": "main", "contentType": "text/html", "value": HTML},
        ],
        "infoSources": [{"name": PUBLISHER}],
        "genres": [{"name": "Analysis"}],
    }
    return json.dumps(item, indent=1).encode()


NITF = f"""<nitf xml:lang="en"><head><title>x</title><docdata><date.issue norm="{PUBLISHED}"/>
<doc.copyright holder="{PUBLISHER}" year="2024"/></docdata><tobject tobject.type="news">
<tobject.property tobject.property.type="Analysis"/></tobject>
<pubdata ex-ref="{URL}"/><revision-history norm="{UPDATED}"/></head><body><body.head><hedline><hl1>{TITLE}</hl1>
<hl2>{STANDFIRST}</hl2></hedline><byline>By {BYLINE}</byline></body.head><body.content>{HTML}</body.content></body></nitf>"""


def nitf() -> bytes:
    doctype = '<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.6//EN" "http://www.iptc.org/std/NITF/3.6/nitf-3-6.dtd">'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{doctype}\n{NITF}'.encode()


def news_item(guid: str = "urn:newsml:nordkyst:1") -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" version="2" standard="NewsML-G2">
<itemMeta><itemClass qcode="ninat:text"/><provider qcode="prov:n"><name>{PUBLISHER}</name></provider>
<versionCreated>{UPDATED}</versionCreated><firstCreated>{PUBLISHED}</firstCreated><pubStatus qcode="stat:usable"/>
<link rel="irel:seeAlso" href="{URL}"/></itemMeta>
<contentMeta><language tag="en"/><headline>{TITLE}</headline><by>By {BYLINE}</by>
<genre qcode="genre:Analysis"><name>Analysis</name></genre></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head>
<body><p>{STANDFIRST}</p>{HTML}</body></html></inlineXML></contentSet></newsItem>"""


def newsml() -> bytes:
    return (
        '<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>'
        f"{news_item()}</itemSet></newsMessage>"
    ).encode()


def rss() -> bytes:
    return f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>{PUBLISHER}</title><link>x</link><language>en</language>
<item><title>{TITLE}</title><link>{URL}</link><dc:creator>{BYLINE}</dc:creator><pubDate>{PUBLISHED}</pubDate>
<category>Analysis</category><modified>{UPDATED}</modified><description>Short.</description>
<content:encoded><![CDATA[<p>{STANDFIRST}</p>{HTML}]]></content:encoded></item></channel></rss>""".encode()


def atom() -> bytes:
    return f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>{PUBLISHER}</title><entry>
<title>{TITLE}</title><link rel="alternate" href="{URL}"/><author><name>{BYLINE}</name></author>
<published>{PUBLISHED}</published><updated>{UPDATED}</updated><category>Analysis</category>
<content type="html">{html.escape(f"<p>{STANDFIRST}</p>{HTML}")}</content></entry></feed>""".encode()


def mail() -> bytes:
    message = EmailMessage()
    message["From"] = f'"{PUBLISHER}" <desk@nordkystpost.example>'
    message["Subject"] = f"Fwd: {TITLE}"
    message["Date"] = "Tue, 05 Mar 2024 08:00:00 +0100"
    message["Content-Language"] = "en"
    message.set_content("\n\n".join((STANDFIRST, *RUNNING)) + "\n\n-- \nThe desk\n+47 00 00 00 00\n")
    message.add_attachment(b"x", maintype="image", subtype="jpeg", filename="crane.jpg")
    return message.as_bytes()


def json_lines() -> bytes:
    return json.dumps(RECORD, ensure_ascii=False).encode() + b"\n"


def json_list() -> bytes:
    return json.dumps({"articles": [RECORD]}, indent=2).encode()


def table() -> bytes:
    data = io.StringIO(newline="")
    writer = csv.DictWriter(data, list(RECORD), delimiter=";")
    writer.writeheader()
    writer.writerow(RECORD)
    return data.getvalue().encode()


def parquet() -> bytes:
    import pyarrow
    import pyarrow.parquet

    data = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist([RECORD]), data)
    return data.getvalue()


def warc(
    pages: tuple[tuple[str, bytes], ...] = ((URL, broadsheet(picture=False).encode()),), *, packed: bool = True
) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    data = io.BytesIO()
    writer = WARCWriter(data, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "tests"}))
    for url, body in pages:
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=headers))
    return data.getvalue()


def zipped(**files: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def zip_file() -> bytes:
    return zipped(**{"desk/crane.txt": text(), "desk/crane.meta.json": SIDECAR, "desk/photo.jpg": b"\xff\xd8\xff"})


def gzipped() -> bytes:
    return gzip.compress(markdown())


def zstd() -> bytes:
    import zstandard

    return zstandard.ZstdCompressor().compress(json_lines())


# File name, maker, and whether a side-car file must state what the form cannot.
FORMS: tuple[tuple[str, Callable[[], bytes], bool], ...] = (
    ("crane.txt", text, True),
    ("crane.md", markdown, False),
    ("crane.html", lambda: broadsheet(picture=False).encode(), False),
    ("crane.docx", word, True),
    ("crane.pdf", pdf_columns, True),
    ("crane-1.json", ninjs1, False),
    ("crane-3.json", ninjs3, False),
    ("crane.nitf", nitf, False),
    ("crane.xml", newsml, False),
    ("crane.rss", rss, False),
    ("crane.atom", atom, False),
    ("crane.eml", mail, True),
    ("crane.jsonl", json_lines, False),
    ("crane.json", json_list, False),
    ("crane.csv", table, False),
    ("crane.parquet", parquet, False),
    ("crane.warc.gz", warc, False),
    ("crane.zip", zip_file, False),
    ("crane.md.gz", gzipped, False),
    ("crane.jsonl.zst", zstd, False),
)
