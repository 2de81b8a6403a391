"""Conditions about a key claim and what it rests on."""

from __future__ import annotations

from collections.abc import Callable

from auditor.rules.conditions.condition import Match

CONDITIONS: tuple[Callable[..., Match], ...] = ()
