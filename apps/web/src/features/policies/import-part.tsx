import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { api, postCommand, uploadFile } from '../../shared/api/client';
import { asProblem } from '../../shared/api/problem';
import type { PolicyPreview } from '../../shared/api/types';
import { ReadingPart } from './reading-part';
import { FilePick } from '../../shared/ui/file-pick';

interface Looked {
  readonly fileId: string;
  readonly preview: PolicyPreview;
}

/** One thing at a time, with what stood in its way. */
function useWork() {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
      await client.invalidateQueries();
    } catch (error) {
      setProblem(asProblem(error).detail);
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, run };
}

/** A document is looked at before it is imported: what was read of it, and what somebody should mend. */
export function ImportPart({ href }: { href: string }) {
  const { busy, problem, run } = useWork();
  const [looked, setLooked] = useState<Looked | null>(null);
  const look = (file: File): Promise<void> =>
    run(async () => {
      setLooked(null);
      const { id: fileId } = await uploadFile(file);
      const { data } = await api.POST('/policies/preview', { body: { fileId } });
      setLooked({ fileId, preview: data as PolicyPreview });
    });
  return (
    <>
      <section className="card pad settings" aria-label="导入政策文件">
        <h2>导入政策文件</h2>
        <p className="quiet">
          任务分解表、行动计划或起草说明，.docx 或 .txt。先看读出来的内容，再决定是否导入。
        </p>
        <label className="file">
          <span>文件</span>
          <FilePick
            accept=".docx,.txt,.pdf"
            disabled={busy}
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) void look(file);
              // The same file, mended, may be chosen again.
              event.target.value = '';
            }}
          />
        </label>
        <p role="status">{busy && '正在读取…'}</p>
        {problem && <Alert type="error" showIcon title={problem} />}
      </section>
      {looked && <LookedPart key={looked.fileId} looked={looked} href={href} busy={busy} run={run} />}
    </>
  );
}

interface LookedProps {
  readonly looked: Looked;
  readonly href: string;
  readonly busy: boolean;
  readonly run: (work: () => Promise<void>) => Promise<void>;
}

function LookedPart({ looked: { fileId, preview }, href, busy, run }: LookedProps) {
  const navigate = useNavigate();
  const [title, setTitle] = useState(preview.title);
  const same = preview.sameTitle;
  const send = (to: string, name: string | null): Promise<void> =>
    run(async () => {
      const { id } = await postCommand(to, { fileId, title: name });
      await navigate({ to: '/policies', search: { doc: String(id) } });
    });
  return (
    <>
      <section className="card pad settings" aria-label="读出的内容">
        <h2>
          {preview.kindLabel}：{preview.sections.length} 个部分，
          {preview.sections.reduce((sum, { measures }) => sum + measures.length, 0)} 条措施
        </h2>
        <label className="field">
          <span>名称</span>
          <Input value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />
        </label>
        {same && (
          <Alert type="info" showIcon title={`已有现行的《${same.title}》。换成新版，或改一个名称。`} />
        )}
        <p className="row-buttons">
          {same && (
            <Button
              type="primary"
              disabled={busy}
              onClick={() => void send(`/policies/${same.id}/replace`, null)}
            >
              换成新版
            </Button>
          )}
          <Button
            type={same ? 'default' : 'primary'}
            disabled={busy || title.trim() === '' || title.trim() === same?.title}
            onClick={() => void send(href, title.trim())}
          >
            导入
          </Button>
        </p>
      </section>
      <ReadingPart reading={preview} />
    </>
  );
}
