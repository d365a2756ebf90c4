import type { NextAction } from '../../shared/api/types';
import { button, caseFile, draft, reviewStep } from '../../testing/data';
import { approvalOf, approvalWords, besidesOf, comparisonsOf, reviewOf } from './review';

const round = (number: number) => ({
  ...{ round: number, route: '一般答复', reason: '走“一般答复”流程。', begunAt: '2026-03-02T01:05:00Z' },
  ...{ begunBy: '卢谦', redline: `/r/${number}` },
});
const open = reviewStep({ id: 'r1', state: 'open', mine: true });

describe('what is under review', () => {
  it('should be nothing while no draft was sent on its way', () => {
    expect(reviewOf(caseFile({ drafts: [draft()] }))).toBeUndefined();
  });
  it('should be the draft that waits for me', () => {
    const drafts = [draft({ id: 'd1', steps: [open] }), draft({ id: 'd2', steps: [reviewStep()] })];
    expect(reviewOf(caseFile({ drafts }))?.draft.id).toBe('d1');
  });
  it('should offer the buttons of my step alone, the decision apart from the others', () => {
    const of = (command: NextAction['command'], targetId: string) => button({ command, targetId });
    const nextActions = [
      of('reviewStep.delegate', 'r1'),
      of('reviewStep.sendBack', 'r1'),
      of('reviewStep.approve', 'r1'),
      of('reviewStep.withdraw', 'r0'),
    ];
    const review = reviewOf(caseFile({ drafts: [draft({ steps: [open] })], nextActions }));
    expect([approvalOf(review!)?.targetId, besidesOf(review!).map(({ command }) => command)]).toEqual([
      'r1',
      ['reviewStep.sendBack', 'reviewStep.delegate'],
    ]);
  });
});

describe('the words on the button', () => {
  const sign = reviewStep({ id: 'r2', stage: 2, name: '签发' });
  it('should name the step that comes next', () => {
    expect(approvalWords('同意', open, [open, sign])).toBe('同意并送签发');
  });
  it('should promise nothing while somebody beside me has not decided', () => {
    const beside = reviewStep({ id: 'r3', state: 'open' });
    expect(approvalWords('同意', open, [open, beside, sign])).toBe('同意');
  });
  it('should say what the last one does', () => {
    const last = { ...open, name: '签发' };
    expect(approvalWords('同意', last, [last])).toBe('同意，签发');
  });
});

describe('what the text is compared with', () => {
  it('should be what I saw last before anything else', () => {
    const seen = { ...open, redline: '/r/mine' };
    const review = reviewOf(caseFile({ drafts: [draft({ steps: [seen], rounds: [round(1), round(2)] })] }));
    expect(comparisonsOf(review!).map(({ href }) => href)).toEqual(['/r/mine', '/r/1', '/r/2']);
  });
});
