import { Button } from 'antd';
import { type ChangeEvent, useState } from 'react';
import { uploadFile } from '../../shared/api/client';
import { asProblem } from '../../shared/api/problem';
import { type FieldProps, useControl } from './field-frame';

type State =
  | { readonly is: 'empty' }
  | { readonly is: 'sending'; readonly name: string }
  | { readonly is: 'kept'; readonly name: string }
  | { readonly is: 'failed'; readonly why: string };

/** A file that is stored at once; the form keeps what the server calls it. */
export function FileField({ field, path, value, onChange }: FieldProps) {
  const { id, disabled, aria } = useControl(field, path);
  const [state, setState] = useState<State>(value ? { is: 'kept', name: '已上传的文件' } : { is: 'empty' });
  const send = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (!file) return;
    setState({ is: 'sending', name: file.name });
    try {
      const stored = await uploadFile(file);
      setState({ is: 'kept', name: stored.name });
      onChange(stored.id);
    } catch (error) {
      setState({ is: 'failed', why: asProblem(error).detail });
    }
  };
  return (
    <div className="file">
      <label htmlFor={id} className="as-button" aria-hidden="true">
        选择文件
      </label>
      <input
        id={id}
        className="sr-only"
        type="file"
        disabled={disabled || state.is === 'sending'}
        onChange={(event) => void send(event)}
        {...aria}
      />
      <span role="status">
        {state.is === 'sending' && `正在上传 ${state.name}…`}
        {state.is === 'kept' && `已上传：${state.name}`}
      </span>
      {state.is === 'failed' && (
        <p className="field-error" role="alert">
          {state.why}
        </p>
      )}
      {state.is === 'kept' && (
        <Button
          size="small"
          disabled={disabled}
          onClick={() => {
            setState({ is: 'empty' });
            onChange(null);
          }}
        >
          去掉
        </Button>
      )}
    </div>
  );
}
