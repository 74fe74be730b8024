-- Step 2: the analysis, as views. palabre.figures has a row for each figure of a report (engine/report/figures.h), of
-- each edition of a case, with the first answers counted and with the last; what it is worked out of stands before it.
-- Formulas and their sources: engine/analysis/stats.h, disclosed.h, engine/group/tally.h.

-- What a decision counts: bit 1 of `counted` the first answers, bit 2 the last.
CREATE VIEW palabre.counting (bit, counted) AS VALUES (1, 'first' COLLATE "C"), (2, 'last' COLLATE "C");

-- Sessions of five people or more, and all of their decisions, twice where both ways of counting give the same.
CREATE VIEW palabre.counted_answers AS
SELECT s.edition, k.counted, a.session, a.scene, a.spent_ms, a.offered, a.followed, a.sure, a.distance, a.marks, a.most,
       a.paired, a.moved, a.apart
FROM palabre.answers a
JOIN palabre.sessions s USING (session)
JOIN palabre.counting k ON a.counted & k.bit <> 0;

-- Decisions that were met, with all that is a count or a spread over their sessions.
CREATE VIEW palabre.decision_counts AS
SELECT edition, counted, scene, count(spent_ms) AS sessions, max(most) AS most,
       count(*) FILTER (WHERE paired) AS paired, count(*) FILTER (WHERE moved) AS moved,
       count(*) FILTER (WHERE apart) AS apart,
       percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY spent_ms::float8) AS spent_ms
FROM palabre.counted_answers
GROUP BY edition, counted, scene;

-- Votes, joined: a cell is hidden when it is in one of them. Round 1 is before the talk, 2 after it; `paired` tells
-- those of sessions that voted in both apart. Each row of `votes` is summed once, whichever answers it counts for.
CREATE VIEW palabre.cells AS
SELECT s.edition, v.counted AS bits, v.scene, v.round, v.item, v.paired, c.place - 1 AS place,
       bool_or(c.hands IS NULL) AS hidden, sum(c.hands) AS hands, sum(c.people) AS people
FROM palabre.votes v
JOIN palabre.sessions s USING (session),
LATERAL unnest(v.hands, v.people) WITH ORDINALITY AS c (hands, people, place)
GROUP BY s.edition, v.counted, v.scene, v.round, v.item, v.paired, c.place;

CREATE VIEW palabre.vote_cells AS
SELECT c.edition, k.counted, c.scene, c.round, c.item, c.place::integer AS place, p.id,
       p.id = 'abstained' AS abstained, bool_or(c.hidden) AS hidden, sum(c.people)::bigint AS people,
       CASE WHEN bool_or(c.hidden) THEN 0 ELSE sum(c.hands)::bigint END AS hands
FROM palabre.cells c
JOIN palabre.counting k ON c.bits & k.bit <> 0
JOIN palabre.places p ON (p.edition, p.scene, p.place) = (c.edition, c.scene, c.place)
GROUP BY c.edition, k.counted, c.scene, c.round, c.item, c.place, p.id;

CREATE VIEW palabre.vote_counts AS
SELECT s.edition, k.counted, v.scene, v.round, v.item, count(v.voters) AS sessions, sum(v.voters)::bigint AS voters,
       count(*) - count(v.voters) AS left_out
FROM palabre.votes v
JOIN palabre.sessions s USING (session)
JOIN palabre.counting k ON v.counted & k.bit <> 0
GROUP BY s.edition, k.counted, v.scene, v.round, v.item;

-- The mean of fractions over the items of a decision, as engine/group/tally.c takes it: of one the fraction itself, of
-- several each to a millionth.
CREATE FUNCTION palabre.mean_step(state numeric[], part numeric, whole numeric) RETURNS numeric[]
LANGUAGE sql IMMUTABLE AS $$
SELECT CASE WHEN coalesce(whole, 0) = 0 THEN state
            ELSE ARRAY[state[1] + 1, state[2] + div(part * 1000000 + div(whole, 2), whole), part, whole] END
