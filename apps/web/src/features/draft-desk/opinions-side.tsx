import { App } from 'antd';
import type { CaseFile, Opinion } from '../../shared/api/types';
import { chineseNumber, showDay } from '../../shared/format';
import { Nothing } from '../../shared/ui/states';
import { Tag } from '../../shared/ui/tag';
import { offerUndo } from '../../shared/ui/undo';
import { ActionButtons } from '../actions/action-drawer';
import { QuickAction } from '../actions/quick-action';
import { Fate } from '../case/fate';
import { useDesk } from './desk';
import { insertOpinion, takeOutOpinion } from './insert';

type Item = Opinion['versions'][number]['items'][number];

/** 会办意见 on the suggestion that is being answered, ready to be put in. */
export function OpinionsSide({ file, suggestionId }: { file: CaseFile; suggestionId: string | null }) {
  const suggestion = file.suggestions.find(({ id }) => id === suggestionId);
  if (file.opinions.length === 0) return <Nothing words="这一件没有会办单位。" />;
  if (!suggestion) return <Nothing words="把光标放进一条建议的答复里，这里会列出各单位对它的意见。" />;
  return (
    <>
      <h3>
        对第{chineseNumber(suggestion.ordinal)}条的意见
        <small className="quiet"> {suggestion.title}</small>
      </h3>
      {file.opinions.map((opinion) => (
        <OfUnit key={opinion.id} file={file} opinion={opinion} suggestionId={suggestion.id} />
      ))}
    </>
  );
}

interface OfUnitProps {
  readonly file: CaseFile;
  readonly opinion: Opinion;
  readonly suggestionId: string;
}

function OfUnit({ file, opinion, suggestionId }: OfUnitProps) {
  const latest = [...opinion.versions].sort((a, b) => b.version - a.version)[0];
  const item = latest?.items.find((each) => each.suggestionId === suggestionId);
  return (
    <section className="part" aria-label={opinion.unit}>
      <h4 className="between">
        {opinion.unit}
        {item ? <Tag>{item.positionLabel}</Tag> : <span className="quiet">{opinion.stateLabel}</span>}
      </h4>
      {!latest && <p className="quiet">还没有提交。</p>}
      {latest && !item && <p className="quiet">对这一条没有意见。</p>}
      {item && <Words item={item} />}
      <Judge file={file} opinion={opinion} />
    </section>
  );
}

/** The opinion as a whole is taken, or sent back with a reason. */
function Judge({ file, opinion: { id, unit } }: { file: CaseFile; opinion: Opinion }) {
  const of = (command: string) =>
    file.nextActions.filter((action) => action.command === command && action.targetId === id);
  const [accept] = of('opinion.accept');
  const back = of('opinion.sendBack').filter(({ blockedBy }) => blockedBy === null);
  if (!accept || accept.blockedBy !== null) return null;
  return (
    <p className="row-buttons judge">
      <QuickAction action={accept} words="接受这份意见" label={`接受意见：${unit}`} />
      <ActionButtons actions={back} />
    </p>
  );
}

/** Puts paragraphs in where the cursor is, and offers for a moment to take them out again. */
function useInsert(item: Item): ((paragraphs: Item['paragraphs']) => void) | null {
  const { message } = App.useApp();
  const { active, editorOf } = useDesk();
  const editor = active ? editorOf(active) : undefined;
  if (!editor) return null;
  return (paragraphs) => {
    insertOpinion(editor, item.id, paragraphs);
    const takeOut = (): void => {
      const out = editor.isDestroyed ? 0 : takeOutOpinion(editor, item.id, paragraphs);
      if (out === paragraphs.length) void message.success('已取出');
      else void message.warning('插入的段落已经改过，没有全部取出。不要的请在正文里删去。');
    };
    offerUndo(message, `已插入 ${paragraphs.length} 段，来源已记下`, takeOut, '取出');
  };
}

function Words({ item }: { item: Item }) {
  const insert = useInsert(item);
  return (
    <>
      {item.paragraphs.map((paragraph, i) => (
        <div key={i} className="offer">
          <p>{paragraph.body}</p>
          {insert && item.paragraphs.length > 1 && (
            <button
              type="button"
              className="as-button"
              aria-label={`插入这一段：${paragraph.body.slice(0, 12)}`}
              onClick={() => insert([paragraph])}
            >
              插入这一段
            </button>
          )}
        </div>
      ))}
      {item.facts.map((fact, i) => (
        <p key={i} className="quiet">
          数据：{fact.scope}
          {fact.name} {fact.value}
          {fact.asOf && `（截至 ${showDay(fact.asOf)}）`}
          {fact.source && `，来源：${fact.source}`}
        </p>
      ))}
      <div className="row-buttons">
        {insert && (
          <button type="button" className="as-button as-primary" onClick={() => insert(item.paragraphs)}>
            {item.paragraphs.length > 1 ? '全部插入到本条' : '插入到本条'}
          </button>
        )}
        {item.fate && <Fate fate={item.fate} />}
      </div>
    </>
  );
}
