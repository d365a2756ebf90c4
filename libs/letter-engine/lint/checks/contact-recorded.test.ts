import { importLetter } from '../../import/import-letter';
import { CLEAN_TEXT, editedText, slipsInCase, slipsInText, slipsOf } from '../testing/letters';
import { contactRecorded } from './contact-recorded';

describe('contacts with the proposer', () => {
  it('should be missed where none is recorded', () => {
    expect(slipsInCase(contactRecorded, { contactRecorded: false })).toHaveLength(1);
  });

  it('should be missed though the letter tells of one', () => {
    const slips = slipsInCase(contactRecorded, { contactRecorded: false }, [
      '用于添置桌椅和照明。',
      '5月6日，我局与提案者电话沟通。',
    ]);
    expect(slips).toHaveLength(1);
  });

  it('should be missed at no place of the letter', () => {
    const [slip] = slipsInCase(contactRecorded, { contactRecorded: false });
    expect([slip?.place.path, slip?.excerpt]).toEqual(['', '']);
  });

  it('should not be missed where one is recorded', () => {
    expect(slipsInCase(contactRecorded, { contactRecorded: true })).toEqual([]);
  });

  it('should not be missed where nobody keeps such records', () => {
    expect(slipsInCase(contactRecorded, { contactRecorded: null })).toEqual([]);
  });

  it('should not be missed in a bare file', () => {
    expect(slipsInText(contactRecorded, CLEAN_TEXT)).toEqual([]);
  });

  it('should not be asked of a co-handler’s opinion', () => {
    const opinion = importLetter(editedText(['第085041号提案答复的函', '第085041号提案的会办意见']));
    expect(slipsOf(contactRecorded, opinion)).toEqual([]);
  });
});
