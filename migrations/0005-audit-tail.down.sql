-- The check as it was before.

CREATE OR REPLACE FUNCTION audit_verify(OUT first_bad bigint, OUT entries bigint) LANGUAGE sql AS $$
  WITH chain AS (
    SELECT *, lag(hash, 1, '\x00') OVER (ORDER BY seq) AS expected_prev, row_number() OVER (ORDER BY seq) AS expected_seq FROM audit_log
  ), broken AS (
    SELECT min(seq) AS seq FROM chain
    WHERE prev <> expected_prev OR seq <> expected_seq OR hash <> sha256(audit_canon(seq, at, actor, action, object, detail, prev))
  ), tail AS (
    SELECT coalesce(max(seq), 0) AS last FROM audit_log
  )
  SELECT coalesce(broken.seq, CASE WHEN tail.last <> audit_head.seq THEN tail.last + 1 END),
         (SELECT count(*) FROM audit_log)
  FROM broken, tail, audit_head
$$;
