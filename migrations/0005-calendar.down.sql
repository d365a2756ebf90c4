DROP TABLE extension;
DROP INDEX deadline_calendar_idx, deadline_rules_wanted_idx;
ALTER TABLE deadline
  DROP COLUMN basis, DROP COLUMN is_window, DROP COLUMN profile_version, DROP COLUMN rules_wanted, DROP COLUMN calendar_revision,
  DROP COLUMN pauses, DROP COLUMN extension, DROP COLUMN derivation;
DROP TABLE calendar_state, calendar_day, calendar_year;
DROP SEQUENCE calendar_revision_seq;
DROP FUNCTION calendar_changed();