$$;
CREATE FUNCTION palabre.mean_end(state numeric[]) RETURNS double precision
LANGUAGE sql IMMUTABLE AS $$
SELECT CASE WHEN state[1] = 0 THEN NULL
            WHEN state[1] = 1 THEN state[3]::float8 / state[4]::float8
            ELSE state[2]::float8 / (state[1]::float8 * 1000000) END
$$;
CREATE AGGREGATE palabre.mean_share(numeric, numeric) (
    SFUNC = palabre.mean_step, STYPE = numeric[], FINALFUNC = palabre.mean_end, INITCOND = '{0,0,0,0}'
);

-- Dispersion and concordance of a vote: not of several answers, nor where a cell is hidden.
CREATE VIEW palabre.vote_items AS
SELECT c.edition, c.counted, c.scene, c.round, c.item, bool_or(c.hidden) AS hidden,
       count(*) FILTER (WHERE NOT c.abstained) AS places,
       sum(c.hands) FILTER (WHERE NOT c.abstained) AS hands,
       sum(c.hands * c.hands) FILTER (WHERE NOT c.abstained) AS squares,
       sum(c.hands * p.colleagues) FILTER (WHERE NOT c.abstained) AS alike,
       max(p.colleagues) FILTER (WHERE NOT c.abstained) AS most
FROM palabre.vote_cells c
LEFT JOIN palabre.panels p ON (p.edition, p.scene, p.item, p.place) = (c.edition, c.scene, c.item, c.place)
WHERE c.people > 0
GROUP BY c.edition, c.counted, c.scene, c.round, c.item;

CREATE VIEW palabre.vote_figures AS
SELECT edition, counted, scene, round, bool_or(hidden) AS hidden,
       palabre.mean_share(CASE WHEN places >= 2 THEN places * (hands * hands - squares) END,
                          CASE WHEN places >= 2 THEN (places - 1) * hands * hands END ORDER BY item) AS dispersion,
       palabre.mean_share(alike, hands * most ORDER BY item) AS concordance
FROM palabre.vote_items
GROUP BY edition, counted, scene, round;

-- What the talk moved: over sessions that voted before and after it.
CREATE VIEW palabre.shift_places AS
SELECT c.edition, k.counted, c.scene, c.item, c.place, bool_or(c.hidden) AS hidden,
       coalesce(sum(c.hands) FILTER (WHERE c.round = 1), 0) AS before,
       coalesce(sum(c.hands) FILTER (WHERE c.round = 2), 0) AS after
FROM palabre.cells c
JOIN palabre.counting k ON c.bits & k.bit <> 0
WHERE c.paired
GROUP BY c.edition, k.counted, c.scene, c.item, c.place;

CREATE VIEW palabre.shifts AS
WITH hands AS (
    SELECT h.*, p.id = 'abstained' AS abstained,
           sum(before) FILTER (WHERE p.id <> 'abstained') OVER items AS n,
           sum(after) FILTER (WHERE p.id <> 'abstained') OVER items AS m
    FROM palabre.shift_places h
    JOIN palabre.places p USING (edition, scene, place)
    WINDOW items AS (PARTITION BY h.edition, h.counted, h.scene, h.item)
), items AS (
    SELECT edition, counted, scene, item, bool_or(hidden) AS hidden,
           sum(abs(before * m - after * n)) FILTER (WHERE NOT abstained) AS part, max(2 * n * m) AS whole
    FROM hands
    GROUP BY edition, counted, scene, item
)
SELECT edition, counted, scene, bool_or(hidden) AS hidden, palabre.mean_share(part, whole ORDER BY item) AS shift
FROM items
GROUP BY edition, counted, scene;

