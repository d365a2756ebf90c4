import { Button } from 'antd';
import type { NextAction } from '../../shared/api/types';
import type { Values } from './values';

type Advice = NonNullable<NextAction['advice']>[number];
type Use = Advice['units'][number]['uses'][number];

interface Props {
  readonly advice: readonly Advice[];
  readonly values: Values;
  readonly disabled: boolean;
  readonly onChange: (field: string, value: unknown) => void;
}

/** The unit of a value, whether it stands alone or among others. */
const unitOf = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && 'unitId' in value ? value.unitId : value;

const stands = (values: Values, { field, value, adds }: Use): boolean => {
  const now = values[field];
  return adds
    ? Array.isArray(now) && now.some((each) => unitOf(each) === unitOf(value))
    : unitOf(now) === unitOf(value);
};

const put = (values: Values, { field, value, adds }: Use): unknown => {
  const now = values[field];
  return adds ? [...(Array.isArray(now) ? now : []), value] : value;
};

/** 推荐: for each suggestion the units it probably concerns, why, and where to put them. Nothing is chosen by itself. */
export function AdvicePart({ advice, values, disabled, onChange }: Props) {
  return (
    <section className="advice" aria-label="推荐的承办单位">
      <h3>推荐的承办单位</h3>
      {advice.map(({ about, units }) => (
        <div key={about}>
          <p className="quiet">{about}</p>
          <ul className="lines">
            {units.map(({ name, reasons, uses }) => (
              <li key={name}>
                <p className="between">
                  <b>{name}</b>
                  <span className="row-buttons">
                    {uses.map((use) => (
                      <Button
                        key={use.field}
                        size="small"
                        aria-label={`${use.label}：${name}`}
                        disabled={disabled || stands(values, use)}
                        onClick={() => onChange(use.field, put(values, use))}
                      >
                        {use.label}
                      </Button>
                    ))}
                  </span>
                </p>
                {reasons.map((reason) => (
                  <p key={reason} className="quiet">
                    {reason}
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
