import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { ActionButtons } from '../features/actions/action-drawer';
import { ImportPart } from '../features/policies/import-part';
import { ReadingPart } from '../features/policies/reading-part';
import { apiUrl } from '../shared/api/client';
import { policiesQuery, policyQuery } from '../shared/api/queries';
import type { PolicyBrief } from '../shared/api/types';
import { showDay, showInstant } from '../shared/format';
import { ExportButton } from '../shared/ui/list-buttons';
import { Answer, Nothing, usePageTitle } from '../shared/ui/states';
import { Tag } from '../shared/ui/tag';

const route = getRouteApi('/shell/policies');

/** 政策文件: who is responsible for what, document by document. */
export function PoliciesPage() {
  usePageTitle('政策文件');
  const { doc } = route.useSearch();
  return doc ? <OneDocument key={doc} id={doc} /> : <AllDocuments />;
}

function AllDocuments() {
  const query = useQuery(policiesQuery);
  return (
    <Answer query={query}>
      {({ policies, actions }) => (
        <>
          <div className="page-head">
            <h1>政策文件</h1>
            {policies.length > 0 && <ExportButton list="/policies.xlsx" name="政策文件" />}
          </div>
          {actions.map(({ command, href }) => (
            <ImportPart key={command} href={href} />
          ))}
          <section className="card pad settings" aria-label="文件">
            {policies.length === 0 ? (
              <Nothing words="还没有政策文件。导入任务分解表后，交办时会按职责推荐承办单位。" />
            ) : (
              <ul className="lines">
                {policies.map((policy) => (
                  <Brief key={policy.id} policy={policy} />
                ))}
              </ul>
            )}
          </section>
        </>
      )}
    </Answer>
  );
}

const Brief = ({ policy }: { policy: PolicyBrief }) => (
  <li>
    <p>
      <Link to="/policies" search={{ doc: policy.id }}>
        {policy.title}
      </Link>{' '}
      <Tag tint={policy.state === 'current' ? 'green' : 'plain'}>{policy.stateLabel}</Tag>
    </p>
    <p className="quiet">
      {policy.kindLabel}
      {policy.issuer && ` · ${policy.issuer}`}
      {policy.date && ` · ${showDay(policy.date)}`} · {policy.sections} 个部分，{policy.measures} 条措施，
      {policy.units} 个责任单位{policy.findings > 0 && `，${policy.findings} 处需要核对`} ·{' '}
      {policy.importedBy}，{showInstant(policy.importedAt)}导入
    </p>
  </li>
);

function OneDocument({ id }: { id: string }) {
  const query = useQuery(policyQuery(id));
  return (
    <Answer query={query}>
      {({ reading, state, stateLabel, fileId, fileName, replacedBy, reason, actions, ...policy }) => (
        <>
          <div className="page-head">
            <h1>{reading.title}</h1>
            <Link to="/policies" search={{}} className="as-button">
              全部文件
            </Link>
            <ExportButton list="/policies.xlsx" asked={{ doc: id }} name={reading.title} />
            <ActionButtons actions={actions} />
          </div>
          <p className="quiet">
            {reading.kindLabel}
            {reading.issuer && ` · ${reading.issuer}`}
            {reading.date && ` · ${showDay(reading.date)}`} · <Tag>{stateLabel}</Tag> ·{' '}
            <a href={apiUrl(`/api/files/${fileId}`)} download={fileName}>
              {fileName}
            </a>{' '}
            · {policy.importedBy}，{showInstant(policy.importedAt)}导入
          </p>
          {state !== 'current' && (
            <Alert
              type="warning"
              showIcon
              title={reason ? `已停用：${reason}` : '这份文件已有新版，不再用来推荐承办单位。'}
              description={
                replacedBy && (
                  <Link to="/policies" search={{ doc: replacedBy.id }}>
                    看新版：{replacedBy.title}
                  </Link>
                )
              }
            />
          )}
          <ReadingPart reading={reading} />
        </>
      )}
    </Answer>
  );
}
