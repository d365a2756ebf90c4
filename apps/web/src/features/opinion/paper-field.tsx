import { FileWordOutlined } from '@ant-design/icons';
import { App } from 'antd';
import { type ChangeEvent, useEffect, useId, useRef, useState } from 'react';
import { sendFile } from '../../shared/api/client';
import { asProblem } from '../../shared/api/problem';
import { offerUndo } from '../../shared/ui/undo';
import type { FormHandle } from '../actions/action-form';
import type { Values } from '../actions/values';
import { type Part, putParts } from './put-parts';

interface Props {
  readonly form: FormHandle;
  /** Where the bytes are read; the name of the file is added. */
  readonly href: string;
}

/** 读入 Word 文件: the words of a paper come into the form, each with its suggestion, where they can still be changed. */
export function PaperField({ form, href }: Props) {
  const { message } = App.useApp();
  const id = useId();
  const [state, setState] = useState<{ busy: boolean; problem: string | null }>({
    busy: false,
    problem: null,
  });
  const latest = useRef(form);
  useEffect(() => {
    latest.current = form;
  });
  const read = async ({ currentTarget: input }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [file] = input.files ?? [];
    if (!file) return;
    setState({ busy: true, problem: null });
    try {
      const name = `${href.includes('?') ? '&' : '?'}name=${encodeURIComponent(file.name)}`;
      const { parts } = await sendFile<{ parts: Part[] }>(`${href}${name}`, file);
      const before = (latest.current.values.items ?? []) as Values[];
      latest.current.set('items', putParts(before, parts));
      setState({ busy: false, problem: null });
      offerUndo(message, `已读入“${file.name}”，请核对后再提交`, () => latest.current.set('items', before));
    } catch (error) {
      setState({ busy: false, problem: asProblem(error).detail });
    }
    // The same file once more is a change again.
    input.value = '';
  };
  return (
    <div className="paper-field">
      <label className="as-button" htmlFor={id} aria-busy={state.busy}>
        <FileWordOutlined /> {state.busy ? '正在读…' : '从 Word 文件读入（.docx）'}
      </label>
      <input
        id={id}
        className="sr-only"
        type="file"
        accept=".docx,.txt"
        disabled={form.disabled || state.busy}
        onChange={(event) => void read(event)}
      />
      <p className="hint">按建议的标题分到各条；没有标题的都放进第一条。也可以从 Word、WPS 直接粘贴。</p>
      {state.problem && (
        <p className="field-error" role="alert">
          {state.problem}
        </p>
      )}
    </div>
  );
}
