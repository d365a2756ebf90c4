-- A reminder knows its kind and the rule that sends it; a chase sent by hand knows who sent it and its words. A notice may hold a list.

ALTER TABLE reminder
  ADD COLUMN kind text NOT NULL DEFAULT 'remind',
  ADD COLUMN rule text NOT NULL DEFAULT '',
  ADD COLUMN escalated_to text[] NOT NULL DEFAULT '{}',
  ADD COLUMN words text,
  ADD COLUMN sent_by uuid REFERENCES person;
ALTER TABLE reminder ALTER COLUMN kind DROP DEFAULT, ALTER COLUMN rule DROP DEFAULT;

-- What the rules plan comes once at a moment; what people send may come at any.
ALTER TABLE reminder DROP CONSTRAINT reminder_deadline_id_due_at_key;
CREATE UNIQUE INDEX reminder_planned_key ON reminder (deadline_id, due_at) WHERE sent_by IS NULL;
CREATE INDEX reminder_deadline_idx ON reminder (deadline_id, sent_at);

-- The plans that a running clock lacks are found by this at the start of a worker.
CREATE INDEX deadline_running_idx ON deadline (id) WHERE state = 'running';

ALTER TABLE notice ADD COLUMN items jsonb;
