/** A table of the year archive, and which of its rows (`t`) belong to it. Rows point only at rows of tables before theirs, or wait for the end. */
export interface YearTable {
  readonly name: string;
  readonly where: string;
  /** What the cases stand on: a row that the target has already, the same in these columns, is left as it is. */
  readonly ground?: { readonly same: readonly string[] | 'all' };
  /** Secrets that stay where they are, and what stands in their place after an import; `$2` is a password nobody knows. */
  readonly without?: Readonly<Record<string, string>>;
  /** Where the rows are read, if not in the table of that name. */
  readonly from?: string;
}

const ofCase = 't.proposal_id IN (SELECT id FROM archived_case)';
const tables: YearTable[] = [];
const put = (name: string, where: string, more: Partial<YearTable> = {}): void =>
  void tables.push({ name, where, ...more });
const ground = (name: string, same: readonly string[] | 'all' = 'all', more: Partial<YearTable> = {}): void =>
  put(name, 'true', { ground: { same }, ...more });
/** Rows of the cases themselves, and rows that hang on such a row. */
const cases = (...names: string[]): void => names.forEach((name) => put(name, ofCase));
const partsOf = (parent: string, column: string, ...names: string[]): void => {
  const where = tables.find(({ name }) => name === parent)?.where ?? 'false';
  for (const name of names) put(name, `t.${column} IN (SELECT t.id FROM ${parent} t WHERE ${where})`);
};
/** A personal link is dead elsewhere; its digest says nothing there. */
const link = (name: string, instead = `'archived ' || gen_random_uuid()`): void =>
  put(name, ofCase, { without: { token_hash: instead } });

ground('unit');
ground('unit_alias');
ground('office');
ground('person', 'all', { without: { password_hash: '$2::text' } });
ground('person_duty');
ground('place_profile', ['place', 'version', 'digest']);
ground('calendar_year', ['year', 'published', 'source']);
ground('calendar_day', ['date', 'kind', 'working', 'why', 'year']);
ground('number_series');
ground('number_counter');
put('blob', 'FILES');
put('proposal', 't.id IN (SELECT id FROM archived_case)');
cases('proposer', 'suggestion', 'proposed_hand_over', 'assignment');
partsOf('assignment', 'assignment_id', 'target_date');
cases('deadline', 'extension');
partsOf('deadline', 'deadline_id', 'reminder');
cases('return_request');
partsOf('return_request', 'request_id', 'return_statement');
cases('contribution', 'opinion');
partsOf('opinion', 'opinion_id', 'opinion_version', 'opinion_proposal');
partsOf('opinion_version', 'opinion_version_id', 'opinion_item', 'opinion_attachment');
link('outside_link');
cases('draft');
partsOf('draft', 'draft_id', 'draft_section', 'draft_snapshot', 'item_rejection', 'review_round');
partsOf('draft_section', 'section_id', 'passage');
partsOf('passage', 'passage_id', 'passage_source');
link('confirmation');
cases('sign_off_ink', 'review_step', 'letter');
partsOf('letter', 'letter_id', 'letter_file');
cases('seal_use', 'contact_record', 'publication', 'redo', 'commitment');
link('delivery', 'NULL');
link('rating');
link('commitment_link');
partsOf('commitment', 'commitment_id', 'commitment_progress', 'commitment_rating');
cases('history_entry');
put(
  'archived_audit',
  `t.object IN (SELECT id::text FROM archived_case) OR t.detail->>'proposalId' IN (SELECT id::text FROM archived_case)`,
  { from: '(SELECT * FROM audit_log UNION ALL SELECT * FROM archived_audit)' },
);

/** In the order in which they come back. */
export const yearTables: readonly YearTable[] = tables;

/** What is not taken along, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  audit_log: 'what it has of the cases is taken along as archived_audit; the chain stays',
  audit_head: 'the chain of this house',
  calendar_feed: 'a secret address of a person',
  calendar_state: 'counted on by the calendar itself',
  command_once: 'keys of a few days against doing a thing twice',
  delegation: 'who stands in for whom now',
  dispatch_attempt: 'how a notice left the house',
  earlier_letter: 'of the years before the system; imported from its own files',
  earlier_letter_unit: 'of the years before the system; imported from its own files',
  import_batch: 'a list that was read; its proposals are cases',
  import_edit: 'a list that was read; its proposals are cases',
  import_mapping: 'how a unit names its columns',
  import_row: 'a list that was read; its proposals are cases',
  ledger_words: 'made from the proposals when they come back',
  letter_import: 'of the years before the system; imported from its own files',
  letter_import_row: 'of the years before the system; imported from its own files',
  login_failure: 'signing in',
  login_session: 'signing in',
  notice: 'told to persons, once',
  notice_choice: 'a choice of a person',
  notice_dispatch: 'how a notice left the house',
  outbox: 'what is still to be announced here',
  phrase_list: 'phrases of a person or a unit',
  policy: 'of no one year; imported from its own file',
  saved_view: "what a person keeps of the ledger's questions",
  schema_migration: 'the state of the program',
  search_document: 'made from the cases when they come back',
  search_mark: 'made from the cases when they come back',
  star: 'what a person follows',
  unit_case: 'made from the assignments and deliveries when they come back',
  webhook: 'a secret address of a group',
};
