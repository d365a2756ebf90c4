import type { CaseFile } from '../../shared/api/types';
import { showDay } from '../../shared/format';
import { ClockSteps, Light } from '../../shared/ui/light';
import { Nothing } from '../../shared/ui/states';

/** 时限: every clock with how its day was reckoned. */
export function ClocksPart({ file }: { file: CaseFile }) {
  if (file.clocks.length === 0) return <Nothing words="还没有时限：交办之后开始计算。" />;
  return (
    <>
      <h2>时限</h2>
      {file.clocks.map((clock) => (
        <section key={clock.id} className="part" aria-label={`${clock.label} ${clock.unit}`}>
          <h3 className="between">
            <span>
              {clock.label} <small className="quiet">{clock.unit}</small>
            </span>
            <Light light={clock.light} />
          </h3>
          <p>
            {showDay(clock.startedOn)}起，{showDay(clock.dueOn)}止
            {clock.provisional && '（次年放假安排公布前暂定）'}
            {clock.metOn && `；${showDay(clock.metOn)}办结`}
          </p>
          <ClockSteps clock={clock} />
        </section>
      ))}
    </>
  );
}
