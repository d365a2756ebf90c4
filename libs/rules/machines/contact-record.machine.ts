import { defineMachine } from './machine';

/** 沟通记录: written down by the unit, confirmed or denied by the proposer on the personal link. */
export const contactRecordMachine = defineMachine({
  aggregate: 'contact_record',
  label: '沟通记录',
  final: ['confirmed', 'denied', 'struck'],
  transitions: [
    {
      action: 'assignment.recordContact',
      from: 'none',
      to: 'recorded',
      effects: ['meetContactClock'],
    },
    { action: 'contactRecord.strike', from: ['recorded'], to: 'struck' },
    { action: 'contactRecord.confirm', from: ['recorded'], to: 'confirmed', by: 'system' },
    { action: 'contactRecord.deny', from: ['recorded'], to: 'denied', by: 'system' },
  ],
});
