"""Roles and affiliations of sources: the organisation that the words beside a role name."""

from __future__ import annotations

import pytest

SOURCES = [
    ("An official at the Energy Ministry said the plant was safe.", "official", "Energy Ministry"),
    ("Lena Ruud, a spokeswoman for Nordhav, said the plant was safe.", "a spokeswoman for Nordhav", "Nordhav"),
    ("Energy Ministry spokesman Tom Hale said the plant was safe.", "Energy Ministry spokesman", "Energy Ministry"),
    ("A State Department spokesman said the road was open.", "spokesman", "State Department"),
    ("A senior official at the ministry said the road was open.", "senior official", "ministry"),
    ("The embassy's press officer said the claim was false.", "press officer", "embassy"),
    ("A Ruud campaign aide said the vote would be close.", "campaign aide", "Ruud campaign"),
    ("Two former White House officials said the vote was close.", "former officials", "White House"),
    (
        "Sara Holm, chief economist at the Bank of Velm, said rates would fall.",
        "chief economist at the Bank of Velm",
        "Bank of Velm",
    ),
    ("A nurse at St Mary's Hospital said the ward was full.", "nurse", "St Mary's Hospital"),
    ("Three FBI agents said the door was open.", "agents", "FBI"),
    ("A person close to the talks said the door was open.", "person", None),
    ("A spokesman for Mr. Ruud said the door was open.", "spokesman", None),
    ("Residents in Velm said the door was open.", "Residents", None),
    ("Israeli officials said the door was open.", "Israeli officials", None),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "role", "affiliation"), SOURCES, ids=[text[:40] for text, *_ in SOURCES])
def test_role_and_affiliation(annotated, text, role, affiliation):
    (source,) = annotated("Evening news.\n\n" + text).annotations.sources
    assert (source.role, source.affiliation) == (role, affiliation)