-- Each option of a decision, over the sessions that answered it.
CREATE VIEW palabre.option_counts AS
WITH sums AS (
    SELECT a.edition, a.counted, a.scene, p.place, count(*) FILTER (WHERE a.offered >> p.place & 1 = 1) AS offered,
           count(*) FILTER (WHERE a.followed >> p.place & 1 = 1) AS followed
    FROM palabre.counted_answers a
    JOIN palabre.places p ON (p.edition, p.scene) = (a.edition, a.scene) AND p.option
    GROUP BY a.edition, a.counted, a.scene, p.place
), votes AS (
    SELECT edition, counted, scene, place, bool_or(hidden) AS open, sum(hands) AS hands,
           bool_and(hands = people) AS all_hands
    FROM palabre.vote_cells
    GROUP BY edition, counted, scene, place
)
SELECT s.*, p.id, p.recommended, coalesce(n.colleagues, 0) AS panel, coalesce(v.open, false) AS open,
       s.offered > 0 AND s.followed = 0 AND coalesce(v.hands, 0) = 0 AS never,
       s.followed > 0 AND s.followed = d.sessions AND coalesce(v.all_hands, true) AS always
FROM sums s
JOIN palabre.places p USING (edition, scene, place)
JOIN palabre.decision_counts d USING (edition, counted, scene)
LEFT JOIN palabre.panels n USING (edition, scene, place)
LEFT JOIN votes v USING (edition, counted, scene, place);

-- How the author's key stands to the panel.
CREATE VIEW palabre.contested AS
WITH items AS (
    SELECT edition, scene, bool_or(keyed) AND max(colleagues) FILTER (WHERE NOT keyed)
               > max(colleagues) FILTER (WHERE keyed) AS contested
    FROM palabre.panels
    GROUP BY edition, scene, item
)
SELECT edition, scene, bool_or(contested) AS contested FROM items GROUP BY edition, scene;

CREATE VIEW palabre.flips AS
WITH most AS (
    SELECT *, max(panel) OVER (PARTITION BY edition, counted, scene) AS most FROM palabre.option_counts
)
SELECT m.edition, m.counted, m.scene,
       bool_or(m.recommended) AND
           (2 * coalesce(sum(m.followed) FILTER (WHERE m.recommended), 0) > max(c.sessions)) <>
           (2 * coalesce(sum(m.followed) FILTER (WHERE m.panel = m.most), 0) > max(c.sessions)) AS flips
FROM most m
JOIN palabre.decisions d ON (d.edition, d.scene) = (m.edition, m.scene) AND d.kind = 'choice' AND d.panel > 0
JOIN palabre.decision_counts c ON (c.edition, c.counted, c.scene) = (m.edition, m.counted, m.scene)
GROUP BY m.edition, m.counted, m.scene;

-- Decisions that give marks are the items, sessions the people; whoever did not come to one has 0 marks there.
CREATE VIEW palabre.people AS
SELECT edition, count(*) AS people FROM palabre.sessions WHERE people IS NOT NULL GROUP BY edition;

CREATE VIEW palabre.session_marks AS
SELECT edition, counted, session, sum(marks) AS total FROM palabre.counted_answers GROUP BY edition, counted, session;

CREATE VIEW palabre.item_marks AS
SELECT s.edition, i.counted, i.scene, i.most, coalesce(a.marks, 0)::bigint AS marks,
       coalesce(t.total, 0) - coalesce(a.marks, 0) AS rest
FROM palabre.sessions s
JOIN palabre.decision_counts i USING (edition)
LEFT JOIN palabre.counted_answers a
       ON (a.edition, a.counted, a.scene, a.session) = (s.edition, i.counted, i.scene, s.session)
LEFT JOIN palabre.session_marks t ON (t.edition, t.counted, t.session) = (s.edition, i.counted, s.session)
WHERE s.people IS NOT NULL;

-- Sums over equal pairs of marks and rest: there are few of them, however many the sessions. They are made once and
-- handed on as lists, for what is read more than once is made for all editions, whichever is asked for.
CREATE VIEW palabre.item_pairs AS
WITH pairs AS (
    SELECT edition, counted, scene, most, marks, rest, count(*) AS people
    FROM palabre.item_marks
    GROUP BY edition, counted, scene, most, marks, rest
)
SELECT edition, counted, scene, most, array_agg(marks) AS marks, array_agg(rest) AS rests, array_agg(people) AS people
FROM pairs
GROUP BY edition, counted, scene, most;

