import { createElement } from 'react';
import type { Finding } from '../../shared/api/types';
import { findingsQuery } from '../../shared/api/queries';
import { draft, reviewStep } from '../../testing/data';
import { markup, words } from '../../testing/render';
import { FindingsPart } from './findings-part';
import { ReviewSteps } from './review-steps';

const finding = (more: Partial<Finding> = {}): Finding => ({
  id: 'left-over-marks',
  check: '残留的排版标记',
  rule: '成文公文不得带有编辑标记',
  severity: 'red',
  message: '留有标记“**”。',
  excerpt: '**',
  place: { path: 'title', start: 0, end: 2, label: '标题' },
  alsoAt: [],
  fix: '删去这个标记。',
  replacement: null,
  overruled: false,
  ...more,
});
const drawn = (findings?: Finding[]): string =>
  words(
    markup(
      createElement(FindingsPart, { draft: draft() }),
      findings ? [[findingsQuery(draft().id).queryKey, { findings }]] : [],
    ),
  );

describe('the findings of a draft', () => {
  it('should say that the checks are running', () => {
    expect(drawn()).toContain('正在检查');
  });

  it('should say that nothing was found', () => {
    expect(drawn([])).toContain('没有发现问题');
  });

  it('should say where the slip is and what it is', () => {
    expect(drawn([finding()])).toContain('标题：留有标记“**”。');
  });

  it('should say what to do', () => {
    expect(drawn([finding()])).toContain('删去这个标记。');
  });

  it('should say on what the check rests', () => {
    expect(drawn([finding()])).toContain('残留的排版标记：成文公文不得带有编辑标记');
  });

  it.each([
    ['必须改', finding()],
    ['请看看', finding({ severity: 'yellow' })],
    ['已准予保留', finding({ overruled: true })],
  ])('should call it %s', (word, one) => {
    expect(drawn([one])).toContain(`${word} 标题`);
  });

  it('should count what is open by weight', () => {
    const three = [
      finding(),
      finding({ severity: 'yellow', excerpt: 'a' }),
      finding({ overruled: true, excerpt: 'b' }),
    ];
    expect(drawn(three)).toContain('必须改 1 处，请看看 1 处');
  });
});

describe('the sign-off sheet', () => {
  it('should keep what the signer let stand, and why', () => {
    const overrule = {
      check: '残留的排版标记',
      excerpt: '**',
      reason: '附表沿用。',
      by: '何文',
      at: '2026-06-01T02:00:00Z',
    };
    const sheet = words(
      markup(
        createElement(ReviewSteps, { draft: draft({ steps: [reviewStep({ overrules: [overrule] })] }) }),
      ),
    );
    expect(sheet).toContain('准予保留“**”：附表沿用。 何文');
  });

  it('should name the check where a whole check was let stand beforehand', () => {
    const overrule = {
      check: '日期与字号的年份',
      excerpt: '',
      reason: '补发。',
      by: '何文',
      at: '2026-06-01T02:00:00Z',
    };
    const sheet = words(
      markup(
        createElement(ReviewSteps, { draft: draft({ steps: [reviewStep({ overrules: [overrule] })] }) }),
      ),
    );
    expect(sheet).toContain('准予保留“日期与字号的年份”');
  });
});
