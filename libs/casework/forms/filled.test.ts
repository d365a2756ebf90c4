import type { FormContext } from './index';
import { draftRow, rows, whole } from '../testing/material';
import { Formed, formsOf, formOf, choices } from '../testing/forms';

describe('what a form is filled with', () => {
  const given = (more: Partial<FormContext> = {}, targetId = 'opinion') =>
    formOf('opinion.submit', more, targetId).defaults as {
      contactName: string;
      items: { suggestionId: string; position: string; body: string; commitments: object[] }[];
    };

  it('should be for a new order the order as it stands', () => {
    expect(formOf('proposal.reorderHandlers').defaults).toEqual({ unitIds: ['co', 'co-2'] });
  });

  it('should be for the hand-over the days of the back-plan, counted from the due day of a reply handed over today', () => {
    // Three months on is 7 September 2026 (the 5th is a Saturday); twenty working days before it is 10 August.
    expect(formOf('proposal.handOver').defaults).toEqual({ targets: [{ key: 'draft', on: '2026-08-10' }] });
  });

  it('should be for an answer the unit that was asked for', () => {
    const material = whole({
      requests: rows<'requests'>([{ id: 'request', assignmentId: 'a-co', wish: 'other_unit' }]),
      statements: rows<'statements'>([{ requestId: 'request', kind: 'asked', unitId: 'co-2' }]),
    });
    expect(formOf('returnRequest.settle', { material }).defaults).toEqual({
      unitId: 'co-2',
      dated: '2026-06-05',
    });
  });

  it('should be the contact of the version given last', () => {
    expect(given().contactName).toBe('新联络员');
  });

  it('should be the words of the version given last, and nothing of the one before', () => {
    expect(given().items.map(({ body }) => body)).toEqual(['', '新话。']);
  });

  it('should be the promises of the version given last', () => {
    expect(given().items[1]?.commitments).toEqual([{ text: '年底前建成', dueOn: '2026-12-31', owner: null }]);
  });

  it('should be the facts and the files of the version given last', () => {
    const { items, attachments } = formOf('opinion.submit').defaults as {
      items: { facts: { name: string }[] }[];
      attachments: object[];
    };
    expect([items.map(({ facts }) => facts.map(({ name }) => name)), attachments]).toEqual([
      [[], ['充电桩']],
      [{ fileId: 'file-9' }],
    ]);
  });

  it('should not be the scan of a paper opinion, which is given anew each time', () => {
    const attachments = rows<'attachments'>([
      { opinionVersionId: 'v-2', ordinal: 1, fileId: 'f', scan: true },
    ]);
    const form = formOf('opinion.enterOnBehalf', { material: whole({ attachments }) });
    expect([form.defaults['attachments'], form.defaults['scanFileId']]).toEqual([[], undefined]);
  });

  it('should be one empty line a suggestion when no version was given', () => {
    expect(given({}, 'opinion-2').items.map(({ suggestionId, body }) => [suggestionId, body])).toEqual([
      ['s-1', ''],
      ['s-2', ''],
    ]);
  });

  it('should be one form a section, each under its title', () => {
    expect(formsOf('draft.saveSection').map(({ targetLabel }) => targetLabel)).toEqual([
      '1. 摸清底数',
      '2. 其他',
    ]);
  });

  it('should be the passages of that section in their order', () => {
    expect(formOf('draft.saveSection').defaults['passages']).toEqual([
      { id: 'p-1', kind: 'heading2', body: '（一）摸底' },
      { id: 'p-2', kind: 'paragraph', body: '已摸底。' },
    ]);
  });

  it('should be the version that is seen, so that a stale save is found out', () => {
    expect(formsOf('draft.saveSection').map(({ defaults }) => defaults['version'])).toEqual([3, 1]);
  });

  it('should be for a new section the place after the last', () => {
    expect(formOf('draft.addSection').defaults['position']).toBe(3);
  });

  it('should be the frame as it stands, prose by lines, wording by pieces, no class while none is chosen', () => {
    expect(formOf('draft.saveFrame').defaults).toEqual({
      ...{ version: 4, outcomeClass: '', printClass: true, publication: 'on_request' },
      ...{ contacts: draftRow.contacts, prose: '一段。\n二段。' },
      wording: [{ piece: 'closing', template: '特此函复。' }],
    });
  });

  it('should be for the issue the date of today', () => {
    expect(formOf('draft.issue').defaults).toEqual({ date: '2026-06-05' });
  });

  it.each<Formed>([
    'assignment.sign',
    'draft.submit',
    'letter.deliver',
    'reviewStep.sendBack',
    'opinion.accept',
  ])('should be nothing where there is nothing to know: %s', (action) => {
    expect(formOf(action).defaults).toEqual({});
  });
});

describe('letting a finding stand', () => {
  it('should offer what the checks found', () => {
    expect(choices('reviewStep.overrule', 'findings')).toEqual(['left-over-marks|** 标题：留有标记。']);
  });

  it('should be no button where nothing was found', () => {
    expect(formsOf('reviewStep.overrule', { overrulable: new Map() })).toEqual([]);
  });
});
