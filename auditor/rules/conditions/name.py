"""Conditions about a name that is written in several ways."""

from __future__ import annotations

from collections.abc import Callable

from auditor.rules.conditions.condition import Match

CONDITIONS: tuple[Callable[..., Match], ...] = ()
