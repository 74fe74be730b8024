-- Step 3: every figure as a row, named as the CSV of a report names it. Where `missing` says why there is no value,
-- palabre.figures takes it out, whatever the view before it works out.
CREATE VIEW palabre.case_figures AS
WITH counts AS (
    SELECT s.edition, count(*) AS all_sessions, count(s.people) AS sessions, sum(s.people) AS people,
           min(s.people) AS fewest, max(s.people) AS largest, min(s.day) AS first_day, max(s.day) AS last_day
    FROM palabre.sessions s
    GROUP BY s.edition
), met AS (
    SELECT edition, counted, count(*) AS decisions FROM palabre.decision_counts GROUP BY edition, counted
), ways AS (
    SELECT edition, count(*) AS ways FROM palabre.ways GROUP BY edition
)
SELECT c.edition, k.counted, m.measure, m.value::float8 AS value, m.day, m.unit
FROM counts c
CROSS JOIN palabre.counting k
LEFT JOIN met d USING (edition, counted)
LEFT JOIN ways w USING (edition),
LATERAL (VALUES ('sessions', c.sessions, NULL::date, 'count'), ('left-out', c.all_sessions - c.sessions, NULL, 'count'),
                ('people', c.people, NULL, 'count'), ('fewest', c.fewest, NULL, 'count'),
                ('largest', c.largest, NULL, 'count'), ('decisions', coalesce(d.decisions, 0), NULL, 'count'),
                ('ways', w.ways, NULL, 'count'), ('first-day', NULL, c.first_day, 'day'),
                ('last-day', NULL, c.last_day, 'day')) AS m (measure, value, day, unit)
WHERE c.sessions > 0;

-- Of an ending its id, of none that it is unfinished.
CREATE VIEW palabre.ending_figures AS
SELECT s.edition, coalesce('ending-' || e.id, 'unfinished') AS answer, count(*) AS sessions
FROM palabre.sessions s
LEFT JOIN palabre.scenes e ON (e.edition, e.scene) = (s.edition, s.ending)
WHERE s.people IS NOT NULL
GROUP BY s.edition, e.id;

CREATE VIEW palabre.way_figures AS
SELECT w.edition, w.number, m.measure, m.value::float8 AS value, m.unit
FROM palabre.told_ways w,
LATERAL (VALUES ('sessions', w.sessions, 'count', true), ('decisions', cardinality(w.way), 'count', true),
                ('parts-at', w.parts_at, 'count', w.number > 1), ('jumped', 1, 'yes-no', w.jumped))
    AS m (measure, value, unit, told)
WHERE m.told;

CREATE VIEW palabre.step_figures AS
SELECT w.edition, w.number, t.point, 'scene-' || s.id AS decision, m.measure, m.value::float8 AS value, m.unit
FROM palabre.told_ways w
CROSS JOIN LATERAL unnest(w.way) WITH ORDINALITY AS t (step, point)
JOIN palabre.scenes s ON (s.edition, s.scene) = (w.edition, split_part(t.step, ':', 1)::integer)
CROSS JOIN LATERAL (VALUES ('sessions', w.sessions, 'count', true), ('jumped', 1, 'yes-no', right(t.step, 1) = '#'))
    AS m (measure, value, unit, told)
WHERE m.told;

CREATE VIEW palabre.profile_figures AS
SELECT p.edition, p.number, c.id AS item, m.measure, m.value, m.unit, m.missing
FROM palabre.way_profiles p
JOIN palabre.competencies c USING (edition, competency),
LATERAL (VALUES ('marks', 100 * (p.given - p.low)::float8 / nullif(p.high - p.low, 0), 'percent',
                 CASE WHEN p.occasions < 2 THEN 'nothing' END),
                ('occasions', p.occasions::float8, 'count', NULL)) AS m (measure, value, unit, missing);

CREATE VIEW palabre.flow_figures AS
SELECT s.edition, 'scene-' || f.id AS decision, CASE WHEN t.ending THEN 'ending-' ELSE 'scene-' END || t.id AS answer,
       count(*) AS sessions
