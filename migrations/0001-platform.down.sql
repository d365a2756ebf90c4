DROP TABLE audit_log, audit_head, outbox, blob, place_profile;
DROP FUNCTION audit_append(text, text, text, jsonb), audit_verify(), audit_refuse(),
  audit_canon(bigint, timestamptz, text, text, text, jsonb, bytea);
