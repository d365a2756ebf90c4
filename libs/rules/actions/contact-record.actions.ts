import { defineActions } from './action-rule';

/** What is done with the record of a talk with the proposer. */
export const contactRecordActions = defineActions({
  'assignment.recordContact': {
    label: '记录沟通',
    target: 'assignment',
    duties: ['drafter', 'proposal_office'],
    relation: 'own reply',
    guards: ['takenOn'],
    onlyWhenPossible: true,
  },
  'contactRecord.strike': {
    label: '更正沟通记录',
    target: 'contact_record',
    duties: ['drafter', 'proposal_office'],
    relation: 'reply drafter',
  },
  'contactRecord.confirm': {
    label: '确认沟通',
    target: 'contact_record',
    duties: [],
    relation: 'reply drafter',
  },
  'contactRecord.deny': {
    label: '否认沟通',
    target: 'contact_record',
    duties: [],
    relation: 'reply drafter',
  },
});
