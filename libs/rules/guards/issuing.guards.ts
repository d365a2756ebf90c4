import type { Guard } from './guard';

const noLetterYet: Guard = (snapshot) =>
  snapshot.letters.length === 0 ? null : '答复函已经发文，不能再改。';

const filesReady: Guard = (snapshot, targetId) =>
  snapshot.letters.find((letter) => letter.id === targetId)?.filesReady
    ? null
    : '正式文件还在生成，请稍候再送达。';

export const issuingGuards = { noLetterYet, filesReady } as const;
