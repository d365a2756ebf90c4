DROP TABLE phrase_list, draft_snapshot, review_round;
ALTER TABLE review_step
  DROP CONSTRAINT review_step_order_key,
  DROP CONSTRAINT review_step_key_key,
  ADD CONSTRAINT review_step_draft_id_round_ordinal_key UNIQUE (draft_id, round, ordinal),
  DROP COLUMN step_key, DROP COLUMN stage, DROP COLUMN lane, DROP COLUMN unit_id, DROP COLUMN office_id, DROP COLUMN person_id,
  DROP COLUMN delegated_by, DROP COLUMN added_by, DROP COLUMN sees, DROP COLUMN seen_parts, DROP COLUMN kept_from,
  DROP COLUMN touched, DROP COLUMN direct, DROP COLUMN back_to, DROP COLUMN back_direct, DROP COLUMN opened_at,
  DROP COLUMN read_at, DROP COLUMN read_by;
