import { createElement, type ComponentType } from 'react';
import type { CaseFile } from '../../shared/api/types';
import { caseFile, draft, letter, todoItem } from '../../testing/data';
import { markup, words } from '../../testing/render';
import { CaseRow } from '../todo/case-row';
import { DraftPart } from './draft-part';
import { LettersPart } from './letters-part';
import { Summary } from './summary';
import { TextPart } from './text-part';

const { proposal } = caseFile();
const merged = {
  ...{ id: 'p2', number: '135022', title: '关于装电梯的提案', reason: '内容相近。' },
  ...{ at: '2026-03-02T01:00:00Z', fullText: '第二件的全文。', proposers: ['乔木'], original: null },
};
const lead = { proposal: { ...proposal, merges: [merged] } };
const follower = {
  proposal: {
    ...proposal,
    mergedInto: { id: 'p9', number: '135009', title: '关于养老的提案', at: merged.at, reason: '内容相近。' },
  },
};
const html = (Part: ComponentType<{ file: CaseFile }>, more: Partial<CaseFile>): string =>
  markup(createElement(Part, { file: caseFile(more) }));
const read = (Part: ComponentType<{ file: CaseFile }>, more: Partial<CaseFile>): string =>
  words(html(Part, more));

describe('a merged case on its page', () => {
  it('should lead to the proposal that carries it', () => {
    expect(read(Summary, follower)).toContain('已并入第 135009 号《关于养老的提案》');
    expect(html(Summary, follower)).toContain('/proposals/p9');
  });

  it('should name what it carries, and print what those ask', () => {
    expect(read(Summary, lead)).toContain('一并答复：第 135022 号《关于装电梯的提案》');
    expect(read(TextPart, lead)).toContain('第二件的全文。');
  });

  it('should say of a suggestion and a proposer which proposal they belong to', () => {
    const suggestions = [{ id: 'g2', ordinal: 2, title: '装电梯', body: '', of: '135022' }];
    const proposers = [
      {
        ...{ id: 'q2', kind: 'member' as const, kindLabel: '委员', role: 'seconder' as const },
        ...{ roleLabel: '附议', name: '乔木', of: '135022' },
      },
    ];
    const text = read(TextPart, { ...lead, suggestions, proposers });
    expect(text).toContain('装电梯 第 135022 号');
    expect(text).toContain('乔木（委员，附议，第135022号）');
  });

  it('should say of a letter which numbers it answers', () => {
    const letters = [letter({ answers: ['135021', '135022'] })];
    expect(read(LettersPart, { ...lead, letters })).toContain('第 135021、135022 号');
  });
});

describe('a reply that becomes a letter for each proposal', () => {
  it('should be looked at as each of them', () => {
    const drafts = [draft({ alsoLetters: [{ proposalId: 'p2', number: '135022' }] })];
    expect(html(DraftPart, { drafts })).toContain('/preview.pdf?answers=p2');
  });
});

describe('a merged case in a list', () => {
  it('should lead to the one that carries it', () => {
    const row = todoItem({ mergedInto: { proposalId: 'p9', number: '135009' } });
    expect(markup(createElement(CaseRow, { row }))).toContain('/proposals/p9');
  });

  it('should name what it carries', () => {
    const row = todoItem({ merges: ['135022', '135023'] });
    expect(words(markup(createElement(CaseRow, { row })))).toContain('（并第 135022、135023 号）');
  });
});
