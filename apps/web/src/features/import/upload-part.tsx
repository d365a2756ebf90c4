import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Alert } from 'antd';
import { postCommand, uploadFile } from '../../shared/api/client';
import { importsQuery } from '../../shared/api/queries';
import type { ImportBrief } from '../../shared/api/types';
import { showInstant } from '../../shared/format';
import { ExportButton } from '../../shared/ui/list-buttons';
import { Answer, Nothing } from '../../shared/ui/states';
import { Tag } from '../../shared/ui/tag';
import { useSending } from './use-sending';
import { FilePick } from '../../shared/ui/file-pick';

/** A list begins as a file. */
export function UploadPart() {
  const navigate = useNavigate();
  const { busy, problem, run } = useSending();
  const begin = (file: File): Promise<boolean> =>
    run(async () => {
      const { id: fileId } = await uploadFile(file);
      const { id } = await postCommand('/imports', { fileId });
      await navigate({ to: '/proposals/import', search: { list: String(id) } });
    });
  return (
    <section className="card pad settings" aria-label="选择文件">
      <p>
        交办清单可以是 .xlsx 或 .csv 表格；单件提案可以是 .docx 或
        .txt。先核对，确认之后才登记；主办、会办单位只作为建议，仍由您逐件交办。
      </p>
      <label className="file">
        <span>清单文件</span>
        <FilePick
          accept=".xlsx,.csv,.tsv,.docx,.txt"
          disabled={busy}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) void begin(file);
          }}
        />
      </label>
      <p role="status">{busy && '正在上传…'}</p>
      {problem && <Alert type="error" showIcon title={problem} />}
    </section>
  );
}

/** The lists of before, the newest first. */
export function EarlierPart() {
  const query = useQuery(importsQuery);
  return (
    <section className="card pad settings" aria-label="导入过的清单">
      <h2 className="between">
        导入过的清单
        {(query.data?.length ?? 0) > 0 && <ExportButton small list="/imports.xlsx" name="导入记录" />}
      </h2>
      <Answer query={query}>
        {(lists) =>
          lists.length === 0 ? (
            <Nothing words="还没有导入过清单。" />
          ) : (
            <ul className="lines">
              {lists.map((list) => (
                <Earlier key={list.id} list={list} />
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}

const Earlier = ({ list }: { list: ImportBrief }) => (
  <li>
    <p>
      <Link to="/proposals/import" search={{ list: list.id }}>
        {list.fileName}
      </Link>{' '}
      <Tag tint={list.state === 'imported' ? 'green' : 'plain'}>{list.stateLabel}</Tag>
    </p>
    <p className="quiet">
      {list.createdBy}，{showInstant(list.createdAt)}，{list.total} 行
    </p>
  </li>
);
