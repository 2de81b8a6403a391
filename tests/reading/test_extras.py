"""A library that is missing is named, with the command that installs it."""

from __future__ import annotations

import pytest

from auditor.errors import InputError
from auditor.reading.extras import needed


def test_a_library_that_is_there_is_imported():
    assert needed("json", extra="web", what="x", where="y").dumps([1]) == "[1]"


def test_a_missing_one_is_named_with_what_to_install():
    with pytest.raises(InputError) as caught:
        needed("no_such_library.part", extra="pdf", what="PDF files", where="a.pdf")
    said = "a.pdf: reading PDF files needs no_such_library, which is not installed. "
    assert str(caught.value) == said + "Install it: pip install 'source-auditor[pdf]'."
