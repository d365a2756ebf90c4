import { defineMachine } from './machine';

/** 公开稿: prepared by one person, let out by another, taken down at once when a gate closes. */
export const publicationMachine = defineMachine({
  aggregate: 'publication',
  label: '公开',
  final: ['refused', 'barred', 'withdrawn'],
  transitions: [
    {
      action: 'letter.preparePublication',
      from: 'none',
      to: 'prepared',
      effects: ['tellPublicationReviewers'],
    },
    {
      action: 'publication.approve',
      from: ['prepared'],
      to: 'published',
      guards: ['gatesOpen'],
      effects: ['meetPublishClock'],
    },
    { action: 'publication.refuse', from: ['prepared'], to: 'refused', effects: ['tellPreparer'] },
    {
      action: 'publication.bar',
      from: ['prepared'],
      to: 'barred',
      effects: ['cancelPublishClock', 'tellPreparer'],
    },
    { action: 'publication.withdraw', from: ['published'], to: 'withdrawn', effects: ['tellPreparer'] },
    {
      action: 'publication.takeDown',
      from: ['prepared', 'published'],
      to: 'withdrawn',
      by: 'system',
      effects: ['cancelPublishClock', 'tellPreparer'],
    },
  ],
});
