ALTER TABLE notice DROP COLUMN items;
DROP INDEX deadline_running_idx;
DROP INDEX reminder_deadline_idx;
DROP INDEX reminder_planned_key;
DELETE FROM reminder WHERE sent_by IS NOT NULL;
ALTER TABLE reminder DROP COLUMN kind, DROP COLUMN rule, DROP COLUMN escalated_to, DROP COLUMN words, DROP COLUMN sent_by;
ALTER TABLE reminder ADD CONSTRAINT reminder_deadline_id_due_at_key UNIQUE (deadline_id, due_at);
