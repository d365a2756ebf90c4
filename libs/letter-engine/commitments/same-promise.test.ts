import { samePromise } from './same-promise';

describe('two texts that promise the same', () => {
  it.each([
    ['年底前建成十处', '我局将于年底前建成十处共享充电桩。'],
    ['2027年6月底前覆盖十个园区', '市商务局将牵头开展共享试点，预计2027年6月底前覆盖十个园区'],
    ['建成共享充电桩十处，年底前完成', '我局年底前建成十处共享充电桩'],
  ])('should be known as one: %s', (one, other) => {
    expect([samePromise(one, other), samePromise(other, one)]).toEqual([true, true]);
  });

  it.each([
    ['年底前建成十处', '年底前印发管理办法，明确收费标准'],
    ['修订地方标准', '开展共享试点，覆盖十个园区'],
    ['', '年底前建成十处'],
  ])('should be kept apart where they differ: %s', (one, other) => {
    expect(samePromise(one, other)).toBe(false);
  });
});
