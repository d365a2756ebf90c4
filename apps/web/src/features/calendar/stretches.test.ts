import { stretchesOf } from './stretches';

const day = (date: string, why = '元旦放假', working = false) => ({ date, weekday: '周五', why, working });
const drawn = (days: Parameters<typeof stretchesOf>[0]): string[] =>
  stretchesOf(days).map(({ why, first, last, length }) => `${why} ${first.date} ${last.date} ${length}`);

describe('days in a row', () => {
  it('should be one stretch over the end of a month and of a year', () => {
    expect(drawn([day('2022-12-31'), day('2023-01-01'), day('2023-01-02')])).toEqual([
      '元旦放假 2022-12-31 2023-01-02 3',
    ]);
  });

  it('should begin anew after a gap', () => {
    expect(drawn([day('2027-01-01'), day('2027-01-03')])).toHaveLength(2);
  });

  it('should begin anew where the reason changes', () => {
    expect(drawn([day('2027-02-13', '春节放假'), day('2027-02-14', '调休上班', true)])).toEqual([
      '春节放假 2027-02-13 2027-02-13 1',
      '调休上班 2027-02-14 2027-02-14 1',
    ]);
  });

  it('should be none where there is none', () => {
    expect(stretchesOf([])).toEqual([]);
  });
});
