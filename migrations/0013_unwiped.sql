-- Removals after which the file was not rewritten yet: its free pages may still hold what they took out.

CREATE TABLE unwiped (removal_id UUID PRIMARY KEY REFERENCES removal (id));
