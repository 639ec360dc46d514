-- The order in which changes were made. Their times do not tell it: a computer's clock may be set back.

ALTER TABLE entry ADD COLUMN number BIGINT NOT NULL DEFAULT 0;
UPDATE entry SET number = o.number
FROM (SELECT id, row_number() OVER (ORDER BY at, id) AS number FROM entry) AS o
WHERE o.id = entry.id;
CREATE UNIQUE INDEX entry_number ON entry (number);
