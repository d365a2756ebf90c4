import type { LetterCheck } from '../check';
import { classMark } from '../class-mark';
import { isReply } from '../context';
import { nowhere } from '../letter-words';
import { isOfPlace } from '../unit-index';

/** A reply has a class, printed or not. */
export const classMissing: LetterCheck = {
  id: 'class-missing',
  name: '没有办理结果类别',
  rule: '答复应当标明办理结果类别（各地的分类办法）',
  severity: 'yellow',
  find: ({ model }, { place, source }) =>
    !isReply(model.kind) || classMark(model, source) !== null || !isOfPlace(model, place)
      ? []
      : [
          {
            message: '没有标明办理结果的类别。',
            excerpt: '',
            place: nowhere,
            fix: '按办理情况选定类别，标在首页。',
          },
        ],
};
