import type { ItemFate } from '../../shared/api/types';
import { Tag, type Tint } from '../../shared/ui/tag';

const tints: Record<ItemFate['fate'], Tint> = {
  missing: 'plain',
  silent: 'plain',
  received: 'amber',
  adopted: 'green',
  rejected: 'red',
};

/** What became of what an opinion says, with the words it became or why it was set aside. */
export function Fate({ fate }: { fate: ItemFate }) {
  return (
    <>
      <Tag tint={tints[fate.fate]}>{fate.fateLabel}</Tag>
      {fate.reason && <p className="quiet">理由：{fate.reason}</p>}
      {fate.passages.map(({ id, section, body, edited }) => (
        <details key={id}>
          <summary>
            写入“{section}”{edited && '，文字有改动'}
          </summary>
          <p>{body}</p>
        </details>
      ))}
    </>
  );
}
