import type { Clash, Decision } from './merge';
import { Differences, Prose } from '../../shared/ui/text';
import type { SectionKeeper } from './section-keeper';

const ways: readonly { readonly decision: Decision; readonly words: string }[] = [
  { decision: 'mine', words: '用我写的' },
  { decision: 'theirs', words: '用对方写的' },
  { decision: 'both', words: '两段都留下' },
];

/** 同一段有两种写法: what each changed against the text both began with, and the choice. Nothing is overwritten meanwhile. */
export function Clashes({ clashes, keeper }: { clashes: readonly Clash[]; keeper: SectionKeeper }) {
  return (
    <div className="clashes" role="group" aria-label="同一段有两种写法">
      {clashes.map((clash) => (
        <div key={clash.id} className="clash">
          <div className="clash-sides">
            <Side title="我写的" base={clash.base?.body} body={clash.mine?.body} />
            <Side title="对方写的" base={clash.base?.body} body={clash.theirs?.body} />
          </div>
          <p className="row-buttons">
            {ways.map(({ decision, words }) => (
              <button
                key={decision}
                type="button"
                className="as-button"
                onClick={() => keeper.decide(clash, decision)}
              >
                {words}
              </button>
            ))}
          </p>
        </div>
      ))}
    </div>
  );
}

function Side({ title, base, body }: { title: string; base: string | undefined; body: string | undefined }) {
  return (
    <div>
      <b>{title}</b>
      {body === undefined ? (
        <p className="quiet">删去了这一段。</p>
      ) : base === undefined ? (
        <Prose text={body} />
      ) : (
        <Differences before={base} after={body} />
      )}
    </div>
  );
}
