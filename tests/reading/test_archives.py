"""ZIP archives: members in order, names made harmless, files beside a member."""

from __future__ import annotations

import io

import pytest
from reading.forms import zipped
from reading.wordfile import docx, paragraph

from auditor.errors import InputError
from auditor.reading.archives import harmless, is_word, zip_members


def everything(name: str) -> bool:
    return True


def members(data: bytes, wanted=everything):
    return list(zip_members(io.BytesIO(data), wanted, "a.zip"))


def test_members_come_in_the_order_of_their_names():
    found = members(zipped(**{"b.txt": b"b", "a/c.txt": b"c", "a.txt": b"a"}))
    assert [member.name for member in found] == ["a/c.txt", "a.txt", "b.txt"]
    assert [member.open().read() for member in found] == [b"c", b"a", b"b"]


def test_only_wanted_members_are_given():
    assert [
        member.name for member in members(zipped(**{"a.txt": b"", "b.md": b""}), lambda name: name.endswith(".md"))
    ] == ["b.md"]


def test_files_beside_a_member():
    (_, member) = members(zipped(**{"x/a.txt": b"a", "x/b.txt": b"b", "c.txt": b"c"}))[1:]
    assert member.beside("a.txt") == b"a"
    assert member.beside("c.txt") is None


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("../../a.txt", "a.txt"),
        ("/x/a.txt", "x/a.txt"),
        ("C:\\x\\a.txt", "C/x/a.txt"),
        ("..", "member"),
        ("a\x00b", "ab"),
    ],
)
def test_names_lead_nowhere(name, plain):
    assert harmless(name) == plain


def test_a_word_file_is_known_by_what_it_holds():
    stream = io.BytesIO(docx(paragraph("Words.")))
    assert is_word(stream)
    assert stream.tell() == 0
    assert not is_word(io.BytesIO(zipped(**{"a.txt": b""})))
    assert not is_word(io.BytesIO(b"PK\x03\x04"))


def test_a_damaged_member_is_an_error_when_it_is_read():
    data = bytearray(zipped(**{"a.txt": bytes(range(256)) * 10}))
    data[40:60] = b"\xff" * 20
    (member,) = members(bytes(data))
    with pytest.raises(InputError, match="damaged"):
        member.open().read()
