import type { UseQueryResult } from '@tanstack/react-query';
import { createElement } from 'react';
import { markup, words } from '../../testing/render';
import { Problem } from '../api/problem';
import { Answer, Failure, Loading, NotFound, Nothing, RouteFailure } from './states';

const asked = (query: Partial<UseQueryResult<string>>): string =>
  markup(
    createElement(Answer<string>, {
      query: { data: undefined, error: null, ...query } as UseQueryResult<string>,
      children: (data) => `答：${data}`,
    }),
  );
const failed = (status: number, detail = '原因。'): string =>
  words(markup(createElement(Failure, { problem: new Problem(status, 'x', detail) })));

describe('an answer', () => {
  it('should be drawn once it is there', () => {
    expect(words(asked({ data: '有' }))).toBe('答：有');
  });
  it('should be drawn even when it is empty', () => {
    expect(words(asked({ data: '' }))).toBe('答：');
  });
  it('should be waited for in words that are read out', () => {
    expect(asked({})).toContain('role="status" aria-label="正在载入"');
  });
  it('should give way to the reason when it did not come', () => {
    expect(words(asked({ error: new Problem(500, 'x', '服务器出错。') }))).toContain('服务器出错。');
  });
  it('should stay when it could not be renewed', () => {
    expect(words(asked({ data: '有', error: new Problem(500, 'x', '服务器出错。') }))).toContain('答：有');
  });
  it('should be called old when it could not be renewed', () => {
    expect(words(asked({ data: '有', error: new Problem(500, 'x', '服务器出错。') }))).toContain(
      '下面可能不是最新的：服务器出错。',
    );
  });
  it('should offer to be renewed when that failed', () => {
    expect(words(asked({ data: '有', error: new TypeError('Failed to fetch') }))).toContain('再试一次');
  });
  it('should not be called old when it is new', () => {
    expect(words(asked({ data: '有' }))).not.toContain('不是最新');
  });
});

describe('a failure', () => {
  it('should be a page that is not there when the server does not know it', () => {
    expect(failed(404)).toContain('没有这一页');
  });
  it('should not tell what the server says of a case one may not know of', () => {
    expect(failed(404, '第 135021 号')).not.toContain('135021');
  });
  it('should say whose page it is when one may not see it', () => {
    expect(failed(403, '人员由系统管理员维护。')).toContain('您的职责不包括这一页人员由系统管理员维护。');
  });
  it('should not offer to try again what one may not do', () => {
    expect(failed(403)).not.toContain('再试一次');
  });
  it.each([0, 429, 500, 503])('should offer to try again after %i', (status) => {
    expect(failed(status)).toContain('再试一次');
  });
  it.each([403, 404])('should lead back to the worklist after %i', (status) => {
    expect(failed(status)).toContain('回到待办');
  });
  it('should be a heading, so that it is found', () => {
    expect(markup(createElement(NotFound))).toContain('<h1>没有这一页</h1>');
  });
  it('should be the same when a whole route fails', () => {
    const error = new Problem(500, 'x', '服务器出错。');
    const html = markup(createElement(RouteFailure, { error, reset: () => undefined }));
    expect(words(html)).toContain('没有载入成功服务器出错。再试一次');
  });
});

describe('nothing', () => {
  it('should be said in words', () => {
    expect(words(markup(createElement(Nothing, { words: '还没有交办。' })))).toContain('还没有交办。');
  });
  it('should leave room for what to do about it', () => {
    expect(words(markup(createElement(Nothing, { words: '空。', children: '登记一件' })))).toContain(
      '登记一件',
    );
  });
});

describe('waiting', () => {
  it('should keep about the room that the answer will take', () => {
    expect(markup(createElement(Loading, { rows: 3 })).match(/<li/g)).toHaveLength(3);
  });
});
