import { editedLetter, editedText, excerpts, slipsAfter, slipsInText, slipsOf } from '../testing/letters';
import { linesOrder } from './lines-order';

const NUMBER = '云文旅函〔2026〕52号\n\n';
const TITLE = '云陵市文化广电旅游局关于市政协八届五次会议第085041号提案答复的函\n\n';
const SIGNED = '云陵市文化广电旅游局\n\n';
const DATE = '2026年6月9日\n\n';
const CONTACT = '（联系人及电话：舒砚，0899-5550123）\n\n';
const PUBLICATION = '公开方式：主动公开。\n\n';
const COPIES = /抄送：[^\n]*\n/;
const COPY_LINE = '抄送：市政协提案委、市政府办公室、市财政局、市教育体育局、市人力资源社会保障局。\n\n';

describe('lines out of their order', () => {
  it('should be found: the date above the signature', () => {
    expect(excerpts(slipsAfter(linesOrder, [SIGNED + DATE, DATE + SIGNED]))).toHaveLength(1);
  });

  it('should be found: the contact above the signature', () => {
    const slips = slipsAfter(linesOrder, [CONTACT, ''], [SIGNED + DATE, CONTACT + SIGNED + DATE]);
    expect(excerpts(slips)).toEqual(['（联系人及电话：舒砚，0899-5550123）']);
  });

  it('should be found: the contact above the date', () => {
    expect(excerpts(slipsAfter(linesOrder, [DATE + CONTACT, CONTACT + DATE]))).toHaveLength(1);
  });

  it('should be found: publication below the copies', () => {
    const slips = slipsAfter(linesOrder, [PUBLICATION, ''], [COPIES, COPY_LINE + PUBLICATION]);
    expect(slips).toHaveLength(1);
  });

  it('should be found: copies above the date', () => {
    const slips = slipsAfter(linesOrder, [COPIES, ''], [DATE, COPY_LINE + DATE]);
    expect(excerpts(slips)).toEqual([COPY_LINE.trim()]);
  });

  it('should be found: publication above the contact', () => {
    expect(slipsAfter(linesOrder, [CONTACT + PUBLICATION, PUBLICATION + CONTACT])).toHaveLength(1);
  });

  it('should be found: the number below the title', () => {
    expect(slipsAfter(linesOrder, [NUMBER + TITLE, TITLE + NUMBER])).toHaveLength(1);
  });

  it('should say where the line belongs', () => {
    const [slip] = slipsAfter(linesOrder, [CONTACT, ''], [SIGNED + DATE, CONTACT + SIGNED + DATE]);
    expect(slip?.fix).toBe('把附注移到公开方式之前。');
  });
});

describe('lines in their order', () => {
  it('should be those of the clean letter', () => {
    expect(slipsInText(linesOrder, editedText())).toEqual([]);
  });

  it.each([[CONTACT], [PUBLICATION], [DATE], [NUMBER]])(
    'should be those left when one is missing: %s',
    (line) => {
      expect(slipsAfter(linesOrder, [line, ''])).toEqual([]);
    },
  );

  it('should be those of a title broken over lines', () => {
    expect(
      slipsAfter(linesOrder, [
        TITLE,
        '云陵市文化广电旅游局\n关于市政协八届五次会议第085041号提案答复的函\n\n',
      ]),
    ).toEqual([]);
  });

  it('should not be asked of a web page’s head', () => {
    const page = slipsAfter(linesOrder, [NUMBER + TITLE, `${TITLE}来源：云陵市政府网\n\n${NUMBER}`]);
    expect(page).toEqual([]);
  });

  it('should be those of a page that prints the title twice', () => {
    expect(slipsAfter(linesOrder, [NUMBER + TITLE, TITLE + NUMBER + TITLE])).toEqual([]);
  });

  it('should be those of a contact without brackets that ends the text', () => {
    const slips = slipsAfter(linesOrder, [CONTACT, ''], [SIGNED + DATE, `联系人：舒砚\n\n${SIGNED}${DATE}`]);
    expect(slips).toEqual([]);
  });

  it('should not be asked of a draft', () => {
    expect(slipsOf(linesOrder, editedLetter())).toEqual([]);
  });
});
