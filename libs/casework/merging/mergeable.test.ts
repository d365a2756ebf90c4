import { likeness } from './mergeable.queries';

describe('how like two titles are', () => {
  it('should be nothing where they share only what every title has', () => {
    expect(likeness('关于加快充电桩建设的提案', '关于整治噪声的提案')).toBe(0);
  });

  it('should be more for the same subject than for another', () => {
    const own = '关于推进充电桩进小区的提案';
    expect(likeness(own, '关于小区充电桩安全的建议')).toBeGreaterThan(
      likeness(own, '关于推进旧城改造的提案'),
    );
  });

  it('should be the whole for the same title', () => {
    expect(likeness('关于充电桩的提案', '关于充电桩的建议')).toBe(1);
  });
});
