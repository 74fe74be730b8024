-- The counts of a report that SQL can work out: answers followed, hands by round, endings, sessions and time of each
-- decision. Lines of a log are JSON, in rows that sessions_rows.sql made.
CREATE TEMP TABLE answers AS
    SELECT session, json_extract(line, '$.scene') AS scene, json_extract(line, '$.answer') AS answer,
           json_extract(line, '$.to') AS led,
           json_extract(line, '$.at_ms') - lag(json_extract(line, '$.at_ms')) OVER (PARTITION BY session ORDER BY place) AS spent
    FROM lines WHERE line LIKE '%"kind":"answer"%' OR line LIKE '%"kind":"start"%';
CREATE INDEX temp.answers_by_scene ON answers (scene, answer);
SELECT scene, count(*) FROM answers WHERE scene NOTNULL GROUP BY scene;
SELECT scene, answer, count(*) FROM answers WHERE scene NOTNULL GROUP BY scene, answer;
SELECT led, count(*) FROM answers WHERE led NOTNULL GROUP BY led;
SELECT scene, avg(spent) FROM (
    SELECT scene, spent, row_number() OVER (PARTITION BY scene ORDER BY spent) AS place, count(*) OVER (PARTITION BY scene) AS of
    FROM answers WHERE scene NOTNULL) WHERE place IN ((of + 1) / 2, (of + 2) / 2) GROUP BY scene;
SELECT json_extract(line, '$.scene'), json_extract(line, '$.round'), json_extract(item.value, '$.of'), hand.key, sum(hand.value)
FROM lines, json_each(line, '$.rows') AS item, json_each(item.value, '$.hands') AS hand
WHERE line LIKE '%"kind":"vote"%' GROUP BY 1, 2, 3, 4;
