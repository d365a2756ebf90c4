DROP TRIGGER proposer_words_changed ON proposer;
DROP TRIGGER proposer_words_added ON proposer;
DROP TRIGGER proposal_words_changed ON proposal;
DROP TRIGGER proposal_words_added ON proposal;
DROP FUNCTION proposer_words_changed, proposer_words_added, proposal_words_changed, proposal_words_added, renew_ledger_words;
DROP TABLE ledger_words;
DROP FUNCTION small_letters, text_grams;
