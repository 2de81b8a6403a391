"""Every reader meets a wrong, a cut, an encrypted, a huge and an empty file: one clear line each; the batch goes on."""

from __future__ import annotations

import io
import zipfile

import pytest
from reading import forms
from reading.pdffile import pdf
from reading.wordfile import docx, paragraph

from auditor.errors import InputError
from auditor.reading.inputs import expand
from auditor.reading.read import Reading, read_input
from auditor.reading.unpacking import opened

NAMES = [name for name, _, _ in forms.FORMS]
# Text has no structure that could be cut: what is there is an article.
TEXTS = {"crane.txt", "crane.md", "crane.html", "crane.eml"}


def reason(path) -> str:
    with pytest.raises(InputError) as caught:
        read_input(str(path), Reading(max_bytes=200_000))
    said = str(caught.value)
    assert "\n" not in said
    assert said.startswith(str(path).removesuffix("/"))
    return said


@pytest.fixture
def put(tmp_path):
    def make(name: str, data: bytes):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return make


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_file_of_every_form(put, name):
    assert "nothing in it" in reason(put(name, b""))


@pytest.mark.parametrize("name", NAMES)
def test_a_wrong_file_of_every_form(put, name):
    """Machine data under a name that promises something else."""
    assert "not a text" in reason(put(name, bytes(range(256)) * 40))


@pytest.mark.parametrize(("name", "make"), [(name, make) for name, make, _ in forms.FORMS if name not in TEXTS])
@pytest.mark.parametrize("share", [0.5, 0.9])
def test_a_file_that_is_cut_off(put, name, make, share):
    data = make()
    said = reason(put(name, data[: int(len(data) * share)]))
    assert any(word in said for word in ("damaged", "not JSON", "not well-formed", "cut off", "Parquet", "table")), said


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.json", "a.xml", "a.pdf", "a.docx", "a.eml"])
def test_a_huge_file(put, name):
    starts = {
        "a.html": b"<html>",
        "a.json": b'[{"text": "',
        "a.xml": b"<rss>",
        "a.pdf": b"%PDF-1.7 ",
        "a.eml": b"From: a\nTo: b\nDate: c\n\n",
    }
    said = reason(put(name, starts.get(name, b"") + b"words " * 50_000))
    assert "larger than 0.2 MB" in said


def test_a_huge_line_of_a_corpus_is_one_failure(put):
    good = forms.json_lines()
    path = put("a.jsonl", good + b'{"text": "' + b"w " * 200_000 + b'"}\n' + good)
    results = list(opened(expand([str(path)]), Reading(max_bytes=200_000)))
    assert [source.problem is None for source in results] == [True, False, True]
    assert "larger than" in results[1].problem.what


class TestEncrypted:
    def test_pdf(self, put):
        locked = " /Encrypt << /Filter /Standard /V 1 /R 2 /O (%s) /U (%s) /P -4 >> /ID [(a)(a)]"
        data = pdf([[(50, 700, 10, "Words.")]], extra=locked % ("a" * 32, "b" * 32))
        assert "protected with a password" in reason(put("a.pdf", data))

    def test_word(self, put):
        data = (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 99
        )
        assert "protected with a password" in reason(put("a.docx", data))

    def test_zip(self, put):
        data = bytearray(forms.zipped(**{"a.txt": b"Words."}))
        data[6] |= 1  # the flag of encryption, in the member's own head and in the directory
        data[data.index(b"PK\x01\x02") + 8] |= 1
        assert "password" in reason(put("a.zip", bytes(data)))


class TestBombs:
    def test_a_zip_member_that_grows(self, put):
        said = reason(put("a.zip", forms.zipped(**{"a.txt": b"0" * 60_000_000})))
        assert "300 times" in said

    def test_a_gzip_stream_that_grows(self, put):
        import gzip

        line = b'{"text": "' + b"0" * 1_000_000 + b'"}\n'
        path = put("a.jsonl.gz", gzip.compress(line * 80))
        problems = [source.problem for source in opened(expand([str(path)]), Reading())]
        assert "300 times" in problems[-1].what

    def test_zip_files_inside_one_another(self, put):
        data = b"Words."
        for _ in range(8):
            data = forms.zipped(**{"a.zip" if data != b"Words." else "a.txt": data})
        assert "nested" in reason(put("a.zip", data))

    def test_a_word_file_that_grows(self, put):
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", b"<w>" + b" " * 60_000_000)
        assert "too large" in reason(put("a.docx", content.getvalue()))

    def test_word_files_declare_no_entities(self, put):
        bomb = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'ha'>]><a>&b;</a>"
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w") as archive:
            archive.writestr("word/document.xml", bomb)
        assert "entities" in reason(put("a.docx", content.getvalue()))

    def test_json_nested_too_deep(self, put):
        assert "deep" in reason(put("a.json", b'[{"a": ' + b"[" * 90_000 + b"]" * 90_000 + b"}]"))


class TestNamesInArchives:
    @pytest.mark.parametrize("name", ["../../etc/a.txt", "/etc/a.txt", "C:\\desk\\a.txt", "a/../../b/a.txt"])
    def test_lead_nowhere(self, put, name):
        (source,) = opened(expand([str(put("a.zip", forms.zipped(**{name: b"Words."})))]))
        assert ".." not in source.id
        assert not source.id.startswith("/")
        assert source.id.startswith("a/")
        assert read_input(source).text == "Words."


def test_what_is_broken_does_not_stop_what_is_not(tmp_path):
    (tmp_path / "1.docx").write_bytes(docx(paragraph("Words of the first."))[:200])
    (tmp_path / "2.txt").write_bytes(b"Words of the second.")
    (tmp_path / "3.zip").write_bytes(forms.zipped(**{"a.pdf": b"%PDF-1.7", "b.txt": b"Words of the third."}))
    read = []
    for source in opened(expand([str(tmp_path)])):
        try:
            read.append(read_input(source).text)
        except InputError as error:
            read.append(error.what)
    assert read == [
        "this ZIP file is damaged",
        "Words of the second.",
        "this PDF file is damaged",
        "Words of the third.",
    ]


@pytest.mark.parametrize(
    ("module", "name", "extra"),
    [
        ("trafilatura", "crane.html", "web"),
        ("lxml.etree", "crane.nitf", "web"),
        ("lxml.etree", "crane.xml", "web"),
        ("lxml.etree", "crane.rss", "web"),
        ("lxml.etree", "crane.docx", "docx"),
        ("pypdfium2", "crane.pdf", "pdf"),
        ("pyarrow.parquet", "crane.parquet", "archive"),
        ("warcio.archiveiterator", "crane.warc.gz", "archive"),
        ("zstandard", "crane.jsonl.zst", "archive"),
    ],
)
def test_a_reader_that_is_not_installed_says_what_to_install(put, monkeypatch, module, name, extra):
    make = next(make for known, make, _ in forms.FORMS if known == name)
    path = put(name, make())
    monkeypatch.setitem(__import__("sys").modules, module, None)
    assert f"pip install 'source-auditor[{extra}]'" in reason(path)
