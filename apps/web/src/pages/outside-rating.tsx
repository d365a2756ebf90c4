import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ContactQuestions } from '../features/outside/contact-question';
import { LinkIsDead } from '../features/outside/link-is-dead';
import { RatingForm } from '../features/outside/rating-form';
import { asProblem } from '../shared/api/problem';
import { answerContactOfRating, outsideRatingQuery } from '../shared/api/outside-queries';
import type { OutsideRating } from '../shared/api/types';
import { marks } from '../shared/api/words';
import { showDay, showInstant } from '../shared/format';
import { LetterFrame } from '../shared/ui/letter-frame';
import { Failure, Loading, usePageTitle } from '../shared/ui/states';
import { Prose } from '../shared/ui/text';

const route = getRouteApi('/r/$token');

/** The proposer's own page for rating: the two marks first, the letter below; large, without any sign-in. */
export function OutsideRatingPage() {
  const { token } = route.useParams();
  const query = useQuery(outsideRatingQuery(token));
  usePageTitle('测评');
  if (query.data) return <Asked asked={query.data} token={token} done={query.refetch} />;
  if (!query.error) return <Loading />;
  const problem = asProblem(query.error);
  if (problem.status !== 404) return <Failure problem={problem} retry={() => void query.refetch()} />;
  return <LinkIsDead />;
}

interface Props {
  readonly asked: OutsideRating;
  readonly token: string;
  readonly done: () => Promise<unknown>;
}

function Asked({ asked, token, done }: Props) {
  const { recipient, proposal, unit, documentNumber, date, round, dueOn, given, contacts, html } = asked;
  return (
    <main className="outside">
      <p className="outside-to">{recipient}，您好：</p>
      <h1>{given ? '您的测评已收到，谢谢' : '请您测评提案办理情况'}</h1>
      <p>
        您的第{proposal.number}号提案《{proposal.title}》，{unit}于{showDay(date)}以{documentNumber}
        {round > 1 ? '再次答复' : '答复'}。{!given && dueOn && `请在 ${showDay(dueOn)}前测评，半分钟即可。`}
      </p>
      <p className="quiet">
        这个链接只给您本人。提交之前，办理单位看不到您有没有打开，也看不到您填了什么；提交之后，交办单位和办理单位都会看到。
      </p>
      {given ? <Given given={given} /> : <RatingForm token={token} done={done} />}
      <ContactQuestions
        contacts={contacts}
        answer={(id, said) => answerContactOfRating(token, id, said)}
        done={done}
      />
      <LetterFrame html={html} title="答复函全文" />
    </main>
  );
}

function Given({ given }: { given: NonNullable<OutsideRating['given']> }) {
  return (
    <section className="part" aria-label="您的测评" role="status">
      <p>
        对办理：<b>{marks[given.handling]}</b>；对结果：<b>{marks[given.result]}</b>（{showInstant(given.at)}
        提交，不能再改）
      </p>
      {[given.handlingReason, given.resultReason, given.remark].map((text, i) =>
        text ? <Prose key={i} text={text} /> : null,
      )}
      <p className="quiet">如有不满意，交办单位会研究是否重新办理，结果另行告知您。</p>
    </section>
  );
}
