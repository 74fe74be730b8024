-- The lines of all logs of the store that is attached as `kept`, a row each, by session and place: what the shell counts in.
CREATE TABLE lines (session INTEGER NOT NULL, place INTEGER NOT NULL, line TEXT NOT NULL, PRIMARY KEY (session, place))
    STRICT, WITHOUT ROWID;
INSERT INTO lines
    SELECT session, key + 1, value
    FROM kept.logs, json_each('[' || replace(rtrim(lines, char(10)), char(10), ',') || ']');
