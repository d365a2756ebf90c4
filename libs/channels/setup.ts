import { FuhanError } from '@fuhan/kernel';
import type { Seal, Settings } from '@fuhan/platform';
import type { OutsideChannel } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import type { Channels } from './channel';
import { MailChannel } from './mail/mail-channel';
import { SmsChannel, SmsOutbox } from './sms/sms-channel';
import { WebhookChannel } from './webhooks/webhook-channel';

export type ChannelSettings = Pick<
  Settings,
  'SMTP_URL' | 'MAIL_FROM' | 'SMS_OUTBOX_DIR' | 'WEBHOOK_ALLOW_PRIVATE'
>;

function mailOf({ SMTP_URL: url, MAIL_FROM: from }: ChannelSettings): Channels {
  if (url === undefined) return {};
  if (from === undefined)
    throw new FuhanError('config.invalid', {
      detail: '设置了 SMTP_URL，还要设置 MAIL_FROM，写成 复函 <fuhan@example.gov.cn> 的样子。',
    });
  return { mail: new MailChannel({ url, from }) };
}

/** The channels this installation's settings set up. Robots need nothing but a unit that has one. @throws FuhanError `config.invalid` */
export function channelsOf(
  settings: ChannelSettings,
  em: EntityManager,
  seal: Seal,
  now: () => Date,
): Channels {
  const { SMS_OUTBOX_DIR: smsOutbox } = settings;
  return {
    ...mailOf(settings),
    ...(smsOutbox !== undefined ? { sms: new SmsChannel(new SmsOutbox(smsOutbox)) } : {}),
    webhook: new WebhookChannel(em, seal, { allowPrivate: settings.WEBHOOK_ALLOW_PRIVATE }, now),
  };
}

export const openChannels = (channels: Channels): ReadonlySet<OutsideChannel> =>
  new Set(Object.keys(channels) as OutsideChannel[]);
