"""What the user names, expanded: order, ids, patterns, and what is not there."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import InputError, SettingsError
from auditor.reading.inputs import Input, _Found, _ids, expand, is_several, is_url


@pytest.fixture
def desk(tmp_path, monkeypatch):
    for name in ("b.txt", "a.txt", "sub/c.html", "sub/deep/d.txt", "photo.jpg", ".hidden.txt", ".git/e.txt"):
        path = tmp_path / "desk" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The bridge is shut.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "desk"


def ids(*places: str) -> list[str]:
    return [source.id for source in expand(places)]


class TestFolders:
    def test_are_searched_through_in_order(self, desk):
        assert ids("desk") == ["a", "b", "sub/c", "sub/deep/d"]

    def test_leave_other_and_hidden_files_out(self, desk):
        assert all("photo" not in source.place and "hidden" not in source.place for source in expand(["desk"]))

    def test_without_articles_are_an_error(self, tmp_path):
        (tmp_path / "notes.jpg").write_bytes(b"")
        with pytest.raises(InputError, match="no article in this folder") as caught:
            expand([str(tmp_path)])
        assert caught.value.where == str(tmp_path)

    def test_may_be_the_current_one(self, desk, monkeypatch):
        monkeypatch.chdir(desk)
        assert ids(".") == ["a", "b", "sub/c", "sub/deep/d"]

    @pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
    def test_that_link_to_themselves_end(self, desk):
        (desk / "loop").symlink_to(desk, target_is_directory=True)
        assert ids("desk") == ["a", "b", "sub/c", "sub/deep/d"]


class TestResults:
    """A second run does not take the reports of the first for articles."""

    @pytest.mark.parametrize("place", ["desk", ".", "desk/**/*", "desk/*", "d*"])
    def test_are_not_searched(self, desk, place):
        before = [source.place for source in expand([place]) if "photo" not in source.place]
        (desk / "out" / "sub").mkdir(parents=True)
        (desk / "out" / "a.html").write_text("x", encoding="utf-8")
        (desk / "out" / "sub" / "b.html").write_text("x", encoding="utf-8")
        after = [source.place for source in expand([place], results="desk/out") if "photo" not in source.place]
        assert after == before

    def test_may_lie_around_the_articles(self, desk):
        assert [source.id for source in expand(["desk"], results=".")] == ["a", "b", "sub/c", "sub/deep/d"]
        assert [source.id for source in expand(["desk/sub/*"], results="desk")] == ["c", "deep/d"]

    def test_do_not_lie_among_the_articles(self, desk):
        with pytest.raises(SettingsError, match="among the articles"):
            expand(["desk"], results=str(desk))

    def test_alone_are_no_articles(self, desk):
        (desk / "sub" / "c.html").unlink()
        with pytest.raises(InputError, match="no article"):
            expand(["desk/sub"], results="desk/sub/deep")


class TestFiles:
    def test_are_read_whatever_their_ending(self, desk):
        assert expand(["desk/photo.jpg"]) == [Input("desk/photo.jpg", "photo")]

    def test_are_taken_once(self, desk):
        assert ids("desk/b.txt", "desk", "./desk/a.txt") == ["b", "a", "sub/c", "sub/deep/d"]

    def test_that_do_not_exist_are_an_error(self, desk):
        with pytest.raises(InputError) as caught:
            expand(["desk/a.txt", "desk/no.txt"])
        assert str(caught.value).startswith("desk/no.txt: no such file or folder.")

    @pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
    def test_with_names_that_are_no_text_get_ids_that_can_be_written(self, tmp_path):
        path = tmp_path / os.fsdecode(b"caf\xe9.txt")
        path.write_text("x", encoding="utf-8")
        (source,) = expand([str(tmp_path)])
        assert source.id == "caf\ufffd"
        assert Path(source.place).read_text(encoding="utf-8") == "x"


class TestPatterns:
    def test_are_expanded_in_order(self, desk):
        assert ids("desk/*.txt") == ["a", "b"]

    def test_may_go_through_folders(self, desk):
        assert ids("desk/**/*.txt") == ["a", "b", "sub/deep/d"]

    def test_that_match_folders_search_them(self, desk):
        assert ids("desk/s*") == ["sub/c", "sub/deep/d"]

    def test_ids_begin_after_the_last_plain_part(self, desk):
        assert ids("desk/*/deep/*.txt") == ["sub/deep/d"]

    def test_without_a_match_are_an_error(self, desk):
        with pytest.raises(InputError, match="nothing matches"):
            expand(["desk/*.docx"])

    def test_a_file_of_that_name_is_a_file(self, desk):
        (desk / "what[1].txt").write_text("x", encoding="utf-8")
        assert ids("desk/what[1].txt") == ["what[1]"]


class TestUrls:
    def test_have_ids_of_host_and_path(self):
        assert expand(["https://example.org/news/bridge.html?page=2"]) == [
            Input("https://example.org/news/bridge.html?page=2", "example.org/news/bridge")
        ]

    def test_of_a_host_alone_keep_its_name(self):
        assert ids("https://example.org") == ["example.org"]

    def test_never_show_a_password(self):
        assert ids("https://reader:secret@example.org/a") == ["example.org/a"]

    def test_are_told_from_paths(self):
        assert is_url("https://example.org")
        assert is_url("FTP://example.org/a")
        assert not is_url("C:\\desk\\a.txt")
        assert not is_url("desk/a.txt")


class TestIds:
    def test_that_clash_get_their_endings_back(self, desk):
        (desk / "a.html").write_text("x", encoding="utf-8")
        assert ids("desk") == ["a.html", "a.txt", "b", "sub/c", "sub/deep/d"]

    def test_that_still_clash_are_numbered(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        for folder in ("one", "two", "three"):
            (tmp_path / folder).mkdir()
            (tmp_path / folder / "a.txt").write_text("x", encoding="utf-8")
        assert ids("one", "two", "three") == ["a.txt", "a.txt-2", "a.txt-3"]

    def test_of_standard_input(self):
        assert expand(["-", "-"]) == [Input("-", "standard-input")]

    @given(st.lists(st.sampled_from(["a", "a.txt", "a.txt-2", "a-2", "a.html", "b/a.txt", "a.txt.txt"]), max_size=12))
    def test_are_unique(self, names):
        from pathlib import PurePosixPath

        made = _ids([_Found(name, PurePosixPath(name)) for name in names])
        assert len(made) == len(names)
        assert len(set(made)) == len(made)


def test_several_inputs_are_told_from_one(desk):
    assert not is_several(["desk/a.txt"])
    assert not is_several(["https://example.org/a*b"])
    assert is_several(["desk/a.txt", "desk/b.txt"])
    assert is_several(["desk"])
    assert is_several(["desk/*.txt"])
