import { z } from 'zod';
import { date, flag, line, optionalProse, prose } from '../fields';
import { nothing } from './common';

const confirmed = (title: string) => flag(title).refine((said) => said, { message: `请确认：${title}` });

export const publicationInputs = {
  'letter.preparePublication': nothing,
  'publication.approve': z.strictObject({
    secrets: confirmed('不涉及国家秘密、工作秘密'),
    privacy: confirmed('不涉及个人隐私'),
    trade: confirmed('不涉及商业秘密'),
    copy: confirmed('已通读公开稿，遮盖无遗漏'),
  }),
  'publication.refuse': z.strictObject({ reason: prose(2000, '要改什么') }),
  'publication.bar': z.strictObject({ reason: prose(2000, '不予公开的理由') }),
  'publication.withdraw': z.strictObject({ reason: prose(2000, '撤下的理由') }),
  'proposal.recordConsent': z.strictObject({
    consent: flag('提案者同意公开'),
    names: flag('同意具名').default(false),
    how: line(200, '怎样表示的（书面、电话、当面）'),
    on: date('日期'),
  }),
  'proposal.close': z.strictObject({ note: optionalProse(2000, '附言') }),
  'proposal.reopen': z.strictObject({ reason: prose(2000, '重新开启的原因') }),
} as const;
