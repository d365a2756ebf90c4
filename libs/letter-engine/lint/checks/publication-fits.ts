import type { LetterCheck } from '../check';
import { nowhere, wholeOf } from '../letter-words';
import { linesOf } from '../source-lines';

/** What each printed form means; forms of one meaning may stand side by side. */
const FORMS: Readonly<Record<string, 'open' | 'request' | 'closed'>> = {
  主动公开: 'open',
  同意公开: 'open',
  予以公开: 'open',
  可以公开: 'open',
  全文公开: 'open',
  公开发布: 'open',
  此件公开发布: 'open',
  摘要公开: 'open',
  删减后公开: 'open',
  此件删减后公开: 'open',
  依申请公开: 'request',
  不予公开: 'closed',
  不同意公开: 'closed',
  不宜公开: 'closed',
  不公开: 'closed',
};

const meaning = (words: string): 'open' | 'request' | 'closed' | undefined =>
  Object.hasOwn(FORMS, words) ? FORMS[words] : FORMS[words.replace(/^此件/, '')];

/** The way of publication is one of the known ones, and the letter says only one. */
export const publicationFits: LetterCheck = {
  id: 'publication-fits',
  name: '公开方式有误',
  rule: '公开方式是主动公开、依申请公开或者不予公开（《政府信息公开条例》）',
  severity: 'red',
  find({ model, pieces }, { source }) {
    const piece = pieces.find(({ kind }) => kind === 'publication');
    const said = (model.publication ?? '').replace(/[。.\s]/g, '');
    if (!piece || said === '') return [];
    const own = meaning(said);
    if (own === undefined)
      return [
        {
          message: `没有“${piece.text}”这种公开方式。`,
          excerpt: piece.text,
          place: wholeOf(piece).place,
          fix: '写主动公开、依申请公开或者不予公开。',
        },
      ];
    const other = linesOf(source ?? '')
      .map((line) => line.replace(/^公开(?:方式|属性|类别|形式)\s*[:：]|[。.\s]|[（(【\]）)】]/g, ''))
      .find((line) => meaning(line) !== undefined && meaning(line) !== own);
    return other === undefined
      ? []
      : [
          {
            message: `公开方式写了“${said}”，又写了“${other}”。`,
            excerpt: `${piece.text} … ${other}`,
            place: wholeOf(piece).place,
            alsoAt: [nowhere],
            fix: '核定一种公开方式，删去另一处。',
          },
        ];
  },
};
