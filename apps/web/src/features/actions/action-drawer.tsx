import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { NextAction } from '../../shared/api/types';
import { ActionForm } from './action-form';

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
      <Drawer
        open={opened !== null}
        onClose={() => setOpened(null)}
        title={opened ? [opened.label, opened.targetLabel].filter(Boolean).join('：') : ''}
        size={520}
        destroyOnHidden
      >
        {opened && <ActionForm action={opened} onDone={() => setOpened(null)} />}
      </Drawer>
    </>
  );
}
