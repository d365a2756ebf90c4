import { CalendarFeed, DispatchAttempt, NoticeChoice, NoticeDispatch, Webhook } from './entities';

export * from './addresses';
export * from './channel';
export * from './choices';
export * from './dispatch/dispatches.queries';
export * from './dispatch/plan-dispatches';
export * from './dispatch/send-dispatch';
export * from './dispatch/sweep-dispatches';
export * from './entities';
export * from './house.usecases';
export * from './ical/calendar';
export * from './ical/calendar-feeds';
export * from './live/live-feed';
export * from './mail/mail-channel';
export * from './setup';
export * from './sms/sms-channel';
export * from './webhooks/formats';
export * from './webhooks/public-address';
export * from './webhooks/webhook-channel';

export const channelEntities = [
  NoticeChoice,
  Webhook,
  NoticeDispatch,
  DispatchAttempt,
  CalendarFeed,
] as const;
