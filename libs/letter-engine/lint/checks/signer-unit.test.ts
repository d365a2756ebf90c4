import {
  editedLetter,
  editedText,
  excerpts,
  slipsAfter,
  slipsInCase,
  slipsInText,
  slipsOf,
} from '../testing/letters';
import { signerUnit } from './signer-unit';

const SIGNED = '云陵市文化广电旅游局\n\n2026年6月9日';
const by = (signer: string): string[] =>
  excerpts(slipsAfter(signerUnit, [SIGNED, `${signer}\n\n2026年6月9日`]));

describe('signers that are wrong', () => {
  it.each(['云陵市文化广电旅游局办公室', '云陵市文化广电旅游局公共服务科', '云陵市文化广电旅游局提案处'])(
    'should be found: the inner office %s',
    (signer) => {
      expect(by(signer)).toEqual([signer]);
    },
  );

  it.each(['云陵市教育和体育局', '云陵市文化广电体育局', '云陵市人民政府'])(
    'should be found: another unit, %s',
    (signer) => {
      expect(by(signer)).toEqual([`${signer} … 云陵市文化广电旅游局`]);
    },
  );

  it('should be found though head and title name the inner office too', () => {
    const text = editedText().replaceAll('云陵市文化广电旅游局', '云陵市文化广电旅游局办公室');
    expect(excerpts(slipsInText(signerUnit, text))).toEqual(['云陵市文化广电旅游局办公室']);
  });

  it('should be found: a unit that was not asked', () => {
    const slips = slipsInCase(signerUnit, { asked: ['市财政局', '市教育体育局'] });
    expect(excerpts(slips)).toEqual(['云陵市文化广电旅游局']);
  });

  it('should be offered as the head has it', () => {
    const [slip] = slipsAfter(signerUnit, [SIGNED, '云陵市教育和体育局\n\n2026年6月9日']);
    expect(slip?.replacement).toBe('云陵市文化广电旅游局');
  });

  it('should be pointed at', () => {
    const [slip] = slipsAfter(signerUnit, [SIGNED, '云陵市教育和体育局\n\n2026年6月9日']);
    expect(slip?.place.path).toBe('signature[0]');
  });
});

describe('signers that may stand', () => {
  it('should be the issuer', () => {
    expect(slipsInText(signerUnit, editedText())).toEqual([]);
  });

  it('should be the lead of the case', () => {
    expect(slipsInCase(signerUnit, {})).toEqual([]);
  });

  it('should be the issuer under its short name', () => {
    expect(by('云陵市文旅局')).toEqual([]);
  });

  it('should be an office that is a unit of its own', () => {
    const text = editedText().replaceAll('云陵市文化广电旅游局', '云陵市人民政府办公室');
    expect(slipsInText(signerUnit, text)).toEqual([]);
  });

  it('should be several units that issue jointly', () => {
    const signature = ['云陵市文化广电旅游局', '云陵市教育和体育局'];
    expect(slipsOf(signerUnit, { ...editedLetter(), signature })).toEqual([]);
  });

  it('should be nobody where the signature is missing', () => {
    expect(slipsOf(signerUnit, { ...editedLetter(), signature: [] })).toEqual([]);
  });
});
