import type { InputHTMLAttributes } from 'react';

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'className'> & {
  readonly words?: string;
};

/** A button that opens the choice of files, in Chinese on every machine; stands in a label that says what for. */
export const FilePick = ({ words = '选择文件', ...input }: Props) => (
  <>
    <span className="as-button" aria-hidden="true">
      {words}
    </span>
    <input className="sr-only" type="file" {...input} />
  </>
);
