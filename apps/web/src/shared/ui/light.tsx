import { Popover } from 'antd';
import type { Clock, Light as LightAnswer } from '../api/types';
import { showDay } from '../format';

const shapes: Record<LightAnswer['color'], { readonly path: string; readonly hollow?: boolean }> = {
  overdue: { path: 'M1 1h10v10H1z' },
  red: { path: 'M1 1h10v10H1z', hollow: true },
  yellow: { path: 'M6 0.8 11.6 11H0.4z' },
  green: { path: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1z' },
  grey: { path: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1z', hollow: true },
};

/** A light's shape alone, where there is no room; its words are read out. */
export function LightShape({ light }: { light: LightAnswer }) {
  return (
    <span className={`light light-${light.color}`} role="img" aria-label={light.words}>
      <Shape color={light.color} />
    </span>
  );
}

function Shape({ color }: Pick<LightAnswer, 'color'>) {
  const { path, hollow } = shapes[color];
  return (
    <svg viewBox="-1 -1 14 14" width="13" height="13" aria-hidden="true">
      <path d={path} fill={hollow ? 'none' : 'currentColor'} stroke="currentColor" strokeWidth="1.8" />
    </svg>
  );
}

/** A deadline light: its shape and its words say the same as its colour. */
export function Light({ light }: { light: LightAnswer }) {
  return (
    <span className={`light light-${light.color}`}>
      <Shape color={light.color} />
      {light.words}
    </span>
  );
}

/** The derivation of a due day, sentence by sentence. */
export function ClockSteps({ clock }: { clock: Pick<Clock, 'steps'> }) {
  return (
    <ol className="steps">
      {clock.steps.map((step, i) => (
        <li key={i}>{step}</li>
      ))}
    </ol>
  );
}

/** A light that explains itself on click: in a few sentences beside it, or where the page has a better place for it. */
export function ClockLight({ clock, onExplain }: { clock: Clock; onExplain?: () => void }) {
  const light = (
    <button type="button" className="clock-light" onClick={onExplain}>
      <span className="quiet">
        {clock.label}
        {clock.unit ? ` · ${clock.unit}` : ''}
      </span>
      {clock.metOn ? (
        <span className="met">✓ {showDay(clock.metOn)}办结</span>
      ) : (
        <>
          <Light light={clock.light} />
          <span className="quiet">
            {showDay(clock.dueOn)}前{clock.provisional ? '（暂定）' : ''}
          </span>
        </>
      )}
    </button>
  );
  if (onExplain) return light;
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      title={`${clock.label}怎么算出来`}
      content={<ClockSteps clock={clock} />}
    >
      {light}
    </Popover>
  );
}
