import { SearchOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import type { Place } from './entries';
import { KeysHelp } from './help';
import { goToWork, useHouseKeys, type Way } from './keys';
import { Palette } from './palette';

/** The button in the head that opens the palette, and the keys of every page. */
export function HouseKeys({ places }: { places: readonly Place[] }) {
  const navigate = useNavigate();
  const [open, setOpen] = useState<'palette' | 'help' | null>(null);
  const close = useCallback(() => setOpen(null), []);
  useHouseKeys(
    useCallback(
      (asked: 'palette' | 'help' | 'work' | Way) => {
        if (asked === 'work') goToWork();
        else if (typeof asked === 'string') setOpen(asked);
        else void navigate({ to: asked.to });
      },
      [navigate],
    ),
  );
  return (
    <>
      <button type="button" className="palette-button" onClick={() => setOpen('palette')}>
        <SearchOutlined />
        <span className="palette-words">提案号、案由、页面或办理事项</span>
        <kbd>Ctrl K</kbd>
      </button>
      {open === 'palette' && <Palette places={places} onClose={close} />}
      {open === 'help' && <KeysHelp onClose={close} />}
    </>
  );
}
