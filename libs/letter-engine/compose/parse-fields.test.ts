import { FuhanError } from '@fuhan/kernel';
import { kindFields } from '../../../test/fixtures/letters/kind-fields';
import { letterKinds } from '../model/model';
import { parseFields, parseFieldsJson } from './parse-fields';

const sample = kindFields('plenary');
const refusal = (run: () => unknown): [string, unknown] => {
  try {
    run();
  } catch (error) {
    if (error instanceof FuhanError) return [error.code, error.params['field']];
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('the fields of a letter', () => {
  it.each(letterKinds)('should be read back from JSON with all that is optional filled in: %s', (kind) => {
    const parsed = parseFieldsJson(kind, JSON.stringify(sample[kind]));
    expect(parsed).toMatchObject({ kind, signers: [] });
  });

  it.each(letterKinds)('should be the same when they are read twice: %s', (kind) => {
    const once = parseFields(kind, sample[kind]);
    expect(parseFields(kind, once)).toEqual(once);
  });

  it.each([
    ['an opinion on nothing', 'opinion', { sections: [] }, 'sections'],
    ['a hand-over to nobody', 'handOver', { handlers: [] }, 'handlers'],
    ['a hand-over without a last day', 'handOver', { limits: {} }, 'limits'],
    ['a role nobody has', 'handOver', { handlers: [{ name: '甲局', role: 'boss' }] }, 'handlers.0.role'],
    ['a question to no unit', 'opinionRequest', { units: [] }, 'units'],
    ['a return without a reason', 'returnRequest', { reasons: [] }, 'reasons'],
    ['a reason without words', 'returnRequest', { reasons: [' '] }, 'reasons.0'],
    ['a return to nobody', 'returnRequest', { suggested: [] }, 'suggested'],
    ['an extension to no day', 'extension', { until: '2026-13-01' }, 'until'],
    ['a chase before the first', 'chase', { times: 0 }, 'times'],
    ['a correction of nothing', 'correction', { corrections: [] }, 'corrections'],
    [
      'copies less than one',
      'reply',
      { fixedRecipients: [{ name: '甲委', copies: 0 }] },
      'fixedRecipients.0.copies',
    ],
    ['an answer that is no words', 'reply', { issuer: { name: 7 } }, 'issuer.name'],
  ] as const)('should be refused, the field named, for %s', (_, kind, change, field) => {
    expect(refusal(() => parseFields(kind, { ...sample[kind], ...change }))).toEqual([
      'letter.fields-invalid',
      field,
    ]);
  });

  it('should ask for units only where units are asked', () => {
    const fields = { ...sample.opinionRequest, audience: 'proposers', units: [] };
    expect(parseFields('opinionRequest', fields)).toMatchObject({ units: [] });
  });

  it.each(['note', 'toString', ''])('should be refused for the kind “%s”', (kind) => {
    expect(refusal(() => parseFields(kind, {}))[0]).toBe('letter.kind-unknown');
  });

  it.each(['null', '[]', '"甲"', '3'])('should be refused as a whole for %s', (json) => {
    expect(refusal(() => parseFieldsJson('reply', json))).toEqual(['letter.fields-invalid', '（整体）']);
  });
});
