import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionDrawer } from '../features/actions/action-drawer';
import { useReading } from '../features/case/review-steps';
import { CaseNews } from '../features/live/case-news';
import { Decide, More, ThumbBar } from '../features/review/decide';
import { Found } from '../features/review/found';
import { useNextReview } from '../features/review/next-review';
import { Paper } from '../features/review/paper';
import { Reading } from '../features/review/reading';
import {
  approvalOf,
  approvalWords,
  besidesOf,
  overruleOf,
  type Review,
  reviewOf,
  stepsNow,
} from '../features/review/review';
import { caseQuery } from '../shared/api/queries';
import type { CaseFile, NextAction } from '../shared/api/types';
import { ClockLight } from '../shared/ui/light';
import { Answer, Nothing, usePageTitle } from '../shared/ui/states';
import { useMedia } from '../shared/ui/use-media';

const route = getRouteApi('/shell/proposals/$id/review');

/** 核稿签发: the text, what the checks find, the sign-off sheet, and my word on it. */
export function ReviewPage() {
  const { id } = route.useParams();
  const query = useQuery(caseQuery(id));
  usePageTitle(query.data && `审阅：${query.data.proposal.title}`);
  return (
    <>
      <CaseNews id={id} />
      <Answer query={query}>
        {(file) => {
          const review = reviewOf(file);
          return review ? (
            <ReviewView key={review.step?.id ?? id} file={file} review={review} />
          ) : (
            <NothingSent file={file} />
          );
        }}
      </Answer>
    </>
  );
}

function NothingSent({ file }: { file: CaseFile }) {
  const { id, title } = file.proposal;
  return (
    <div className="card">
      <h1 className="pad-head">{title}</h1>
      <Nothing words="答复稿还没有送审，送审后在这里审阅签批。">
        <Link to="/proposals/$id" params={{ id }} search={{ tab: 'draft' }} className="as-button">
          回到案卷
        </Link>
      </Nothing>
    </div>
  );
}

function ReviewView({ file, review }: { file: CaseFile; review: Review }) {
  const { id } = file.proposal;
  const { draft, step } = review;
  const search = route.useSearch();
  const phone = useMedia('(max-width: 820px)');
  const [open, setOpen] = useState<NextAction | null>(null);
  const goOn = useNextReview(id);
  useReading(draft);
  const approval = approvalOf(review);
  const others = besidesOf(review);
  const words = approval && step ? approvalWords(approval.label, step, stepsNow(draft)) : '';
  const done = async (action: NextAction): Promise<void> => {
    setOpen(null);
    // Letting a finding stand decides nothing yet: the text stays on the screen.
    if (step && action.command !== 'reviewStep.overrule') await goOn(`已办理：${action.label}`, step);
  };
  const mine = approval && { approval, words, others, onOpen: setOpen };
  return (
    <div className="review">
      <Head file={file} review={review} />
      <Reading proposalId={id} review={review} search={search} phone={phone} />
      <div className="review-side">
        {mine && !phone && <Decide {...mine} onDone={() => done(mine.approval)} />}
        <Found draft={draft} overrule={overruleOf(review)} onOverrule={setOpen} />
        <Paper proposalId={id} draft={draft} />
        {mine && phone && <More others={others} onOpen={setOpen} />}
      </div>
      {mine && phone && <ThumbBar {...mine} />}
      <ActionDrawer
        action={open}
        words={open === approval ? words : undefined}
        fromBelow={phone}
        onClose={() => setOpen(null)}
        onDone={() => (open ? done(open) : undefined)}
      />
    </div>
  );
}

function Head({ file, review: { draft, step } }: { file: CaseFile; review: Review }) {
  const { id, number, title } = file.proposal;
  const round = draft.rounds.at(-1);
  const reply = file.clocks.find(({ clock, state }) => clock === 'reply' && state === 'running');
  return (
    <header className="review-head">
      <h1>
        <Link to="/proposals/$id" params={{ id }}>
          第 {number} 号
        </Link>{' '}
        {title}
      </h1>
      <p className="row-buttons">
        {reply && <ClockLight clock={reply} />}
        <span className="quiet">
          {step ? `等您：${step.name}` : '现在没有等您审的'}
          {round && `；第 ${round.round} 轮，${round.reason}`}
          {step && step.touched.length > 0 && `；您同意之后改了${step.touched.join('、')}`}
        </span>
      </p>
    </header>
  );
}
