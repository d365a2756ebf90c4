import { useQuery } from '@tanstack/react-query';
import { EditorPart } from '../features/place-profile/editor-part';
import { placeProfileQuery } from '../shared/api/queries';
import { showInstant } from '../shared/format';
import { Answer, usePageTitle } from '../shared/ui/states';

/** 地方配置: the versions there were, and the files of the newest to be changed. */
export function PlaceProfilePage() {
  usePageTitle('地方配置');
  const query = useQuery(placeProfileQuery);
  return (
    <Answer query={query}>
      {(profile) => (
        <>
          <div className="page-head">
            <h1>地方配置：{profile.name}</h1>
          </div>
          <section className="card pad settings" aria-label="版本">
            <h2>版本</h2>
            <ul className="lines">
              {profile.versions.map(({ version, createdAt, by, reason, cases, openCases }) => (
                <li key={version}>
                  第 {version} 版，{showInstant(createdAt)}
                  {by && `，${by}`}
                  {reason && `（${reason}）`}：登记 {cases} 件，其中在办 {openCases} 件
                </li>
              ))}
            </ul>
            <p className="quiet">
              发布新版只影响今后登记的件；函件用语从今后起草的函起用新版，另见“信函用语”。单位和字号以系统里登记的为准，改
              units.yaml、numbers.yaml 不会改动它们。
            </p>
          </section>
          {profile.actions.map((action) => (
            <EditorPart key={profile.version} profile={profile} action={action} />
          ))}
        </>
      )}
    </Answer>
  );
}
