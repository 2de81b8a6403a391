"""One row of counts for an audited article, as `tables` gives it: who and what, how much of it rests on whom."""

from __future__ import annotations

from auditor.document import AuditDocument, Profile
from auditor.language.annotations import FigureStatus

Value = str | int | float | bool | None
Row = dict[str, Value]

# Attributed statements by what their source is, as the report's first screen groups them.
_STANDINGS = {
    "named": ("named-person", "named-institution", "named-document", "poll-named", "reporter", "own-outlet"),
    "unnamed": (
        "unnamed-individual",
        "unnamed-group",
        "unnamed-spokesperson",
        "unnamed-collective",
        "document-unnamed",
    ),
    "relayed": ("outlet", "social-account"),
    "no_source": ("none",),
}


def article_row(document: AuditDocument) -> Row:
    """Give the counts of one audit; an article that was not audited has its reason and no counts."""
    about, tool, profile = document.article.metadata, document.tool, document.profile
    return {
        "byline": about.byline,
        "title": about.title,
        "url": about.url,
        "updated": about.updated,
        "section": about.genre,
        "language": about.language,
        "sha256": document.article.sha256,
        "words": document.article.words,
        "not_audited": document.not_audited,
        **_profile(profile, document),
        "decided": sum(finding.decision is not None for finding in document.findings),
        "summary": profile.summary if profile else None,
        "tool_version": tool.version,
        "model": f"{tool.model} {tool.model_version}",
        "rules_hash": tool.rules_hash,
    }


def _profile(profile: Profile | None, document: AuditDocument) -> Row:
    if profile is None:
        return dict.fromkeys(PROFILE_COLUMNS)
    largest, counted = profile.largest_source, profile.by_identity
    row: Row = {
        "attributions": profile.attributions,
        "sources": len(document.sources),
        **{name: sum(counted[key].count for key in keys if key in counted) for name, keys in _STANDINGS.items()},
        "unnamed_people_least": profile.unnamed_people[0],
        "unnamed_people_most": profile.unnamed_people[1],
        "largest_source": largest.label if largest else None,
        "largest_share": largest.attributions.count / largest.attributions.total if largest else None,
        "reason_specific": profile.anonymity.reason_specific,
        "reason_stock": profile.anonymity.reason_stock,
        "reason_none": profile.anonymity.reason_none,
        "figures": len(document.figures),
        "figures_hedged": sum(figure.status is FigureStatus.HEDGED for figure in document.figures),
        "figures_unnamed": sum(figure.status is FigureStatus.UNNAMED_SOURCE for figure in document.figures),
        "relays": len(document.relays),
    }
    return row | {severity: profile.findings.get(severity, 0) for severity in ("high", "medium", "low", "info")}


PROFILE_COLUMNS = (
    "attributions sources named unnamed relayed no_source unnamed_people_least unnamed_people_most largest_source "
    "largest_share reason_specific reason_stock reason_none figures figures_hedged figures_unnamed relays high medium "
    "low info"
).split()
