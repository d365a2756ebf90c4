import { useQuery } from '@tanstack/react-query';
import { findingsQuery } from '../../shared/api/queries';
import type { CaseFile, Draft, Finding, NextAction } from '../../shared/api/types';
import { Nothing } from '../../shared/ui/states';
import { Tag } from '../../shared/ui/tag';
import { ActionButtons } from '../actions/action-drawer';
import { weight } from '../case/findings-part';
import { useDesk } from './desk';
import { selectWords } from './insert';

const keyOf = ({ id, place, excerpt }: Finding): string => `${id} ${place.path} ${place.start} ${excerpt}`;

/** 检查: what the checks find in what is saved, anew with every save; a click goes to the place. */
export function ChecksSide({ file, draft }: { file: CaseFile; draft: Draft }) {
  const { data, isPending, isError } = useQuery(findingsQuery(draft.id));
  if (isPending) return <p className="quiet">正在检查……</p>;
  if (isError) return <p className="quiet">这次没有检查成，下次保存后会再检查。</p>;
  if (data.findings.length === 0) return <Nothing words="没有发现问题。" />;
  return (
    <ul className="findings">
      {data.findings.map((finding) => (
        <Found key={keyOf(finding)} finding={finding} file={file} draft={draft} />
      ))}
    </ul>
  );
}

/** The section a finding speaks of, as the letter numbers them. */
const sectionAt = (draft: Draft, path: string): string | undefined =>
  draft.sections[Number(/^sections\[(\d+)\]/.exec(path)?.[1] ?? NaN)]?.id;

/** Where what is wanting is written when no section has the place: at head and foot, or among the contacts. */
const formFor = (file: CaseFile, { id }: Finding): NextAction | undefined => {
  const wanted = id === 'contact-recorded' ? 'assignment.recordContact' : 'draft.saveFrame';
  return file.nextActions.find(({ command, blockedBy }) => command === wanted && blockedBy === null);
};

function Found({ finding, file, draft }: { finding: Finding; file: CaseFile; draft: Draft }) {
  const { editorOf } = useDesk();
  const { tint, words } = weight(finding);
  const [excerpt = ''] = finding.excerpt.split(' … ');
  const first = sectionAt(draft, finding.place.path);
  const form = formFor(file, finding);
  const go = (): void => {
    const order = [first, ...draft.sections.map(({ id }) => id)].filter((id) => id !== undefined);
    const found = order.some((id) => {
      const editor = editorOf(id);
      return editor !== undefined && excerpt !== '' && selectWords(editor, excerpt);
    });
    if (!found && first) document.getElementById(`section-${first}`)?.scrollIntoView({ block: 'start' });
  };
  return (
    <li>
      <Tag tint={tint}>{words}</Tag> <b>{finding.place.label}</b>：{finding.message}{' '}
      <span className="quiet">{finding.fix}</span>
      {excerpt !== '' || first ? (
        <p className="row-buttons">
          <button type="button" className="as-button" onClick={go}>
            跳到这里<span className="sr-only">：{finding.place.label}</span>
          </button>
        </p>
      ) : (
        form && <ActionButtons actions={[form]} />
      )}
    </li>
  );
}