-- Of a decision that gives no marks there is a row without figures.
CREATE VIEW palabre.item_figures AS
SELECT i.edition, i.counted, i.scene, i.most, s.n AS people, s.variance,
       100 * s.x::float8 / nullif(s.n * i.most, 0)::float8 AS facility,
       100 * s.covariance::float8 / nullif(sqrt(s.variance::float8) * sqrt(s.rest_variance::float8), 0)
           AS discrimination,
       CASE WHEN s.variance > 0 AND s.rest_variance > 0
            THEN 100 * s.covariance::float8 / s.most_covariance::float8 END AS efficiency
FROM palabre.item_pairs i
CROSS JOIN LATERAL (
    WITH pairs AS (
        SELECT * FROM unnest(i.marks, i.rests, i.people) AS p (marks, rest, people)
    ), sums AS (
        SELECT sum(people) AS n, sum(people * marks) AS x, sum(people * rest) AS r,
               sum(people * marks * marks) AS xx, sum(people * rest * rest) AS rr, sum(people * marks * rest) AS xr
        FROM pairs
    ), marks AS ( -- the sorted list of marks, as runs of equal ones up to `upto`
        SELECT marks, sum(people) AS run, sum(sum(people)) OVER (ORDER BY marks) AS upto FROM pairs GROUP BY marks
    ), rests AS (
        SELECT rest, sum(people) AS run, sum(sum(people)) OVER (ORDER BY rest) AS upto FROM pairs GROUP BY rest
    ), sorted AS (
        SELECT sum((least(m.upto, r.upto) - greatest(m.upto - m.run, r.upto - r.run)) * m.marks * r.rest) AS xr
        FROM marks m
        JOIN rests r ON m.upto - m.run < r.upto AND r.upto - r.run < m.upto
    )
    SELECT s.n, s.x, s.n * s.xx - s.x * s.x AS variance, s.n * s.rr - s.r * s.r AS rest_variance,
           s.n * s.xr - s.x * s.r AS covariance, s.n * o.xr - s.x * s.r AS most_covariance
    FROM sums s
    CROSS JOIN sorted o
) s;

CREATE VIEW palabre.alphas AS
WITH whole AS (
    SELECT t.edition, t.counted, p.people * sum(t.total * t.total) - sum(t.total) * sum(t.total) AS variance, p.people
    FROM palabre.session_marks t
    JOIN palabre.people p USING (edition)
    GROUP BY t.edition, t.counted, p.people
), items AS (
    SELECT a.edition, a.counted, a.scene,
           p.people * sum(a.marks * a.marks) - sum(a.marks) * sum(a.marks) AS variance, max(a.most) AS most
    FROM palabre.counted_answers a
    JOIN palabre.people p USING (edition)
    GROUP BY a.edition, a.counted, a.scene, p.people
), sums AS (
    SELECT edition, counted, count(*) AS items, sum(variance) AS variance
    FROM items
    WHERE most > 0
    GROUP BY edition, counted
)
SELECT p.edition, k.counted, coalesce(i.items, 0) AS items, p.people, w.variance,
       100 * i.items::float8 / nullif(i.items - 1, 0)
           * (1 - i.variance::float8 / nullif(w.variance, 0)::float8) AS alpha
FROM palabre.people p
CROSS JOIN palabre.counting k
LEFT JOIN whole w USING (edition, counted)
LEFT JOIN sums i USING (edition, counted);

-- Ways: the most taken first; of equals those that came to an end, then that whose first other step comes first in the
-- case. At which decision each parts from the first.
CREATE VIEW palabre.ways AS
WITH taken AS (
    SELECT edition, way, ending, jumped, count(*) AS sessions
    FROM palabre.sessions
    WHERE people IS NOT NULL
    GROUP BY edition, way, ending, jumped
), numbered AS (
    SELECT *, row_number() OVER best AS number, first_value(way) OVER best AS first_way
    FROM taken
    WINDOW best AS (PARTITION BY edition ORDER BY sessions DESC, ending IS NULL, way, ending, jumped)
)
SELECT edition, number, way, ending, jumped, sessions,
       (SELECT coalesce(min(i), cardinality(way) + 1)
        FROM generate_series(1, cardinality(way)) AS i
        WHERE way[i] IS DISTINCT FROM first_way[i]) AS parts_at
