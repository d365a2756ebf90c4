import { createElement } from 'react';
import { caseFile } from '../../testing/data';
import { markup } from '../../testing/render';
import { ContactsPart } from './contacts-part';
import type { CaseFile } from '../../shared/api/types';

const contact = (more: Partial<CaseFile['contacts'][number]> = {}): CaseFile['contacts'][number] => ({
  id: 'k1',
  assignmentId: 'a1',
  unitId: 'w1',
  unit: '市工信局',
  way: 'visit',
  wayLabel: '面谈',
  heldOn: '2026-03-12',
  place: '三楼会议室',
  people: '林小雨',
  proposers: ['沈若谷', '𠮷田'],
  said: '介绍了思路。',
  outcome: '同意。',
  file: null,
  state: 'recorded',
  stateLabel: '已记录',
  recordedBy: '林小雨',
  recordedAt: '2026-03-12T08:00:00.000Z',
  answer: null,
  answeredBy: null,
  ...more,
});
const shown = (contacts: CaseFile['contacts']): string =>
  markup(createElement(ContactsPart, { file: caseFile({ contacts }) }));

describe('the talks with the proposer', () => {
  it('should say that there is none where there is none', () => {
    expect(shown([])).toContain('还没有与提案者沟通的记录');
  });
  it('should show when, how, who, where, what was said and what came of it', () => {
    const page = shown([contact()]);
    for (const words of ['面谈', '沈若谷、𠮷田', '三楼会议室', '介绍了思路。', '同意。', '已记录'])
      expect(page).toContain(words);
  });
  it('should show what the proposer says to it, as the words of the proposer', () => {
    const page = shown([
      contact({ state: 'denied', stateLabel: '提案者否认', answer: '没来过。', answeredBy: '沈若谷' }),
    ]);
    expect(page).toContain('沈若谷的说明');
    expect(page).toContain('没来过。');
  });
  it('should show why a record was struck', () => {
    expect(shown([contact({ state: 'struck', answer: '日期有误。' })])).toContain('更正原因');
  });
  it('should lead to the picture where there is one', () => {
    expect(shown([contact({ file: { href: '/api/files/f1' } })])).toContain('href="/api/files/f1"');
  });
});
