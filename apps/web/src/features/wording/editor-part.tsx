import { Button, Input } from 'antd';
import type { NextAction } from '../../shared/api/types';
import { Area } from '../../shared/ui/area';
import { type Piece, wordsIn } from './edits';
import { HowToWrite } from './how-to-write';
import type { WordingDesk } from './use-wording';

interface Props {
  readonly desk: WordingDesk;
  readonly piece: Piece;
  readonly problem: string | null;
  readonly action: NextAction | undefined;
}

/** One passage: typed, put back, or left to the usual words; and saving all that was changed. */
export function EditorPart({ desk, piece, problem, action }: Props) {
  const words = wordsIn(desk.edits, piece);
  const typed = desk.edits[piece.piece] !== undefined;
  return (
    <section className="card pad settings wording-editor" aria-label="修改">
      <h2>
        {piece.kindName} · {piece.label}
      </h2>
      <p className="quiet">
        {piece.file}：{piece.piece}
      </p>
      <Area
        least={4}
        className="wording-template"
        aria-label={`${piece.label}的写法`}
        aria-invalid={problem ? true : undefined}
        spellCheck={false}
        value={words ?? piece.usual ?? ''}
        onChange={({ target }) => desk.write(piece.piece, target.value)}
      />
      {problem && (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
      <p className="quiet">{aboutPiece(piece, words)}</p>
      <span className="row-buttons">
        {typed && <Button onClick={() => desk.forget(piece.piece)}>不改这一段了</Button>}
        {piece.usual !== null && words !== null && (
          <Button onClick={() => desk.write(piece.piece, null)}>改用通行写法</Button>
        )}
      </span>
      <HowToWrite />
      {action && <Saving desk={desk} action={action} faulty={problem !== null} />}
    </section>
  );
}

function aboutPiece({ usual }: Piece, words: string | null): string {
  if (words === null) return '现在用的是通行写法；一改动就成为本地自己的写法。';
  return usual === null ? '这一段由本地自己写。' : `本地自己的写法。通行写法：${usual}`;
}

function Saving({ desk, action, faulty }: { desk: WordingDesk; action: NextAction; faulty: boolean }) {
  const { changed, pieces, reason } = desk;
  if (changed.length === 0) return null;
  const names = changed.map(({ piece }) => pieces.find((each) => each.piece === piece)?.label ?? piece);
  return (
    <div className="wording-saving" role="group" aria-label="保存">
      <p>
        改了 {changed.length} 段：{names.slice(0, 6).join('、')}
        {names.length > 6 && '等'}。保存后，今后起草的函用新的写法；已在起草和已经发出的函不变。
      </p>
      <Input
        aria-label="为什么改"
        placeholder="为什么改，如“按市政府办公室新格式”"
        maxLength={200}
        value={reason}
        onChange={({ target }) => desk.setReason(target.value)}
      />
      {desk.problem && (
        <p className="field-error" role="alert">
          {desk.problem}
        </p>
      )}
      <span className="row-buttons">
        <Button
          type="primary"
          loading={desk.busy}
          disabled={faulty || reason.trim() === ''}
          onClick={() => void desk.save(action.href)}
        >
          {action.label}
        </Button>
        <Button onClick={desk.reset}>全部不改了</Button>
      </span>
    </div>
  );
}
