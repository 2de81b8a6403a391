"""Relays: outlets, programmes and platforms through which words or information came."""

from auditor.language.relays.finding import find_relays

__all__ = ["find_relays"]
