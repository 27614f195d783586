-- Time for the two: plans with what belongs to them, ideas, rituals, and time without devices.
-- Days and times of the wall are text: `YYYY-MM-DDTHH:MM:SS`, or `YYYY-MM-DD` for a day.

CREATE TABLE plan (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  kind TEXT NOT NULL, state TEXT NOT NULL,
  starts TEXT NOT NULL, ends TEXT NOT NULL CHECK (ends > starts), all_day INTEGER NOT NULL,
  rule TEXT NOT NULL,
  series INTEGER REFERENCES plan ON DELETE SET NULL, series_at TEXT,
  planner INTEGER REFERENCES partner ON DELETE SET NULL, turns INTEGER NOT NULL
) STRICT;
CREATE INDEX plan_starts ON plan (starts);
CREATE INDEX plan_rule ON plan (rule) WHERE rule <> '';
CREATE INDEX plan_series ON plan (series, series_at);

CREATE TABLE plan_details (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  plan INTEGER NOT NULL UNIQUE REFERENCES plan ON DELETE CASCADE,
  author INTEGER REFERENCES partner ON DELETE CASCADE, shared INTEGER,
  title ANY, idea ANY, place ANY, notes ANY, budget ANY, spent ANY
) STRICT;
CREATE INDEX plan_details_idea ON plan_details (idea);

CREATE TABLE plan_task (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  plan INTEGER NOT NULL REFERENCES plan ON DELETE CASCADE,
  author INTEGER REFERENCES partner ON DELETE CASCADE, shared INTEGER,
  list TEXT NOT NULL, position INTEGER NOT NULL, body ANY,
  partner INTEGER REFERENCES partner ON DELETE SET NULL, due TEXT, done INTEGER
) STRICT;
CREATE INDEX plan_task_plan ON plan_task (plan, list, position);

CREATE TABLE plan_impression (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  plan INTEGER NOT NULL REFERENCES plan ON DELETE CASCADE,
  author INTEGER NOT NULL REFERENCES partner ON DELETE CASCADE, shared INTEGER,
  liked ANY, memory ANY,
  UNIQUE (plan, author)
) STRICT;

CREATE TABLE plan_photo (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  plan INTEGER NOT NULL REFERENCES plan ON DELETE CASCADE,
  picture BLOB, caption TEXT
) STRICT;
CREATE INDEX plan_photo_plan ON plan_photo (plan);

CREATE TABLE own_idea (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  author INTEGER REFERENCES partner ON DELETE CASCADE, shared INTEGER,
  title ANY, summary ANY, traits INTEGER NOT NULL
) STRICT;

CREATE TABLE idea_rating (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  idea TEXT NOT NULL,
  author INTEGER NOT NULL REFERENCES partner ON DELETE CASCADE,
  rating TEXT NOT NULL,
  UNIQUE (idea, author)
) STRICT;

CREATE TABLE idea_refusals (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  author INTEGER NOT NULL UNIQUE REFERENCES partner ON DELETE CASCADE,
  ideas ANY
) STRICT;

CREATE TABLE idea_rest (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  idea ANY,
  author INTEGER REFERENCES partner ON DELETE CASCADE, shared INTEGER
) STRICT;

CREATE TABLE idea_rest_marks (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  marks TEXT NOT NULL
) STRICT;

CREATE TABLE weekly_aim (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  partner INTEGER NOT NULL UNIQUE REFERENCES partner ON DELETE CASCADE,
  minutes INTEGER NOT NULL
) STRICT;

CREATE TABLE ritual (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  kind TEXT NOT NULL, cue TEXT NOT NULL, deed TEXT NOT NULL,
  rule TEXT NOT NULL, starts TEXT NOT NULL, each INTEGER NOT NULL, ended INTEGER
) STRICT;
CREATE INDEX ritual_kind ON ritual (kind, ended);

CREATE TABLE ritual_mark (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  ritual INTEGER NOT NULL REFERENCES ritual ON DELETE CASCADE,
  day TEXT NOT NULL,
  partner INTEGER REFERENCES partner ON DELETE CASCADE,
  state TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX ritual_mark_place ON ritual_mark (ritual, day, coalesce (partner, 0));

CREATE TABLE unplugged (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  minutes INTEGER NOT NULL, started INTEGER, ends INTEGER, ended INTEGER
) STRICT;
CREATE INDEX unplugged_started ON unplugged (started);
