import { editedLetter, editedText, excerpts, slipsAfter, slipsInText, slipsOf } from '../testing/letters';
import { publicationFits } from './publication-fits';

const said = (words: string): string[] => excerpts(slipsAfter(publicationFits, ['主动公开', words]));

describe('ways of publication that are none', () => {
  it.each(['主动公布', '公开', '申请公开', '部分公开', '内部公开', '同意', '暂不公开', '依法公开'])(
    'should be found: %s',
    (words) => {
      expect(said(words)).toEqual([words]);
    },
  );

  it('should be pointed at', () => {
    expect(slipsAfter(publicationFits, ['主动公开', '公开'])[0]?.place.path).toBe('publication');
  });

  it('should be found where the head says otherwise', () => {
    const slips = slipsAfter(publicationFits, ['（B类）', '不予公开\n\n（B类）']);
    expect(slips).toHaveLength(1);
  });
});

describe('ways of publication that are known', () => {
  it.each(['主动公开', '依申请公开', '不予公开', '同意公开', '予以公开', '不同意公开'])(
    'should be let alone: %s',
    (words) => {
      expect(slipsOf(publicationFits, { ...editedLetter(), publication: words })).toEqual([]);
    },
  );

  it('should be let alone where head and foot say the same', () => {
    expect(slipsAfter(publicationFits, ['（B类）', '同意公开\n\n（B类）'])).toEqual([]);
  });

  it('should be let alone where the text speaks of publishing something', () => {
    expect(
      slipsAfter(publicationFits, ['用于添置桌椅和照明。', '课程表依申请公开，不予公开的除外。']),
    ).toEqual([]);
  });

  it('should be left to the check of lines where there is none', () => {
    expect(slipsInText(publicationFits, editedText(['公开方式：主动公开。\n', '']))).toEqual([]);
  });
});
