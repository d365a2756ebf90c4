import type { LetterModel } from '../../model/model';
import type { LetterCheck } from '../check';
import { matches, nowhere, type Piece } from '../letter-words';
import { dateLine } from '../source-lines';
import { slipAt } from '../spots';

const BLANKS = new RegExp(
  [
    '[_＿﹍]{2,}',
    '[×✕╳✗]{2,}|[○●△]{2,}|□+',
    '(?<![A-Za-z\\d./@:_-])[Xx]{2,}(?![A-Za-z\\d./@:_-])',
    '某某某?|(?<=\\d{2})[xX×]{1,2}年',
    // Brackets with nothing in them.
    '[（(]\\s*[）)]|【\\s*】|《\\s*》|“\\s*”|〔\\s*〕|\\[\\s*\\]',
    // Dates and numbers without their digits.
    '\\d{4}年\\s*月\\s*日|\\d{4}年\\s*月(?=[，。、；）)至—\\-前起止]|$)',
    '\\d月\\s*日(?=[，。、；）)至—\\-前起止]|$)',
    '(?<![出生某学何])(?<![\\d])年\\s*月\\s*日(?!期)',
    '第\\s*号(?=提案|建议|议案|[）)，。]|$)|〕\\s*号',
    '(?:约|共计|共投入|总投资|合计|累计投入|安排资金)\\s*(?:[万亿]?元|万人次|人次)(?=[，。；、]|$)',
    '\\d{4}年[×xX]{1,2}月|×(?=[个家人元万亿年月日号局委])',
    '[（(【][^（()）】]{0,8}(?:请|待|需|由)[^（()）】]{0,10}(?:补充|填写|补填|核实|确认|完善)[^（()）】]{0,6}[）)】]|[（(【][^（()）】]{0,8}待[定补核填][^（()）】]{0,4}[）)】]',
    // Words that stand for words to come.
    '待(?:补充|填写|插入|补填|填充|补录)|[（(【[]\\s*(?:待[^）)】\\]]{1,8}|略|空|请?填写[^）)】\\]]{0,12}|请?补充[^）)】\\]]{0,12}|此处[^）)】\\]]{0,16})\\s*[）)】\\]]',
    '(?:此处|这里)(?:请)?(?:填写|插入|补充|填|写|略)[^，。；]{0,10}|请在此[^，。；]{0,10}',
    '\\b(?:TODO|TBD|FIXME|XXX|N/A|lorem ipsum)\\b[:：]?',
    '[?？]{2,}|(?<=\\S)[ \\u3000]{4,}(?=\\S)',
  ].join('|'),
  'gi',
);
/** A label that nothing follows. */
const LABEL = /(?:联系人(?:及电话)?|联系电话|电话|姓名)\s*[:：]\s*(?=[，,；;。]|$)/g;

/** Lines the import could not read because something in them is blank; the date is another check's. */
const lost = (model: LetterModel, source: string | null): Piece[] => {
  const date = source === null ? null : dateLine(source);
  return model.unparsed
    .filter((line) => line !== date && line.length <= 60)
    .map((text): Piece => ({ kind: 'annotation', path: '', label: '落款处', text, section: null }));
};

/** A place left open for words that never came. */
export const blankLeft: LetterCheck = {
  id: 'blank-left',
  name: '留有空白',
  rule: '成文公文不得留空、待填',
  severity: 'red',
  find({ model, pieces }, { source }) {
    // A rating form is there to be filled in.
    if (model.kind === 'commentRequest') return [];
    const all = [...pieces.filter(({ kind }) => kind !== 'cell'), ...lost(model, source)];
    const notes = all.filter(({ kind }) => kind === 'annotation');
    return [...matches(all, BLANKS), ...matches(notes, LABEL)].map((spot) => ({
      ...slipAt(spot, {
        message: `${spot.place.label}的“${spot.text}”处没有填写。`,
        fix: '补上内容，或者删去这一处。',
      }),
      ...(spot.place.path === '' ? { place: { ...nowhere, label: spot.place.label } } : {}),
    }));
  },
};
