-- Step 1: the tables. Those of a case are small and the same for all sessions; those of a session have its key in their
-- primary key and refer to each other by nothing else, so that they can be distributed by it (docs/PUSH.md).
CREATE TABLE palabre.editions (
    edition   uuid PRIMARY KEY,
    case_id   text COLLATE "C" NOT NULL,
    language  text COLLATE "C" NOT NULL,
    suspended boolean NOT NULL
);

CREATE TABLE palabre.scenes (
    edition uuid REFERENCES palabre.editions,
    scene   integer,
    id      text COLLATE "C" NOT NULL,
    ending  boolean NOT NULL,
    PRIMARY KEY (edition, scene)
);

CREATE TABLE palabre.decisions (
    edition uuid,
    scene   integer,
    number  integer NOT NULL,
    kind    text COLLATE "C" NOT NULL,
    panel   integer NOT NULL,
    PRIMARY KEY (edition, scene),
    FOREIGN KEY (edition, scene) REFERENCES palabre.scenes
);

CREATE TABLE palabre.places (
    edition     uuid,
    scene       integer,
    place       integer,
    id          text COLLATE "C" NOT NULL,
    option      boolean NOT NULL,
    recommended boolean NOT NULL,
    PRIMARY KEY (edition, scene, place),
    FOREIGN KEY (edition, scene) REFERENCES palabre.decisions
);

CREATE TABLE palabre.items (
    edition uuid,
    scene   integer,
    item    integer,
    id      text COLLATE "C" NOT NULL,
    PRIMARY KEY (edition, scene, item),
    FOREIGN KEY (edition, scene) REFERENCES palabre.decisions
);

CREATE TABLE palabre.panels (
    edition    uuid,
    scene      integer,
    item       integer,
    place      integer,
    colleagues integer NOT NULL,
    keyed      boolean NOT NULL,
    PRIMARY KEY (edition, scene, item, place),
    FOREIGN KEY (edition, scene, place) REFERENCES palabre.places
);

CREATE TABLE palabre.competencies (
    edition    uuid REFERENCES palabre.editions,
    competency integer,
    id         text COLLATE "C" NOT NULL,
    PRIMARY KEY (edition, competency)
);

CREATE TABLE palabre.marks (
    edition    uuid,
    scene      integer,
    place      integer,
    competency integer,
    mark       integer NOT NULL,
    PRIMARY KEY (edition, scene, place, competency),
    FOREIGN KEY (edition, scene, place) REFERENCES palabre.places,
    FOREIGN KEY (edition, competency) REFERENCES palabre.competencies
);

CREATE TABLE palabre.gauges (
    edition uuid REFERENCES palabre.editions,
    gauge   integer,
    id      text COLLATE "C" NOT NULL,
    PRIMARY KEY (edition, gauge)
);

CREATE TABLE palabre.meetings (
    edition uuid REFERENCES palabre.editions,
    meeting integer,
    kind    text COLLATE "C" NOT NULL,
    id      text COLLATE "C" NOT NULL,
    must    boolean,
    PRIMARY KEY (edition, meeting)
);

CREATE TABLE palabre.sessions (
    session     uuid PRIMARY KEY,
    edition     uuid NOT NULL REFERENCES palabre.editions,
    day         date NOT NULL,
    erase_after date NOT NULL,
    people      integer CHECK (people >= 5),
    ending      integer,
    jumped      boolean NOT NULL,
    way         text[] COLLATE "C" NOT NULL
);
CREATE INDEX sessions_by_edition ON palabre.sessions (edition, day);
CREATE INDEX sessions_by_end ON palabre.sessions (erase_after);

CREATE TABLE palabre.answers (
    session  uuid REFERENCES palabre.sessions ON DELETE CASCADE,
    scene    integer,
    counted  smallint CHECK (counted BETWEEN 1 AND 3),
    spent_ms bigint,
    offered  integer NOT NULL,
    followed integer NOT NULL,
    sure     smallint CHECK (sure BETWEEN 1 AND 3),
    distance double precision,
    marks    integer NOT NULL,
    most     integer NOT NULL,
    paired   boolean NOT NULL,
    moved    boolean NOT NULL,
    apart    boolean NOT NULL,
    PRIMARY KEY (session, scene, counted)
);

CREATE TABLE palabre.votes (
    session uuid,
    scene   integer,
    counted smallint,
    round   smallint CHECK (round BETWEEN 1 AND 2),
    item    smallint,
    voters  integer CHECK (voters >= 5),
    paired  boolean NOT NULL,
    hands   integer[],
    people  integer[],
    PRIMARY KEY (session, scene, counted, round, item),
    FOREIGN KEY (session, scene, counted) REFERENCES palabre.answers ON DELETE CASCADE
);

CREATE TABLE palabre.moves (
    session    uuid,
    scene      integer,
    counted    smallint,
    from_place smallint,
    to_place   smallint,
    at_least   integer NOT NULL,
    at_most    integer NOT NULL,
    PRIMARY KEY (session, scene, counted, from_place, to_place),
    FOREIGN KEY (session, scene, counted) REFERENCES palabre.answers ON DELETE CASCADE
);

CREATE TABLE palabre.passages (
    session    uuid REFERENCES palabre.sessions ON DELETE CASCADE,
    from_scene integer,
    to_scene   integer,
    PRIMARY KEY (session, from_scene, to_scene)
);

CREATE TABLE palabre.met (
    session uuid REFERENCES palabre.sessions ON DELETE CASCADE,
    meeting integer,
    times   integer NOT NULL CHECK (times > 0),
    PRIMARY KEY (session, meeting)
);

CREATE TABLE palabre.walks (
    session uuid REFERENCES palabre.sessions ON DELETE CASCADE,
    gauge   integer,
    points  integer[] NOT NULL,
    PRIMARY KEY (session, gauge)
);

CREATE TABLE palabre.profiles (
    session    uuid REFERENCES palabre.sessions ON DELETE CASCADE,
    competency integer,
    word       smallint NOT NULL CHECK (word BETWEEN 0 AND 3),
    given      integer NOT NULL,
    low        integer NOT NULL,
    high       integer NOT NULL,
    occasions  integer NOT NULL,
    PRIMARY KEY (session, competency)
);
