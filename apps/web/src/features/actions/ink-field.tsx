import { Button } from 'antd';
import { useState } from 'react';
import { draw, pathOf, redo, type Stroke, strokesOf, undo, wipe, type Written } from '../../shared/ink';
import { type FieldProps, useControl } from './field-frame';
import { InkPad } from './ink-pad';
import type { FieldOf } from './schema';

/** 手写签批: a box to write in, opened by who wants it; nobody has to. */
export function InkField({ field, path, value, onChange }: FieldProps<FieldOf<'ink'>>) {
  const { disabled } = useControl(field, path);
  const given = typeof value === 'string' ? value : null;
  const [open, setOpen] = useState(given !== null);
  const [undone, setUndone] = useState<readonly Stroke[]>([]);
  const [full, setFull] = useState(false);
  const written: Written = { strokes: strokesOf(given), undone };
  const put = (next: Written): void => {
    const text = pathOf(next.strokes);
    const tooMuch = field.maxLength !== null && text.length > field.maxLength;
    setFull(tooMuch);
    if (tooMuch) return;
    setUndone(next.undone);
    onChange(text === '' ? null : text);
  };
  if (!open)
    return (
      <Button disabled={disabled} aria-expanded={false} onClick={() => setOpen(true)}>
        手写
      </Button>
    );
  const none = written.strokes.length === 0;
  const status = none ? '还没有写。' : `已写 ${written.strokes.length} 笔。`;
  return (
    <div className="ink">
      <InkPad
        strokes={written.strokes}
        disabled={disabled}
        onStroke={(stroke) => put(draw(written, stroke))}
      />
      <p className="row-buttons" role="group" aria-label="手写的笔画">
        <Button disabled={disabled || none} onClick={() => put(undo(written))}>
          撤销一笔
        </Button>
        <Button disabled={disabled || undone.length === 0} onClick={() => put(redo(written))}>
          恢复一笔
        </Button>
        <Button disabled={disabled || none} onClick={() => put(wipe(written))}>
          全部擦去
        </Button>
      </p>
      <p className="quiet" role="status">
        {full ? '写满了，这一笔没有记下。请擦去一些再写。' : status}
      </p>
    </div>
  );
}
