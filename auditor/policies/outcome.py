"""How an article stands to the requirements of a policy: values only; the audit document publishes them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from auditor.text import Span


class Outcome(StrEnum):
    """How an article stands to one requirement of a policy."""

    MET = "met"
    NOT_MET = "not met"
    NOT_APPLICABLE = "not applicable"
    NOT_VISIBLE = "cannot be seen in a text"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One line of a policy and how the article stands to it.

    Attributes:
        code: the policy's short name and the line's ("AP A3").
        text: what the policy asks for, in our words.
        places: the words that meet it or do not.
        fingerprints: the findings that say that it is not met.
    """

    code: str
    text: str
    outcome: Outcome
    places: tuple[Span, ...] = ()
    fingerprints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PolicyView:
    """The same findings, grouped by one policy.

    Attributes:
        key: the policy's file name without its ending ("bbc").
        unverified: what was not checked against the publisher's own page, or an empty string.
    """

    key: str
    name: str
    publisher: str
    url: str
    unverified: str
    requirements: tuple[Requirement, ...]
