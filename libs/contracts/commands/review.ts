import { z } from 'zod';
import { chosen, flag, ink, line, oneOf, optionalProse, prose } from '../fields';
import { signerPlaces } from '../words';
import { nothing } from './common';

const PHRASES = { suggest: 'phrases' } as const;

export const reviewInputs = {
  'reviewStep.read': nothing,
  'reviewStep.approve': z.strictObject({
    comment: optionalProse(2000, '意见', PHRASES),
    /** Stands on the sign-off sheet where the words would; the words stay for who cannot see it. */
    ink: ink('手写签批', { description: '用笔、手指或鼠标写；不便手写的，上面打字就行。' })
      .nullable()
      .default(null),
    /** The digest of the text on the screen; null: whatever stands. */
    seen: line(64, '所见文字的摘要', { widget: 'hidden' }).nullable().default(null),
  }),
  'reviewStep.sendBack': z.strictObject({
    comment: prose(2000, '退回意见', PHRASES),
    /** The step's id, or `drafter`. */
    to: line(40, '退回到', { choices: 'backTo' }).default('drafter'),
    direct: flag('改后直送我').default(false),
  }),
  'reviewStep.overrule': z.strictObject({
    finding: line(500, '检查发现', { choices: 'findings' }),
    reason: prose(500, '保留的理由', PHRASES),
  }),
  'reviewStep.addSigner': z.strictObject({
    /** `person:` with an id, or `duty:` with a duty. */
    signer: line(60, '请谁加签', { choices: 'signers' }),
    place: oneOf(signerPlaces, '什么时候看').default('before'),
    note: optionalProse(500, '说明', PHRASES),
  }),
  'reviewStep.delegate': z.strictObject({
    personId: chosen('委托给', 'people'),
    note: optionalProse(500, '说明', PHRASES),
  }),
  'reviewStep.withdraw': nothing,
} as const;
