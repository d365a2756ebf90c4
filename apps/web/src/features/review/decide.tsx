import { useEffect, useRef } from 'react';
import type { NextAction } from '../../shared/api/types';
import { ActionForm } from '../actions/action-form';
import { actionKey } from '../case/action-key';

interface Props {
  readonly approval: NextAction;
  readonly words: string;
  readonly others: readonly NextAction[];
  readonly onOpen: (action: NextAction) => void;
  readonly onDone: () => Promise<void>;
}

/** My word: what I write, the phrases, and the buttons. Ctrl ↵ gives it from anywhere on the page. */
export function Decide({ approval, words, others, onOpen, onDone }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const meant = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing;
      // A form that stands open in front of the page sends itself.
      if (!meant || event.defaultPrevented || document.querySelector('dialog[open], [role="dialog"]')) return;
      event.preventDefault();
      place.current?.querySelector('form')?.requestSubmit();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <section className="card pad" aria-label="签批">
      <div ref={place}>
        <ActionForm
          key={actionKey(approval)}
          name={actionKey(approval)}
          action={approval}
          words={`${words}　Ctrl ↵`}
          onDone={onDone}
        />
      </div>
      <Others others={others} onOpen={onOpen} />
    </section>
  );
}

const Others = ({ others, onOpen }: Pick<Props, 'others' | 'onOpen'>) => (
  <p className="row-buttons">
    {others.map((action) => (
      <button key={actionKey(action)} type="button" className="as-button" onClick={() => onOpen(action)}>
        {action.label}
      </button>
    ))}
  </p>
);

/** On a phone: the two buttons under the thumb, the rest below the sheet. */
export const ThumbBar = ({ approval, words, others, onOpen }: Omit<Props, 'onDone'>) => (
  <div className="thumb-bar" role="group" aria-label="签批">
    <button type="button" className="as-button as-primary" onClick={() => onOpen(approval)}>
      {words}
    </button>
    {others.slice(0, 1).map((action) => (
      <button key={actionKey(action)} type="button" className="as-button" onClick={() => onOpen(action)}>
        {action.label}
      </button>
    ))}
  </div>
);

/** 加签 and 委托 on a phone. */
export const More = ({ others, onOpen }: Pick<Props, 'others' | 'onOpen'>) =>
  others.length > 1 && <Others others={others.slice(1)} onOpen={onOpen} />;
