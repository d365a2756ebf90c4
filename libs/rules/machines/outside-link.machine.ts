import { defineMachine } from './machine';

/** 外部链接: for one purpose; a new one for the same purpose takes the place of the old. That it runs out is read off its day. */
export const outsideLinkMachine = defineMachine({
  aggregate: 'outside_link',
  label: '外部链接',
  final: ['revoked', 'replaced'],
  transitions: [
    { action: 'opinion.inviteByLink', from: 'none', to: 'live' },
    { action: 'outsideLink.revoke', from: ['live'], to: 'revoked' },
    { action: 'outsideLink.replace', from: ['live'], to: 'replaced', by: 'system' },
  ],
});
