import { Button, Input } from 'antd';
import { useState } from 'react';
import { asProblem } from '../../shared/api/problem';
import { answerContact } from '../../shared/api/queries';
import type { OutsideLetter } from '../../shared/api/types';
import { showDay } from '../../shared/format';
import { Prose } from '../../shared/ui/text';

type Contact = OutsideLetter['contacts'][number];

/** The talks the unit says it had with the proposer: did they take place? */
export function ContactQuestions({
  token,
  contacts,
  done,
}: {
  token: string;
  contacts: readonly Contact[];
  done: () => Promise<unknown>;
}) {
  if (contacts.length === 0) return null;
  return (
    <section aria-label="沟通情况">
      <h2>办理单位登记的沟通</h2>
      {contacts.map((contact) => (
        <Question key={contact.id} token={token} contact={contact} done={done} />
      ))}
    </section>
  );
}

function Question({
  token,
  contact,
  done,
}: {
  token: string;
  contact: Contact;
  done: () => Promise<unknown>;
}) {
  const [remark, setRemark] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const answer = (confirmed: boolean): void => {
    setSending(true);
    answerContact(token, contact.id, { confirmed, remark })
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
            <Button size="large" type="primary" loading={sending} onClick={() => answer(true)}>
              确有这次沟通
            </Button>
            <Button size="large" loading={sending} onClick={() => answer(false)}>
              没有这次沟通
            </Button>
          </p>
          {trouble && <p role="alert">{trouble}</p>}
        </>
      )}
    </article>
  );
}
