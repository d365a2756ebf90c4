import { Button, Input } from 'antd';
import { useState } from 'react';
import { asProblem } from '../../shared/api/problem';
import type { OutsideLetter } from '../../shared/api/types';
import { showDay } from '../../shared/format';
import { Prose } from '../../shared/ui/text';

type Contact = OutsideLetter['contacts'][number];

interface Asking {
  /** Sends the answer by the link the page was opened with. */
  readonly answer: (id: string, said: { confirmed: boolean; remark: string }) => Promise<unknown>;
  readonly done: () => Promise<unknown>;
}

/** The talks the unit says it had with the proposer: did they take place? */
export function ContactQuestions({ contacts, answer, done }: Asking & { contacts: readonly Contact[] }) {
  if (contacts.length === 0) return null;
  return (
    <section aria-label="沟通情况">
      <h2>办理单位登记的沟通</h2>
      {contacts.map((contact) => (
        <Question key={contact.id} contact={contact} answer={answer} done={done} />
      ))}
    </section>
  );
}

function Question({ contact, answer, done }: Asking & { contact: Contact }) {
  const [remark, setRemark] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const say = (confirmed: boolean): void => {
    setSending(true);
    answer(contact.id, { confirmed, remark })
      .then(done)
      .catch((error: unknown) => setTrouble(asProblem(error).detail))
      .finally(() => setSending(false));
  };
  return (
    <article className="part">
      <h3>
        {showDay(contact.heldOn)} {contact.way}
      </h3>
      <p className="quiet">
        {contact.people}
        {contact.place && ` · ${contact.place}`}
      </p>
      <Prose text={contact.said} />
      {contact.state !== 'recorded' ? (
        <p role="status">您的回答：{contact.state === 'confirmed' ? '确有这次沟通' : '没有这次沟通'}。</p>
      ) : (
        <>
          <Input.TextArea
            aria-label="说明（可不填）"
            placeholder="说明（可不填）"
            value={remark}
            maxLength={2000}
            onChange={(event) => setRemark(event.target.value)}
          />
          <p className="row-buttons">
            <Button size="large" type="primary" loading={sending} onClick={() => say(true)}>
              确有这次沟通
            </Button>
            <Button size="large" loading={sending} onClick={() => say(false)}>
              没有这次沟通
            </Button>
          </p>
          {trouble && <p role="alert">{trouble}</p>}
        </>
      )}
    </article>
  );
}
