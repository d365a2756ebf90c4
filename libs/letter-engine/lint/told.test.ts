import { told, toldWithPlace } from './told';

const finding = (message: string) => ({
  message,
  place: { path: 'title', start: 0, end: 1, label: '第二部分第3段' },
});

describe('what is told of a finding', () => {
  it.each([
    ['第二部分第3段里留有标记。', '留有标记。'],
    ['第二部分第3段的引号位置不对。', '引号位置不对。'],
    ['第二部分第3段末尾缺少句号。', '末尾缺少句号。'],
    ['没有叫“市工业信局”的单位。', '没有叫“市工业信局”的单位。'],
    ['里面有第二部分第3段。', '里面有第二部分第3段。'],
  ])('should not name its place twice: %s', (message, expected) => {
    expect(told(finding(message))).toBe(expected);
  });

  it('should name its place once in a line by itself', () => {
    expect(toldWithPlace(finding('第二部分第3段里留有标记。'))).toBe('第二部分第3段：留有标记。');
  });
});