FROM palabre.passages p
JOIN palabre.sessions s USING (session)
JOIN palabre.scenes f ON (f.edition, f.scene) = (s.edition, p.from_scene)
JOIN palabre.scenes t ON (t.edition, t.scene) = (s.edition, p.to_scene)
GROUP BY s.edition, f.scene, f.id, t.scene, t.ending, t.id;

CREATE VIEW palabre.met_figures AS
WITH counts AS (
    SELECT s.edition, m.meeting, count(*) AS sessions, sum(m.times) AS times
    FROM palabre.met m
    JOIN palabre.sessions s USING (session)
    GROUP BY s.edition, m.meeting
)
SELECT e.edition, e.kind, e.id, m.measure, m.value::float8 AS value, m.unit
FROM palabre.meetings e
JOIN palabre.people p USING (edition)
LEFT JOIN counts c USING (edition, meeting),
LATERAL (VALUES ('sessions', coalesce(c.sessions, 0), 'count', true),
                ('times', coalesce(c.times, 0), 'count', e.must IS NULL),
                ('must', e.must::integer, 'yes-no', e.must IS NOT NULL)) AS m (measure, value, unit, told)
WHERE m.told;

CREATE VIEW palabre.decision_figures AS
SELECT c.edition, c.counted, c.scene, d.number AS point, m.measure, m.value::float8 AS value, m.unit, m.missing
FROM palabre.decision_counts c
JOIN palabre.decisions d USING (edition, scene)
JOIN palabre.editions e USING (edition)
LEFT JOIN palabre.shifts h USING (edition, counted, scene)
LEFT JOIN palabre.contested t USING (edition, scene)
LEFT JOIN palabre.flips f USING (edition, counted, scene)
CROSS JOIN LATERAL (
    SELECT CASE WHEN c.paired = 0 OR d.kind = 'multiple' THEN 'nothing' WHEN h.hidden THEN 'hidden'
                WHEN h.shift IS NULL THEN 'nothing' END AS shift
) l
CROSS JOIN LATERAL (
    VALUES ('sessions', c.sessions::float8, 'count', NULL, true),
           ('spent-median', coalesce(c.spent_ms[2], 0) / 60000, 'minutes', NULL, true),
           ('spent-low', coalesce(c.spent_ms[1], 0) / 60000, 'minutes', NULL, true),
           ('spent-high', coalesce(c.spent_ms[3], 0) / 60000, 'minutes', NULL, true),
           ('paired', c.paired, 'count', NULL, true),
           ('shift', 100 * h.shift, 'percent', l.shift, true),
           ('panel', d.panel, 'count', NULL, true),
           ('contested', coalesce(d.panel > 0 AND t.contested, false)::integer, 'yes-no', NULL, NOT e.suspended),
           ('flips', coalesce(f.flips, false)::integer, 'yes-no', NULL, NOT e.suspended),
           ('most', c.most, 'points', NULL, NOT e.suspended)
) AS m (measure, value, unit, missing, told)
WHERE m.told;

-- A decision as an item: apart from its other figures, for a plan that joins all of them takes long.
CREATE VIEW palabre.item_measures AS
SELECT i.edition, i.counted, i.scene, d.number AS point, m.measure, m.value, m.missing
FROM palabre.item_figures i
JOIN palabre.decisions d USING (edition, scene)
JOIN palabre.editions e ON e.edition = i.edition AND NOT e.suspended
CROSS JOIN LATERAL (SELECT CASE WHEN i.most = 0 THEN 'nothing' WHEN i.people < 5 THEN 'people' END AS missing) l
CROSS JOIN LATERAL (
    VALUES ('facility', i.facility, l.missing),
           ('discrimination', i.discrimination,
            coalesce(l.missing, CASE WHEN i.discrimination IS NULL THEN 'variance' END)),
           ('efficiency', i.efficiency, coalesce(l.missing, CASE WHEN i.efficiency IS NULL THEN 'variance' END))
) AS m (measure, value, missing);

