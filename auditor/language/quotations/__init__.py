"""Quotations: everything between quotation marks, and which attribution governs it.

`find_quotations` reads the bare text, paragraph by paragraph, and never fails: odd marks are reported as unclosed
quotations. `govern_quotations` says afterwards whose words they are, where the article says so. `cued_quotations` reads
the cues that stand beside quotations still without a speaker.
"""

from __future__ import annotations

from auditor.language.quotations.cued import cued_quotations
from auditor.language.quotations.finding import find_quotations
from auditor.language.quotations.governing import govern_quotations

__all__ = ["cued_quotations", "find_quotations", "govern_quotations"]
