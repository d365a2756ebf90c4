DROP TRIGGER proposer_words ON proposer;
DROP TRIGGER proposal_words ON proposal;
DROP FUNCTION proposer_words_changed, proposal_words_changed, renew_ledger_words;
DROP TABLE ledger_words;
DROP FUNCTION small_letters, text_grams;
