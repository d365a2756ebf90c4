import { createHmac } from 'node:crypto';
import type { Outcome, Outgoing } from '../channel';
import type { Webhook, WebhookFormat } from '../entities';
import { shortened, wordsOf } from '../words';
import type { PostEnd } from './post';

/** A call as a receiver wants it. */
export interface Call {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

type Answered = Extract<PostEnd, { end: 'answered' }>;

interface Format {
  readonly label: string;
  callOf(hook: Pick<Webhook, 'url' | 'secret'>, message: Outgoing, now: Date): Call;
  /** What an answer means. */
  read(answer: Answered): Outcome;
}

const json = { 'Content-Type': 'application/json; charset=utf-8', 'User-Agent': 'fuhan' };
const hmac = (secret: string, text: string) => createHmac('sha256', secret).update(text);

/** What HTTP itself says; a redirection is not followed, and so refused. */
function byStatus({ status }: Answered): Outcome | null {
  if (status >= 200 && status < 300) return null;
  const error = `对方答复 HTTP ${status}`;
  return { end: status >= 500 || status === 408 || status === 429 ? 'later' : 'refused', error };
}

/** Both robots answer 200 with an `errcode`; the busy ones are tried again. */
const byErrcode =
  (busy: ReadonlySet<number>) =>
  (answer: Answered): Outcome => {
    const failed = byStatus(answer);
    if (failed) return failed;
    let said: { errcode?: unknown; errmsg?: unknown };
    try {
      said = JSON.parse(answer.body) as typeof said;
    } catch {
      return { end: 'unknown', error: '对方的答复不是 JSON' };
    }
    if (said.errcode === 0) return { end: 'sent', providerId: null };
    const error = shortened(`对方答复 ${String(said.errcode)}：${String(said.errmsg ?? '')}`, 200);
    return { end: typeof said.errcode === 'number' && busy.has(said.errcode) ? 'later' : 'refused', error };
  };

/** 企业微信 takes 2,048 bytes of text, 钉钉 more: what is at most four bytes a character serves both. */
const LONGEST_TEXT = 500;
const asText = (message: Outgoing): string =>
  JSON.stringify({ msgtype: 'text', text: { content: shortened(wordsOf('robot', message), LONGEST_TEXT) } });

/** 钉钉 加签: `timestamp` and the base64 HMAC-SHA256 of `timestamp\nsecret`, keyed by the secret, in the address. */
export function signedForDingtalk(address: string, secret: string | null, now: Date): string {
  const url = new URL(address);
  if (secret === null) return url.toString();
  const timestamp = String(now.getTime());
  url.searchParams.set('timestamp', timestamp);
  url.searchParams.set('sign', hmac(secret, `${timestamp}\n${secret}`).digest('base64'));
  return url.toString();
}

function genericCall(hook: Pick<Webhook, 'url' | 'secret'>, message: Outgoing, now: Date): Call {
  const { key: id, kind, title, body, link, names, createdAt } = message;
  const text = JSON.stringify({ id, kind, title, body, link, names, createdAt });
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signature = hmac(hook.secret ?? '', `${timestamp}.${text}`).digest('hex');
  return {
    url: hook.url,
    headers: {
      ...json,
      'Idempotency-Key': id,
      'X-Fuhan-Timestamp': timestamp,
      'X-Fuhan-Signature': `sha256=${signature}`,
    },
    body: text,
  };
}

export const webhookFormats: { readonly [F in WebhookFormat]: Format } = {
  wecom: {
    label: '企业微信机器人',
    callOf: ({ url }, message) => ({ url, headers: json, body: asText(message) }),
    read: byErrcode(new Set([-1, 45009, 45033])),
  },
  dingtalk: {
    label: '钉钉机器人',
    callOf: ({ url, secret }, message, now) => ({
      url: signedForDingtalk(url, secret, now),
      headers: json,
      body: asText(message),
    }),
    read: byErrcode(new Set([-1, 130101, 410100])),
  },
  generic: {
    label: '自有系统（JSON，带签名）',
    callOf: genericCall,
    read: (answer) => byStatus(answer) ?? { end: 'sent', providerId: null },
  },
};
