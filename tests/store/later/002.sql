CREATE TABLE note_new (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL,
  title TEXT, position INTEGER NOT NULL, weight REAL NOT NULL, done INTEGER NOT NULL,
  due_date INTEGER, parent INTEGER REFERENCES note ON DELETE CASCADE, mood TEXT NOT NULL, picture BLOB,
  color TEXT NOT NULL
) STRICT;
INSERT INTO note_new SELECT *, 'plain' FROM note;
DROP TABLE note;
ALTER TABLE note_new RENAME TO note;
CREATE INDEX note_position ON note (position);
