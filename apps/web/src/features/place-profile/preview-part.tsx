import { Link } from '@tanstack/react-router';
import type { ProfilePreview } from '../../shared/api/types';

const shown = (value: string | null): string => value ?? '（没有）';

/** 预览: the settings that would read otherwise, and the lines of letters in the making. */
export function PreviewPart({
  preview: { version, changes, openCases, letters },
}: {
  preview: ProfilePreview;
}) {
  return (
    <section aria-label="预览">
      <h3>发布后是第 {version} 版</h3>
      <p>
        今后登记的件按第 {version} 版办理；在办的 {openCases} 件仍按各自登记时的版本办理。
      </p>
      <h3>改动 {changes.length} 处</h3>
      {changes.length === 0 && <p className="quiet">只有注释或空行不同。</p>}
      <ul className="lines">
        {changes.map(({ path, before, after }) => (
          <li key={path}>
            <p className="quiet">{path}</p>
            <p>
              <del>{shown(before)}</del> → <ins>{shown(after)}</ins>
            </p>
          </li>
        ))}
      </ul>
      {letters.length > 0 && <h3>在拟的答复稿如按新版会这样写（它们不会改）</h3>}
      <ul className="lines">
        {letters.map((letter) => (
          <li key={letter.proposalId}>
            <p>
              <Link to="/proposals/$id" params={{ id: letter.proposalId }}>
                第{letter.number}号 {letter.title}
              </Link>
            </p>
            {letter.problem && <p className="field-error">按新版拟不出来：{letter.problem}</p>}
            {letter.before.map((line) => (
              <p key={line}>
                <del>{line}</del>
              </p>
            ))}
            {letter.after.map((line) => (
              <p key={line}>
                <ins>{line}</ins>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
