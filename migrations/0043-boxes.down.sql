DROP INDEX assignment_reference_idx;
DROP INDEX notice_unread_idx;
DROP INDEX history_entry_person_idx;
DROP TABLE star;
