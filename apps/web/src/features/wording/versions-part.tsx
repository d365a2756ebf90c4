import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { wordingChangesQuery } from '../../shared/api/queries';
import { showInstant } from '../../shared/format';
import { Answer } from '../../shared/ui/states';
import { ChangesList } from './changes-list';
import type { WordingDesk } from './use-wording';

const SHIPPED = 0;
const nameOf = (version: number): string => (version === SHIPPED ? '软件自带的用语' : `第 ${version} 版`);

/** 版本: who changed the words, when and why; any of them compared with what is in force, and gone back to. */
export function VersionsPart({ desk }: { desk: WordingDesk }) {
  const { version: current, versions } = desk.wording;
  const [shown, setShown] = useState<number | null>(null);
  const compare = (version: number) => (
    <Button
      size="small"
      aria-expanded={shown === version}
      aria-label={`与现行比较：${nameOf(version)}`}
      onClick={() => setShown(shown === version ? null : version)}
    >
      与现行比较
    </Button>
  );
  return (
    <section className="card pad settings" aria-label="版本">
      <h2>版本</h2>
      <ul className="lines">
        {versions.map(({ version, createdAt, by, reason }) => (
          <li key={version}>
            <span className="wording-version">
              <span>
                第 {version} 版{version === current && '（现行）'}，{showInstant(createdAt)}
                {by && `，${by}`}
                {reason && `：${reason}`}
              </span>
              {version !== current && compare(version)}
            </span>
            {shown === version && <Compared key={current} desk={desk} version={version} />}
          </li>
        ))}
        <li>
          <span className="wording-version">
            <span>{nameOf(SHIPPED)}</span>
            {compare(SHIPPED)}
          </span>
          {shown === SHIPPED && <Compared key={current} desk={desk} version={SHIPPED} />}
        </li>
      </ul>
    </section>
  );
}

function Compared({ desk, version }: { desk: WordingDesk; version: number }) {
  const query = useQuery(wordingChangesQuery(desk.wording.version, version));
  return (
    <Answer query={query}>
      {({ changes }) => (
        <div className="wording-compared">
          <p className="quiet">划掉的是现行写法，下划线的是{nameOf(version)}的写法。</p>
          <ChangesList changes={changes} />
          {changes.length > 0 && (
            <Button onClick={() => desk.goBack(changes, `恢复${nameOf(version)}的用语`)}>
              改回{nameOf(version)}
            </Button>
          )}
        </div>
      )}
    </Answer>
  );
}