CREATE VIEW palabre.vote_measures AS
WITH rounds AS (
    SELECT edition, counted, scene, round, sum(sessions) FILTER (WHERE item = 0) AS sessions, sum(left_out) AS left_out
    FROM palabre.vote_counts
    GROUP BY edition, counted, scene, round
)
SELECT r.edition, r.counted, r.scene, r.round, m.measure, m.value::float8 AS value, m.unit, m.missing
FROM rounds r
JOIN palabre.decisions d USING (edition, scene)
LEFT JOIN palabre.vote_figures f USING (edition, counted, scene, round)
CROSS JOIN LATERAL (
    SELECT CASE WHEN r.sessions = 0 OR d.kind = 'multiple' THEN 'nothing' WHEN f.hidden THEN 'hidden' END AS vote
) a
CROSS JOIN LATERAL (
    SELECT coalesce(a.vote, CASE WHEN f.dispersion IS NULL THEN 'nothing' END) AS dispersion,
           CASE WHEN d.panel = 0 THEN 'nothing'
                ELSE coalesce(a.vote, CASE WHEN f.concordance IS NULL THEN 'nothing' END) END AS concordance
) l
CROSS JOIN LATERAL (
    VALUES ('sessions', r.sessions::float8, 'count', NULL), ('left-out', r.left_out, 'count', NULL),
           ('dispersion', 100 * f.dispersion, 'percent', l.dispersion),
           ('agreement', 100 * (1 - f.dispersion), 'percent', l.dispersion),
           ('concordance', 100 * f.concordance, 'percent', l.concordance)
) AS m (measure, value, unit, missing);

-- Shares with their Wilson intervals for 95 %.
CREATE VIEW palabre.answer_figures AS
SELECT c.edition, c.counted, c.scene, c.round, c.item, c.id AS answer, m.measure, m.value, m.unit,
       CASE WHEN c.hidden AND m.hides THEN 'hidden' END AS missing
FROM palabre.vote_cells c
CROSS JOIN LATERAL (SELECT c.hands::float8 AS x, nullif(c.people, 0)::float8 AS n, 1.959963984540054 ^ 2::float8 AS zz) v
CROSS JOIN LATERAL (SELECT (v.x + v.zz / 2) / (v.n + v.zz) AS middle,
                           sqrt(v.zz) * sqrt(v.x * (v.n - v.x) / v.n + v.zz / 4) / (v.n + v.zz) AS half) w
CROSS JOIN LATERAL (
    VALUES ('hands', v.x, 'count', true), ('of', v.n, 'count', false), ('share', 100 * v.x / v.n, 'percent', true),
           ('share-low', CASE WHEN v.x = 0 THEN 0 ELSE 100 * (w.middle - w.half) END, 'percent', true),
           ('share-high', CASE WHEN v.x = v.n THEN 100 ELSE 100 * (w.middle + w.half) END, 'percent', true)
) AS m (measure, value, unit, hides)
WHERE c.people > 0;

CREATE VIEW palabre.move_figures AS
WITH sums AS (
    SELECT s.edition, k.counted, v.scene, v.from_place, v.to_place, sum(v.at_least) AS at_least,
           sum(v.at_most) AS at_most
    FROM palabre.moves v
    JOIN palabre.sessions s USING (session)
    JOIN palabre.counting k ON v.counted & k.bit <> 0
    GROUP BY s.edition, k.counted, v.scene, v.from_place, v.to_place
)
SELECT v.edition, v.counted, v.scene, f.id AS answer, t.id AS item, m.measure, m.value::float8 AS value, m.unit
FROM sums v
JOIN palabre.decision_counts d USING (edition, counted, scene)
JOIN palabre.places f ON (f.edition, f.scene, f.place) = (v.edition, v.scene, v.from_place)
JOIN palabre.places t ON (t.edition, t.scene, t.place) = (v.edition, v.scene, v.to_place)
CROSS JOIN LATERAL (VALUES ('at-least', v.at_least, 'count'), ('at-most', v.at_most, 'count'),
                           ('sessions', d.moved, 'count'), ('apart', d.apart, 'count')) AS m (measure, value, unit);

