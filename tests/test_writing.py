"""Files on disk: whole or not at all."""

from __future__ import annotations

import stat
import sys

import pytest

from auditor.errors import ReportError
from auditor.writing import whole_file, write_whole


class TestWriting:
    def test_folders_are_made(self, tmp_path):
        write_whole(tmp_path / "a" / "b" / "c.html", ["one\n", "zwölf\n"])
        assert (tmp_path / "a" / "b" / "c.html").read_bytes() == "one\nzwölf\n".encode()

    def test_an_old_file_is_replaced(self, tmp_path):
        write_whole(tmp_path / "a", ["old"])
        write_whole(tmp_path / "a", ["new"])
        assert [path.name for path in tmp_path.iterdir()] == ["a"]
        assert (tmp_path / "a").read_text() == "new"

    @pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
    def test_an_error_leaves_the_old_file_and_nothing_else(self, tmp_path, error):
        write_whole(tmp_path / "a", ["old"])

        def pieces():
            yield "half"
            raise error

        with pytest.raises(error):
            write_whole(tmp_path / "a", pieces())
        assert [path.name for path in tmp_path.iterdir()] == ["a"]
        assert (tmp_path / "a").read_text() == "old"

    def test_the_name_appears_only_at_the_end(self, tmp_path):
        with whole_file(tmp_path / "a") as file:
            file.write("half")
            assert not (tmp_path / "a").exists()
        assert (tmp_path / "a").exists()

    @pytest.mark.skipif(sys.platform == "win32", reason="rights differ there")
    def test_rights_are_those_of_a_new_file(self, tmp_path):
        (tmp_path / "plain").write_text("x")
        write_whole(tmp_path / "a", ["x"])
        assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == stat.S_IMODE((tmp_path / "plain").stat().st_mode)

    def test_a_place_that_is_none_is_one_line(self, tmp_path):
        (tmp_path / "file").write_text("x")
        with pytest.raises(ReportError) as caught:
            write_whole(tmp_path / "file" / "a.html", ["x"])
        assert "a.html: cannot be written" in str(caught.value)
        assert "\n" not in str(caught.value)

    def test_a_folder_in_its_place_is_one_line(self, tmp_path):
        (tmp_path / "a.html").mkdir()
        with pytest.raises(ReportError):
            write_whole(tmp_path / "a.html", ["x"])
        assert [path.name for path in tmp_path.iterdir()] == ["a.html"]

    def test_lone_surrogates_do_not_stop_it(self, tmp_path):
        write_whole(tmp_path / "a", ["a\ud800b"])
        assert (tmp_path / "a").read_text() == "a\\ud800b"
