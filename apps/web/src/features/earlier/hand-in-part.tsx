import { useNavigate } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useState } from 'react';
import { postCommand, uploadFile } from '../../shared/api/client';
import { asProblem } from '../../shared/api/problem';
import { useSending } from '../import/use-sending';
import { FilePick } from '../../shared/ui/file-pick';

/** What was refused before it was stored, file by file: the others come in all the same. */
interface Refused {
  readonly name: string;
  readonly words: string;
}

/** A browser says where in a chosen folder a file lies: a folder may name the year. */
const pathOf = (file: File): string => file.webkitRelativePath || file.name;

/** Letters begin as files, a folder of them, or packages. */
export function HandInPart({ href }: { href: string }) {
  const navigate = useNavigate();
  const { busy, problem, run } = useSending();
  const [sent, setSent] = useState<readonly [number, number]>([0, 0]);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const begin = (chosen: readonly File[]): Promise<boolean> =>
    run(async () => {
      setRefused([]);
      const files: { fileId: string; path: string }[] = [];
      const bad: Refused[] = [];
      for (const [i, file] of chosen.entries()) {
        setSent([i + 1, chosen.length]);
        try {
          files.push({ fileId: (await uploadFile(file, 'letters')).id, path: pathOf(file) });
        } catch (error) {
          bad.push({ name: pathOf(file), words: asProblem(error).detail });
        }
      }
      setRefused(bad);
      if (files.length === 0) return;
      const { id } = await postCommand(href, { files });
      await navigate({ to: '/earlier-letters', search: { run: String(id) } });
    });
  const choice = (words: string, folder: boolean) => (
    <label className="file">
      <span>{words}</span>
      <FilePick
        words={folder ? '选择文件夹' : '选择文件'}
        multiple
        disabled={busy}
        {...(folder ? { webkitdirectory: '' } : { accept: '.zip,.txt,.docx,.pdf' })}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          if (chosen.length > 0) void begin(chosen);
          event.target.value = '';
        }}
      />
    </label>
  );
  return (
    <section className="card pad settings" aria-label="选择文件">
      <h2>导入往年答复函</h2>
      <p>
        .txt、.docx、有文字的 .pdf，可以一次选多个，也可以选 .zip 压缩包（每个不超过 30
        MB）或整个文件夹。文件夹用年份命名的，没有日期的函按它归年。读不了的文件不影响其他文件，结果逐个列出；整批可以撤销。
      </p>
      <div className="import-files">
        {choice('文件或压缩包', false)}
        {choice('文件夹', true)}
      </div>
      <p role="status">{busy && `正在上传：${sent[0]} / ${sent[1]} 个文件`}</p>
      {problem && <Alert type="error" showIcon title={problem} />}
      {refused.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`有 ${refused.length} 个文件没有收下`}
          description={
            <ul className="lines">
              {refused.map(({ name, words }) => (
                <li key={name}>
                  {name}：{words}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </section>
  );
}
