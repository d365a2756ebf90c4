import { defineMachine } from './machine';

/** 送达: one recipient's copy. */
export const deliveryMachine = defineMachine({
  aggregate: 'delivery',
  label: '送达',
  final: ['received'],
  transitions: [
    { action: 'letter.deliver', from: 'none', to: 'sent', effects: ['tellRecipients'] },
    { action: 'delivery.record', from: ['sent'], to: 'sent' },
    { action: 'delivery.confirm', from: ['sent'], to: 'received' },
    { action: 'delivery.receive', from: ['sent'], to: 'received' },
    { action: 'delivery.open', from: ['sent'], to: 'received', by: 'system' },
  ],
});
