-- What a step found before it, kept with its line: enough to take it back while it is the newest of the case.
ALTER TABLE history_entry ADD COLUMN before jsonb;
