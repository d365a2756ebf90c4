import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { NextAction } from '../../shared/api/types';
import { useFocusBack } from '../../shared/ui/use-focus-back';
import { ActionForm } from './action-form';

interface DrawerProps {
  readonly action: NextAction | null;
  readonly onClose: () => void;
  readonly onDone: () => void | Promise<void>;
  readonly words?: string;
  readonly take?: (body: unknown) => void;
  /** From below where a thumb reaches, on a phone. */
  readonly fromBelow?: boolean;
}

/** The form of one action at the side of the page. */
export function ActionDrawer({ action, onClose, onDone, words, take, fromBelow = false }: DrawerProps) {
  const focusBack = useFocusBack(action !== null);
  return (
    <Drawer
      open={action !== null}
      afterOpenChange={focusBack}
      onClose={onClose}
      title={action ? [action.label, action.targetLabel].filter(Boolean).join('：') : ''}
      placement={fromBelow ? 'bottom' : 'right'}
      size={fromBelow ? '70%' : 520}
      destroyOnHidden
    >
      {action && <ActionForm action={action} words={words} take={take} onDone={onDone} />}
    </Drawer>
  );
}

/** A row's buttons; each opens its form at the side. */
export function ActionButtons({
  actions,
  primary = false,
}: {
  actions: readonly NextAction[];
  primary?: boolean;
}) {
  const [opened, setOpened] = useState<NextAction | null>(null);
  return (
    <>
      <span className="row-buttons">
        {actions.map((action) => (
          <Button
            key={action.command + action.targetId}
            type={primary ? 'primary' : 'default'}
            size={primary ? 'middle' : 'small'}
            aria-label={action.targetLabel ? `${action.label}：${action.targetLabel}` : undefined}
            onClick={() => setOpened(action)}
          >
            {action.label}
          </Button>
        ))}
      </span>
      <ActionDrawer action={opened} onClose={() => setOpened(null)} onDone={() => setOpened(null)} />
    </>
  );
}
