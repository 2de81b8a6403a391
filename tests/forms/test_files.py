"""File names that every system accepts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.forms.files import report_paths


class TestNames:
    def test_mirror_the_ids(self):
        assert report_paths(["a", "sub/b", "example.org/c"]) == ["a.html", "sub/b.html", "example.org/c.html"]

    @pytest.mark.parametrize(
        ("id", "path"),
        [
            ("..", "_.html"),
            ("../../etc/passwd", "_/_/etc/passwd.html"),
            ("/etc/passwd", "etc/passwd.html"),
            ("", "_.html"),
            (".", "_.html"),
            (".hidden", "_.hidden.html"),
            ("-o", "_-o.html"),
            ("CON", "_CON.html"),
            ("aux.old", "_aux.old.html"),
            ("a:b?c*d", "a_b_c_d.html"),
            ("a\\b", "a_b.html"),
            ("line\nfeed\x1b[2J", "line_feed_[2J.html"),
            ("dot. ", "dot.html"),
            ("page.html/b", "page.html_/b.html"),
            ("naïve – ø", "naïve – ø.html"),
        ],
    )
    def test_are_made_safe(self, id, path):
        assert report_paths([id]) == [path]

    def test_are_unique_where_capitals_do_not_count(self):
        assert report_paths(["A", "a", "a-2"]) == ["A.html", "a-2.html", "a-2-2.html"]

    def test_avoid_names_that_are_taken(self):
        assert report_paths(["index", "sub/index"], taken=["index.html"]) == ["index-2.html", "sub/index.html"]

    def test_are_not_too_long(self):
        one, other = report_paths(["ø" * 200 + "1", "ø" * 200 + "2"])
        assert one != other
        assert len(one.encode()) <= 130

    @given(st.lists(st.text(max_size=30), max_size=8))
    def test_stay_inside_the_folder_and_differ(self, ids):
        paths = report_paths(ids)
        assert len({path.casefold() for path in paths}) == len(ids)
        for path in paths:
            assert path.endswith(".html")
            assert all(part not in ("", ".", "..") for part in path.split("/"))
            assert not set(path) & set('<>:"|?*\\\x00\n\x1b')
