import { useNavigate, useRouterState } from '@tanstack/react-router';
import { App } from 'antd';
import { useEffect } from 'react';
import type { NextAction } from '../../shared/api/types';
import { useUndo } from '../../shared/ui/use-undo';
import { useActionForm } from './use-action-form';

interface Props {
  readonly action: NextAction;
  readonly words: string;
  /** What is said to those who do not see where the button stands. */
  readonly label: string;
}

/** A step that asks for nothing, done by one click where it stands. */
export function QuickAction({ action, words, label }: Props) {
  const { message } = App.useApp();
  const undo = useUndo();
  const navigate = useNavigate();
  const here = useRouterState({ select: (state) => state.location.href });
  const { submit, sending, problem } = useActionForm({
    action,
    name: action.href,
    onSignedOut: () => void navigate({ to: '/login', search: { next: here } }),
    onDone: (result) => {
      const words = `已办理：${action.label}`;
      if (result.undo) undo(words, [result.undo]);
      else void message.success(words);
    },
  });
  useEffect(() => {
    if (problem) void message.error(problem.detail);
  }, [message, problem]);
  return (
    <button
      type="button"
      className="as-button"
      aria-label={label}
      disabled={sending || action.blockedBy !== null}
      onClick={() => void submit()}
    >
      {words}
    </button>
  );
}
