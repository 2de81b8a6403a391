"""Bytes to text: the order of encodings, what is said about it, line endings, and what is no text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import InputError
from auditor.reading.decoding import decode

WORDS = "The café’s owner said: “We shut at ten.”"


class TestOrder:
    @pytest.mark.parametrize(
        ("mark", "name", "said"),
        [
            (codecs.BOM_UTF8, "utf-8", "UTF-8"),
            (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
            (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
            (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
            (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
        ],
    )
    def test_a_byte_order_mark_comes_first(self, mark, name, said):
        decoded = decode(mark + WORDS.encode(name), declared="cp1252")
        assert decoded.text == WORDS
        assert decoded.notes == (f"Read as {said}, as its byte-order mark says.",)

    def test_the_declared_encoding_comes_second(self):
        decoded = decode("Łódź".encode("iso8859-2"), declared="iso-8859-2")
        assert decoded.text == "Łódź"
        assert decoded.notes == ("Read as iso8859-2, as it declares.",)

    @pytest.mark.parametrize("label", ["iso-8859-1", "latin1", "us-ascii"])
    def test_labels_that_browsers_read_as_windows_1252(self, label):
        decoded = decode(WORDS.encode("cp1252"), declared=label)
        assert decoded.text == WORDS
        assert decoded.notes == ("Read as windows-1252, as it declares.",)

    @pytest.mark.parametrize(
        "label", ["utf-16", "rot13", "hex", "no-such-name", "unicode_escape", "idna", "utf-7", "", " ", "a\x00b"]
    )
    def test_a_declaration_that_cannot_be_is_ignored(self, label):
        decoded = decode(WORDS.encode(), declared=label)
        assert decoded.text == WORDS
        assert decoded.notes == ("Read as UTF-8.",)

    def test_a_declaration_that_does_not_fit_the_bytes_is_ignored(self):
        assert decode(WORDS.encode("cp1252"), declared="utf-8").text == WORDS

    def test_strict_utf8_comes_third(self):
        assert decode(WORDS.encode()).notes == ("Read as UTF-8.",)

    def test_windows_1252_comes_fourth(self):
        decoded = decode(WORDS.encode("cp1252"))
        assert decoded.text == WORDS
        assert decoded.notes == ("Read as windows-1252, because it is not valid UTF-8.",)

    def test_a_detector_comes_last(self):
        text = "市長は木曜日、橋を閉鎖すると述べた。住民は何も聞いていないと話している。" * 20
        data = text.encode("cp932")
        with pytest.raises(UnicodeDecodeError):
            data.decode("cp1252")
        decoded = decode(data)
        assert decoded.text == text
        assert "a guess" in decoded.notes[0]

    def test_a_few_foreign_bytes_do_not_spoil_utf8(self):
        decoded = decode(f"{WORDS} {WORDS} ".encode() + b"caf\xe9 \x93so\x94")
        assert decoded.text == f"{WORDS} {WORDS} café “so”"
        assert "UTF-8" in decoded.notes[0]
        assert "windows-1252" in decoded.notes[0]

    def test_utf16_without_a_mark_is_recognised(self):
        for name in ("utf-16-le", "utf-16-be"):
            decoded = decode(WORDS.encode(name))
            assert decoded.text == WORDS
            assert decoded.notes == ("Read as UTF-16, a guess from its bytes.",)


class TestLineEndings:
    def test_all_become_line_feeds(self):
        assert decode(b"a\r\nb\rc\nd\n\r").text == "a\nb\nc\nd\n\n"

    def test_other_white_space_stays(self):
        text = "a\tb\x0bc\x0cd\u2028e\u00a0f"
        assert decode(text.encode()).text == text


class TestBinary:
    def test_a_single_nul_is_no_reason_to_refuse(self):
        decoded = decode(b"The bridge\x00 is shut, the mayor said.")
        assert "\x00" in decoded.text
        assert decoded.notes[1] == "The text holds 1 control character that cannot be seen."

    def test_a_nul_in_a_very_short_text_is_not_either(self):
        assert decode(b"a\x00b").text == "a\x00b"

    def test_a_few_control_characters_in_a_long_text_stay(self):
        assert decode(b"word \x01\x02\x03\x04\x05" + b"word " * 300).text.count("\x04") == 1

    @pytest.mark.parametrize(
        "data",
        [
            bytes(range(256)) * 4,
            b"\x7fELF\x02\x01\x01" + b"\x00" * 64,
            b"words\x00\x01\x02\x03\x04\x05\x06\x07" * 20,
            b"\x00" * 100,
        ],
    )
    def test_many_control_characters_are(self, data):
        with pytest.raises(InputError) as caught:
            decode(data, where="photo.txt")
        assert caught.value.where == "photo.txt"
        assert caught.value.fix


@given(st.binary(max_size=600), st.none() | st.sampled_from(["utf-8", "utf-16", "latin1", "koi8-r", "cp932", "x"]))
def test_any_bytes_become_a_text_or_an_input_error(data, declared):
    try:
        decoded = decode(data, declared=declared)
    except InputError:
        return
    assert "\r" not in decoded.text
    decoded.text.encode("utf-8")


PIECES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20) | st.sampled_from(["\n", "\r", "\r\n"])


@given(st.lists(PIECES, max_size=20).map("".join))
def test_utf8_is_read_as_it_stands(text):
    if not text.startswith("\ufeff"):
        assert decode(text.encode()).text == text.replace("\r\n", "\n").replace("\r", "\n")
