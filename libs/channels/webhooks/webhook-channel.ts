import type { Seal } from '@fuhan/platform';
import type { EntityManager } from 'typeorm';
import type { Channel, Outcome, Outgoing } from '../channel';
import { Webhook } from '../entities';
import { webhookFormats } from './formats';
import { post, type PostEnd, type PostOptions } from './post';

const endOf = { forbidden: 'refused', notSent: 'later', lost: 'unknown' } as const;

/** What a call without a readable answer means. */
const withoutAnswer = ({ end, error }: Exclude<PostEnd, { end: 'answered' }>): Outcome => ({
  end: endOf[end],
  error,
});

/** A unit's robots and programs. The address of a message is the webhook's id. */
export class WebhookChannel implements Channel {
  constructor(
    private readonly em: EntityManager,
    private readonly seal: Seal,
    private readonly options: PostOptions,
    private readonly now: () => Date,
  ) {}

  async send(message: Outgoing): Promise<Outcome> {
    const hook = await this.em.findOneBy(Webhook, { id: message.address });
    if (!hook) return { end: 'refused', error: '机器人已移除' };
    const format = webhookFormats[hook.format];
    const opened = {
      url: this.seal.open(hook.url),
      secret: hook.secret === null ? null : this.seal.open(hook.secret),
    };
    const { url, headers, body } = format.callOf(opened, message, this.now());
    const answer = await post(url, headers, body, this.options);
    return answer.end === 'answered' ? format.read(answer) : withoutAnswer(answer);
  }
}
