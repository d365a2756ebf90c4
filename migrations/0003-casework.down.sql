DROP TABLE history_entry, delivery, letter_file, letter, number_counter, number_series, review_step, passage, draft_section, draft,
  opinion_item, opinion_version, opinion, assignment, suggestion, proposer, proposal;
DROP FUNCTION letter_frozen();