FROM numbered;

-- Those that a report tells.
CREATE VIEW palabre.told_ways AS SELECT * FROM palabre.ways WHERE number <= 200;

CREATE VIEW palabre.way_profiles AS
SELECT w.edition, w.number, p.competency, sum(p.given) AS given, sum(p.low) AS low, sum(p.high) AS high,
       sum(p.occasions) AS occasions
FROM palabre.told_ways w
JOIN palabre.sessions s ON (s.edition, s.way, s.jumped) = (w.edition, w.way, w.jumped)
                       AND s.ending IS NOT DISTINCT FROM w.ending AND s.people IS NOT NULL
JOIN palabre.profiles p USING (session)
GROUP BY w.edition, w.number, p.competency;

-- The profiles of all sessions, and the mirror of the group: the hands of the first votes of each choice, weighed by
-- what its options give.
CREATE VIEW palabre.mirrors AS
WITH chosen AS (
    SELECT c.edition, c.counted, c.scene, c.place, c.hands, c.abstained,
           bool_or(c.hidden) OVER (PARTITION BY c.edition, c.counted, c.scene) AS hidden
    FROM palabre.vote_cells c
    JOIN palabre.decisions d ON (d.edition, d.scene) = (c.edition, c.scene) AND d.kind = 'choice'
    WHERE c.round = 1 AND c.people > 0
), weighed AS (
    SELECT c.edition, c.counted, c.scene, p.competency, bool_or(c.hidden) AS hidden,
           sum(c.hands * coalesce(m.mark, 0)) AS given, sum(c.hands) AS hands, min(coalesce(m.mark, 0)) AS low,
           max(coalesce(m.mark, 0)) AS high, count(m.mark) > 0 AS carried
    FROM chosen c
    JOIN palabre.places o USING (edition, scene, place)
    JOIN palabre.competencies p USING (edition)
    LEFT JOIN palabre.marks m USING (edition, scene, place, competency)
    WHERE NOT c.abstained AND o.id <> 'own-words'
    GROUP BY c.edition, c.counted, c.scene, p.competency
)
SELECT edition, counted, competency, bool_or(hidden) AS hides,
       count(*) FILTER (WHERE NOT hidden AND hands > 0) AS mirrored,
       sum((given - hands * low)::float8 / nullif(hands, 0)::float8) FILTER (WHERE NOT hidden AND hands > 0)
           / nullif(sum(high - low) FILTER (WHERE NOT hidden AND hands > 0), 0)::float8 AS mirror
FROM weighed
WHERE carried AND high > low
GROUP BY edition, counted, competency;

CREATE VIEW palabre.competency_counts AS
SELECT s.edition, p.competency, count(*) FILTER (WHERE p.word = 0) AS too_few,
       count(*) FILTER (WHERE p.word = 1) AS to_explore, count(*) FILTER (WHERE p.word = 2) AS present,
       count(*) FILTER (WHERE p.word = 3) AS strength,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY (p.given - p.low)::float8 / nullif(p.high - p.low, 0))
           FILTER (WHERE p.word > 0) AS median
FROM palabre.profiles p
JOIN palabre.sessions s USING (session)
GROUP BY s.edition, p.competency;

CREATE VIEW palabre.gauge_points AS
SELECT s.edition, w.gauge, v.point - 1 AS point, count(*) AS sessions,
       percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY v.value::float8) AS spread
FROM palabre.walks w
JOIN palabre.sessions s USING (session),
LATERAL unnest(w.points) WITH ORDINALITY AS v (value, point)
GROUP BY s.edition, w.gauge, v.point;