CREATE VIEW palabre.option_figures AS
SELECT o.edition, o.counted, o.scene, o.id AS answer, m.measure, m.value::float8 AS value, m.unit, m.missing
FROM palabre.option_counts o
JOIN palabre.editions e USING (edition)
JOIN palabre.decisions d USING (edition, scene)
CROSS JOIN LATERAL (SELECT CASE WHEN o.open THEN 'hidden' END AS open,
                           CASE WHEN d.panel = 0 THEN 'nothing' END AS panel) l
CROSS JOIN LATERAL (
    VALUES ('offered', o.offered, 'count', NULL, true), ('followed', o.followed, 'count', NULL, true),
           ('never', o.never::integer, 'yes-no', l.open, true),
           ('always', o.always::integer, 'yes-no', l.open, true),
           ('recommended', o.recommended::integer, 'yes-no', NULL, NOT e.suspended),
           ('panel', o.panel, 'count', l.panel, true)
) AS m (measure, value, unit, missing, told)
WHERE m.told;

CREATE VIEW palabre.sure_figures AS
WITH levels AS (
    SELECT edition, counted, scene, sure, count(*) AS sessions,
           percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY distance) AS distance
    FROM palabre.counted_answers
    WHERE sure IS NOT NULL
    GROUP BY edition, counted, scene, sure
)
SELECT l.edition, l.counted, l.scene, 'sure-' || l.sure AS answer, m.measure, m.value::float8 AS value, m.unit
FROM levels l,
LATERAL (VALUES ('sessions', l.sessions::float8, 'count'), ('distance-median', 100 * l.distance[2], 'percent'),
                ('distance-low', 100 * l.distance[1], 'percent'), ('distance-high', 100 * l.distance[3], 'percent'))
    AS m (measure, value, unit);

CREATE VIEW palabre.gauge_figures AS
SELECT p.edition, g.id AS answer, p.point, m.measure, m.value::float8 AS value, m.unit
FROM palabre.gauge_points p
JOIN palabre.gauges g USING (edition, gauge),
LATERAL (VALUES ('median', p.spread[2], 'points'), ('low', p.spread[1], 'points'), ('high', p.spread[3], 'points'),
                ('sessions', p.sessions::float8, 'count')) AS m (measure, value, unit);

CREATE VIEW palabre.competency_figures AS
SELECT c.edition, k.counted, n.id AS answer, m.measure, m.value::float8 AS value, m.unit, m.missing
FROM palabre.competency_counts c
CROSS JOIN palabre.counting k
JOIN palabre.competencies n USING (edition, competency)
LEFT JOIN palabre.mirrors r USING (edition, counted, competency)
CROSS JOIN LATERAL (
    VALUES ('too-few', c.too_few::float8, 'count', NULL), ('to-explore', c.to_explore, 'count', NULL),
           ('present', c.present, 'count', NULL), ('strength', c.strength, 'count', NULL),
           ('median', 100 * c.median, 'percent', CASE WHEN c.median IS NULL THEN 'nothing' END),
           ('mirror', 100 * r.mirror, 'percent',
            CASE WHEN r.mirror IS NULL THEN CASE WHEN r.hides THEN 'hidden' ELSE 'nothing' END END),
           ('mirrored', coalesce(r.mirrored, 0), 'count', NULL)
) AS m (measure, value, unit, missing);

CREATE VIEW palabre.alpha_figures AS
SELECT a.edition, a.counted, a.alpha AS value,
       CASE WHEN a.items < 2 THEN 'items' WHEN a.people < 5 THEN 'people' WHEN a.variance = 0 THEN 'variance' END
           AS missing
FROM palabre.alphas a
JOIN palabre.editions e ON e.edition = a.edition AND NOT e.suspended;

