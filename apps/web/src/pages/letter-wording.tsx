import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ChangesList } from '../features/wording/changes-list';
import { EditorPart } from '../features/wording/editor-part';
import { PiecesList } from '../features/wording/pieces-list';
import { SamplePart } from '../features/wording/sample-part';
import { type Paper, usePreview } from '../features/wording/use-preview';
import { type Meanwhile, useWording } from '../features/wording/use-wording';
import { VersionsPart } from '../features/wording/versions-part';
import { letterWordingQuery } from '../shared/api/queries';
import type { LetterWording } from '../shared/api/types';
import { Answer, usePageTitle } from '../shared/ui/states';

/** 信函用语: what the place's letters say around their facts, passage by passage, beside a letter that says it. */
export function LetterWordingPage() {
  usePageTitle('信函用语');
  const query = useQuery(letterWordingQuery);
  return <Answer query={query}>{(newest) => <Desk newest={newest} />}</Answer>;
}

function Desk({ newest }: { newest: LetterWording }) {
  const desk = useWording(newest);
  const { wording, pieces, changed } = desk;
  const [chosen, setChosen] = useState('title');
  const [paper, setPaper] = useState<Paper>('plenary');
  const piece = pieces.find((each) => each.piece === chosen) ?? pieces[0];
  const preview = usePreview({
    ...{ version: wording.version, edits: changed, paper },
    piece: piece?.piece ?? 'title',
  });
  if (!piece) return null;
  return (
    <>
      <div className="page-head">
        <h1>信函用语：{wording.name}</h1>
      </div>
      {desk.meanwhile && <FirstCame meanwhile={desk.meanwhile} />}
      <div className="wording">
        <PiecesList
          pieces={pieces}
          edits={desk.edits}
          chosen={piece}
          choose={(next) => setChosen(next.piece)}
        />
        <EditorPart desk={desk} piece={piece} problem={preview.problem} action={wording.actions[0]} />
        <SamplePart
          preview={preview}
          kindName={piece.kindName}
          paper={paper}
          unsaved={changed.length > 0}
          choosePaper={setPaper}
        />
      </div>
      <VersionsPart desk={desk} />
    </>
  );
}

/** Somebody else was first: what they changed, so that one knows what one's own words will stand beside or replace. */
function FirstCame({ meanwhile: { version, changes } }: { meanwhile: Meanwhile }) {
  return (
    <section className="card pad wording-meanwhile" role="alert">
      <h2>您改动期间，别人已保存了第 {version} 版。您写的还在，没有覆盖谁的。</h2>
      <p>请看看下面的不同；再按一次保存，您改的几段就写在第 {version} 版上。</p>
      <ChangesList changes={changes} />
    </section>
  );
}
