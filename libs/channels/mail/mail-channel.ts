import { createTransport } from 'nodemailer';
import { type Channel, errorLine, type Outcome, type Outgoing } from '../channel';
import { inOneLine, shortened, wordsOf } from '../words';

export interface MailSettings {
  /** `smtp://user:word@host:25` or `smtps://…`. */
  readonly url: string;
  /** `复函 <fuhan@example.gov.cn>` */
  readonly from: string;
  /** How long each step of the talk with the server may take. */
  readonly patienceMs?: number;
}

/** Longer subjects are cut by mail programs anyway; the whole title stands in the text. */
const LONGEST_SUBJECT = 80;
const PATIENCE_MS = 30_000;

interface SmtpError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
}

/**
 * What an error of the talk means. An answer of the server decides (4xx later, 5xx refused; a wrong password is ours to mend, so later);
 * without one it matters whether the whole message was out: then the server may have taken it.
 */
export function meaningOf(error: SmtpError, wholeMessageOut: boolean): Outcome {
  const words = errorLine(error);
  if (error.code === 'EAUTH') return { end: 'later', error: words };
  if (error.responseCode !== undefined)
    return { end: error.responseCode >= 500 ? 'refused' : 'later', error: words };
  if (wholeMessageOut) return { end: 'unknown', error: words };
  return { end: error.code === 'EENVELOPE' ? 'refused' : 'later', error: words };
}

/** The library tells its log, and only its log, that the last dot of a message has left. */
function listenFor(entry: string, heard: () => void) {
  const hear = (data: unknown): void => {
    if ((data as { tnx?: string } | null)?.tnx === entry) heard();
  };
  const level = (data: unknown): void => hear(data);
  return {
    level: () => undefined,
    trace: level,
    debug: level,
    info: level,
    warn: level,
    error: level,
    fatal: level,
  };
}

const hostOf = (from: string): string => /@([A-Za-z0-9.-]+)/.exec(from)?.[1] ?? 'fuhan.invalid';

/** Mail over SMTP: a connection for each message, since a notice comes now and then. */
export class MailChannel implements Channel {
  constructor(private readonly settings: MailSettings) {}

  async send(message: Outgoing): Promise<Outcome> {
    const { url, from, patienceMs = PATIENCE_MS } = this.settings;
    let wholeMessageOut = false;
    const transport = createTransport({
      url,
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      socketTimeout: patienceMs,
      disableFileAccess: true,
      disableUrlAccess: true,
      logger: listenFor('message', () => (wholeMessageOut = true)),
    });
    try {
      const { messageId } = await transport.sendMail({
        from,
        to: { name: '', address: message.address },
        subject: shortened(inOneLine(wordsOf('subject', message)), LONGEST_SUBJECT),
        messageId: `<${message.key}@${hostOf(from)}>`,
        date: message.createdAt,
        headers: { 'Auto-Submitted': 'auto-generated' },
        text: wordsOf('text', message),
        html: wordsOf('html', message),
      });
      return { end: 'sent', providerId: messageId };
    } catch (error) {
      return meaningOf(error as SmtpError, wholeMessageOut);
    } finally {
      transport.close();
    }
  }
}