CREATE VIEW palabre.figures AS
WITH rows AS (
    SELECT 'case' AS "table", edition, counted, NULL::integer AS scene, NULL AS decision, NULL::smallint AS round,
           NULL::smallint AS item_number, NULL AS item, NULL AS answer, NULL::bigint AS point, measure, value, day, unit,
           NULL AS missing
    FROM palabre.case_figures
    UNION ALL
    SELECT 'ending', edition, counted, NULL, NULL, NULL, NULL, NULL, answer, NULL, 'sessions', sessions, NULL, 'count',
           NULL
    FROM palabre.ending_figures CROSS JOIN palabre.counting
    UNION ALL
    SELECT 'way', edition, counted, NULL, NULL, NULL, NULL, NULL, 'way-' || number, NULL, measure, value, NULL, unit,
           NULL
    FROM palabre.way_figures CROSS JOIN palabre.counting
    UNION ALL
    SELECT 'step', edition, counted, NULL, decision, NULL, NULL, NULL, 'way-' || number, point, measure, value, NULL,
           unit, NULL
    FROM palabre.step_figures CROSS JOIN palabre.counting
    UNION ALL
    SELECT 'profile', edition, counted, NULL, NULL, NULL, NULL, item, 'way-' || number, NULL, measure, value, NULL,
           unit, missing
    FROM palabre.profile_figures CROSS JOIN palabre.counting
    UNION ALL
    SELECT 'flow', edition, counted, NULL, decision, NULL, NULL, NULL, answer, NULL, 'sessions', sessions, NULL,
           'count', NULL
    FROM palabre.flow_figures CROSS JOIN palabre.counting
    UNION ALL
    SELECT kind, edition, counted, NULL, NULL, NULL, NULL, NULL, id, NULL, measure, value, NULL, unit, NULL
    FROM palabre.met_figures CROSS JOIN palabre.counting
    UNION ALL
    SELECT 'decision', edition, counted, scene, NULL, NULL, NULL, NULL, NULL, point, measure, value, NULL, unit, missing
    FROM palabre.decision_figures
    UNION ALL
    SELECT 'decision', edition, counted, scene, NULL, NULL, NULL, NULL, NULL, point, measure, value, NULL, 'percent',
           missing
    FROM palabre.item_measures
    UNION ALL
    SELECT 'vote', edition, counted, scene, NULL, round, NULL, NULL, NULL, NULL, measure, value, NULL, unit, missing
    FROM palabre.vote_measures
    UNION ALL
    SELECT 'vote', edition, counted, scene, NULL, round, item, NULL, NULL, NULL, 'voters', voters, NULL, 'count', NULL
    FROM palabre.vote_counts WHERE sessions > 0
    UNION ALL
    SELECT 'answer', edition, counted, scene, NULL, round, item, NULL, answer, NULL, measure, value, NULL, unit, missing
    FROM palabre.answer_figures
    UNION ALL
    SELECT 'move', edition, counted, scene, NULL, NULL, NULL, item, answer, NULL, measure, value, NULL, unit, NULL
    FROM palabre.move_figures
    UNION ALL
    SELECT 'option', edition, counted, scene, NULL, NULL, NULL, NULL, answer, NULL, measure, value, NULL, unit, missing
    FROM palabre.option_figures
    UNION ALL
    SELECT 'sure', edition, counted, scene, NULL, NULL, NULL, NULL, answer, NULL, measure, value, NULL, unit, NULL
    FROM palabre.sure_figures
    UNION ALL
    SELECT 'gauge', edition, counted, NULL, NULL, NULL, NULL, NULL, answer, point, measure, value, NULL, unit, NULL
    FROM palabre.gauge_figures CROSS JOIN palabre.counting
    UNION ALL
    SELECT 'items', edition, counted, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'alpha', value, NULL, 'percent', missing
    FROM palabre.alpha_figures
    UNION ALL
    SELECT 'competency', edition, counted, NULL, NULL, NULL, NULL, NULL, answer, NULL, measure, value, NULL, unit,
           missing
    FROM palabre.competency_figures
)
SELECT e.case_id, r.edition, r.counted, r."table", coalesce(r.decision, 'scene-' || s.id) AS decision,
       CASE r.round WHEN 1 THEN 'before' WHEN 2 THEN 'after' END AS round, coalesce(r.item, i.id) AS item, r.answer,
       r.point, r.measure, CASE WHEN r.missing IS NULL THEN r.value END AS value, r.day, r.unit, r.missing
FROM rows r
JOIN palabre.editions e USING (edition)
LEFT JOIN palabre.scenes s USING (edition, scene)
LEFT JOIN palabre.items i ON (i.edition, i.scene, i.item) = (r.edition, r.scene, r.item_number);
