import { editedText, excerpts, slipsAfter, slipsInText } from '../testing/letters';
import { yunling } from '../testing/place';
import { areaCode, withoutAreaCode } from './area-code';

const printed = (number: string): string[] => excerpts(slipsAfter(areaCode, ['0899-5550123', number]));

describe('landlines without an area code', () => {
  it.each(['5550123', '88325550', '555-0123', '8832-5550', '88325550-7038', '899-5550123'])(
    'should be found: %s',
    (number) => {
      expect(printed(number)).toEqual([number]);
    },
  );

  it('should be found beside one that has it', () => {
    expect(printed('0899-5550123、5550178')).toEqual(['5550178']);
  });

  it('should be told each once', () => {
    expect(printed('5550123；乔知远，5550123；邵珅，5550178')).toEqual(['5550123', '5550178']);
  });

  it('should be offered with the place’s code', () => {
    expect(slipsAfter(areaCode, ['0899-5550123', '5550123'])[0]?.replacement).toBe('0899-5550123');
  });

  it('should be offered with the 0 that was lost', () => {
    expect(slipsAfter(areaCode, ['0899-5550123', '899-5550123'])[0]?.replacement).toBe('0899-5550123');
  });

  it('should be told without an offer where the code is not known', () => {
    const text = editedText(['0899-5550123', '5550123']);
    const [slip] = slipsInText(areaCode, text, { place: { ...yunling, areaCode: null } });
    expect([slip?.excerpt, slip?.replacement]).toEqual(['5550123', undefined]);
  });

  it('should not be offered this city’s code in another city’s letter', () => {
    const text = editedText(['0899-5550123', '5550123']).replaceAll('云陵市', '江宁市');
    expect(slipsInText(areaCode, text)[0]?.replacement).toBeUndefined();
  });
});

describe('numbers that may stand', () => {
  it.each([
    '08995550123',
    '（0899）5550123',
    '0899 5550123',
    '0899—5550123',
    '021-88325550',
    '13800138000',
    '138-0013-8000',
    '138 0013 8000',
    '+86-899-5550123',
    '400-800-1234',
    '12345',
    '0899-5550123转8012',
  ])('should be let alone: %s', (number) => {
    expect(printed(number)).toEqual([]);
  });

  it('should be let alone in the running text', () => {
    expect(slipsAfter(areaCode, ['用于添置', '咨询电话5550123，用于添置'])).toEqual([]);
  });

  it('should be let alone where they are no telephone', () => {
    expect(printed('0899-5550123，邮编：5712340，云陵大道1668号')).toEqual([]);
  });

  it('should be told apart by themselves', () => {
    expect(['88325550', '0899-5550123', '13800138000'].map(withoutAreaCode)).toEqual([
      '88325550',
      null,
      null,
    ]);
  });
});
