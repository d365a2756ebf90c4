import { Button } from 'antd';
import { useState } from 'react';
import type { CaseFile, Clock } from '../../shared/api/types';
import { showDay } from '../../shared/format';
import { ClockSteps, Light } from '../../shared/ui/light';
import { Nothing } from '../../shared/ui/states';
import { ClockDrawer } from './clock-drawer';

/** 时限: every clock with how its day was reckoned. */
export function ClocksPart({ file }: { file: CaseFile }) {
  const [opened, setOpened] = useState<Clock | null>(null);
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
          <Button
            size="small"
            aria-label={`逐日说明：${clock.label} ${clock.unit}`}
            onClick={() => setOpened(clock)}
          >
            逐日说明
          </Button>
        </section>
      ))}
      <ClockDrawer clock={opened} onClose={() => setOpened(null)} />
    </>
  );
}
