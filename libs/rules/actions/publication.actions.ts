import { defineActions } from './action-rule';

/** What leads a letter to the public, and away from it again. */
export const publicationActions = defineActions({
  'publication.approve': {
    label: '同意公开',
    target: 'publication',
    duties: ['reviewer', 'leader'],
    relation: 'reply unit',
    afterClosing: true,
    todo: true,
  },
  'publication.refuse': {
    label: '退回重做公开稿',
    target: 'publication',
    duties: ['reviewer', 'leader'],
    relation: 'reply unit',
    afterClosing: true,
  },
  'publication.bar': {
    label: '不予公开',
    target: 'publication',
    duties: ['reviewer', 'leader'],
    relation: 'reply unit',
    afterClosing: true,
  },
  'letter.preparePublication': {
    label: '制作公开稿',
    target: 'letter',
    duties: ['drafter', 'proposal_office'],
    relation: 'reply drafter',
    guards: ['letterGatesOpen', 'notPublishedYet'],
    onlyWhenPossible: true,
    afterClosing: true,
    todo: true,
  },
  'publication.withdraw': {
    label: '撤下公开',
    target: 'publication',
    duties: ['leader', 'head'],
    relation: 'reply unit',
    afterClosing: true,
  },
  'publication.takeDown': {
    label: '不再公开',
    target: 'publication',
    duties: [],
    relation: 'reply unit',
    afterClosing: true,
  },
  'proposal.recordConsent': {
    label: '登记提案者是否同意公开',
    target: 'proposal',
    duties: ['coordinator'],
    relation: 'anywhere',
    guards: ['notWithdrawn'],
    afterClosing: true,
  },
});
