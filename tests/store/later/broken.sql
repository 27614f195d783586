CREATE TABLE fresh (
  id INTEGER PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL
) STRICT;
INSERT INTO remark (id, created, modified, body) VALUES (1, 0, 0, 'forbidden');
