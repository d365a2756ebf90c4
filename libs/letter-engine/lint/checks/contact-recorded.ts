import type { LetterCheck } from '../check';
import { isReply } from '../context';
import { nowhere } from '../letter-words';

/** Who answers has spoken with the proposer, and wrote it down. */
export const contactRecorded: LetterCheck = {
  id: 'contact-recorded',
  name: '没有沟通记录',
  rule: '答复前应当与提案者沟通并记录',
  severity: 'yellow',
  find: ({ model }, context) =>
    !isReply(model.kind) || context.case?.contactRecorded !== false
      ? []
      : [
          {
            message: '还没有与提案者沟通的记录。',
            excerpt: '',
            place: nowhere,
            fix: '与提案者沟通，登记时间、方式和意见；已经沟通的，补登记。',
          },
        ],
};
