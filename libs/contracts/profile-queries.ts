import * as answers from './answers/profile';
import { publishProfile } from './commands/profile';
import { wordingChangesQuery, wordingPreviewBody } from './query-inputs';
import type { QuerySpec } from './query-spec';

/** The place's own rules and words, as its administrator reads them. */
export const profileQueries = {
  placeProfile: {
    method: 'get',
    path: '/place-profiles',
    summary: '地方配置：现行文件、各版本和在办件数',
    tag: '系统',
    answer: answers.placeProfileAnswer,
  },
  profilePreview: {
    method: 'post',
    path: '/place-profiles/preview',
    summary: '预览：改动的配置会带来什么，不发布',
    tag: '系统',
    body: publishProfile,
    answer: answers.profilePreviewAnswer,
  },
  letterWording: {
    method: 'get',
    path: '/letter-wording',
    summary: '信函用语：各段现行的写法和各版本',
    tag: '系统',
    answer: answers.letterWordingAnswer,
  },
  wordingPreview: {
    method: 'post',
    path: '/letter-wording/preview',
    summary: '预览：按未保存的用语拟一封样函',
    tag: '系统',
    body: wordingPreviewBody,
    answer: answers.wordingPreviewAnswer,
  },
  wordingChanges: {
    method: 'get',
    path: '/letter-wording/changes',
    summary: '两个版本之间信函用语的不同',
    tag: '系统',
    query: wordingChangesQuery,
    answer: answers.wordingChangesAnswer,
  },
} as const satisfies Record<string, QuerySpec>;
