-- Named views over the tables of a run. `month` and `year` are read from `published` where it begins with a date of
-- ISO 8601; other dates give null. Shares are left to the reader: every view gives counts and totals.

CREATE VIEW audited AS
SELECT *, CASE WHEN regexp_matches(coalesce(published, ''), '^\d{4}-\d{2}') THEN substr(published, 1, 7) END AS month
FROM articles WHERE not_audited IS NULL;

-- How articles are sourced, by outlet.
CREATE VIEW publishers AS
SELECT coalesce(publisher, 'not given') AS publisher, count(*) AS articles, sum(attributions) AS statements,
       sum(named) AS named, sum(unnamed) AS unnamed, sum(relayed) AS relayed, sum(no_source) AS no_source,
       count(*) FILTER (high > 0) AS with_high, sum(high) AS high, sum(medium) AS medium
FROM audited GROUP BY 1 ORDER BY articles DESC, publisher;

-- The same, by section or genre, by by-line and by month.
CREATE VIEW sections AS
SELECT coalesce(section, 'not given') AS section, count(*) AS articles, sum(attributions) AS statements,
       sum(named) AS named, sum(unnamed) AS unnamed, sum(relayed) AS relayed, sum(no_source) AS no_source,
       count(*) FILTER (high > 0) AS with_high, sum(high) AS high, sum(medium) AS medium
FROM audited GROUP BY 1 ORDER BY articles DESC, section;

CREATE VIEW bylines AS
SELECT coalesce(byline, 'not given') AS byline, count(*) AS articles, sum(attributions) AS statements,
       sum(named) AS named, sum(unnamed) AS unnamed, sum(relayed) AS relayed, sum(no_source) AS no_source,
       count(*) FILTER (high > 0) AS with_high, sum(high) AS high, sum(medium) AS medium
FROM audited GROUP BY 1 ORDER BY articles DESC, byline;

CREATE VIEW months AS
SELECT coalesce(month, 'not given') AS month, count(*) AS articles, sum(attributions) AS statements,
       sum(named) AS named, sum(unnamed) AS unnamed, sum(relayed) AS relayed, sum(no_source) AS no_source,
       count(*) FILTER (high > 0) AS with_high, sum(high) AS high, sum(medium) AS medium
FROM audited GROUP BY 1 ORDER BY month;

-- The words by which unnamed people are described most.
CREATE VIEW descriptions AS
SELECT lower(regexp_replace(label, '^(a|an|the|one|another|some|two|three|several) ', '', 'i')) AS description,
       count(*) AS sources, count(DISTINCT article) AS articles, sum(attributions) AS statements,
       count(*) FILTER (reason_kind = 'none') AS without_reason
FROM sources WHERE identity LIKE 'unnamed-%' AND attributions > 0
GROUP BY 1 ORDER BY statements DESC, description;

-- Which rules found how much.
CREATE VIEW rules AS
SELECT rule, any_value(title) AS title, count(*) AS findings, count(DISTINCT article) AS articles,
       count(*) FILTER (decision = 'false alarm') AS false_alarms
FROM findings GROUP BY rule ORDER BY findings DESC, rule;

-- Articles whose every statement rests on one and the same unnamed source.
CREATE VIEW on_one_unnamed AS
SELECT audited.article, audited.publisher, audited.published, audited.title, audited.report, sources.label AS source,
       audited.attributions AS statements
FROM audited JOIN sources USING (article)
WHERE sources.identity LIKE 'unnamed-%' AND sources.attributions = audited.attributions AND audited.attributions > 0
ORDER BY statements DESC, audited.article;

-- How articles stand to the requirements of the chosen policies.
CREATE VIEW policy_lines AS
SELECT policy, code, any_value(text) AS text, count(*) FILTER (outcome = 'met') AS met,
       count(*) FILTER (outcome = 'not met') AS not_met,
       count(*) FILTER (outcome = 'not applicable') AS not_applicable,
       count(*) FILTER (outcome = 'cannot be seen in a text') AS not_visible
FROM requirements GROUP BY policy, code ORDER BY policy, code;

-- The outlets that words came through most.
CREATE VIEW outlets AS
SELECT outlet, kind, count(*) AS relays, count(DISTINCT article) AS articles
FROM relays GROUP BY outlet, kind ORDER BY relays DESC, outlet, kind;
