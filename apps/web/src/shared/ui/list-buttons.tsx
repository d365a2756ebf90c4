import { App } from 'antd';
import { type MouseEvent, useState } from 'react';
import type { paths } from '../api/schema';
import { asProblem } from '../api/problem';
import { saveAs } from '../save-as';

/** Where lists are to be had as workbooks. */
type ListFile = Extract<keyof paths, `${string}.xlsx`>;
type Asked = Readonly<Record<string, string | number | undefined>>;

/** The address of a list as a file, under the question its page asks. */
export function listFileUrl(list: ListFile, asked: Asked = {}): string {
  const given = Object.entries(asked).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  );
  return `/api${list}${given.length > 0 ? `?${new URLSearchParams(given)}` : ''}`;
}

interface Props {
  readonly list: ListFile;
  readonly asked?: Asked;
  /** What the file is called, without its ending. */
  readonly name: string;
  readonly words?: string;
  /** Beside a heading of a part: a link among words rather than a button. */
  readonly small?: boolean;
}

/** 导出 Excel: the list as it is shown. A failure is told, not saved. */
export function ExportButton({ list, asked, name, words = '导出 Excel', small = false }: Props) {
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const href = listFileUrl(list, asked);
  const file = `${name}.xlsx`;
  const save = async (event: MouseEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    try {
      await saveAs(href, file);
    } catch (error) {
      void message.error(asProblem(error).detail);
    } finally {
      setBusy(false);
    }
  };
  return (
    <a
      href={href}
      download={file}
      className={small ? 'no-print' : 'as-button'}
      aria-busy={busy}
      onClick={(event) => void save(event)}
    >
      {busy ? '正在导出…' : words}
    </a>
  );
}

/** 打印: the page as it is, without what can be pressed. */
export const PrintButton = () => (
  <button type="button" className="as-button" onClick={() => window.print()}>
    打印
  </button>
);
