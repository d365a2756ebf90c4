import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ComponentType } from 'react';
import { FieldFrame, type FieldProps } from './field-frame';
import { useForm } from './form-context';
import { OrderButtons } from './order-buttons';
import type { FieldOf } from './schema';
import { initialValues, saysNothing, type Values, withValue } from './values';

type Props = FieldProps<FieldOf<'list'>> & {
  /** Draws any field; handed in, because a list is a field itself. */
  readonly draw: ComponentType<FieldProps>;
};

/** A list of groups: added to, taken from and put in order, or of fixed length where each item has a title of its own. */
export function ListField({ field, path, value, onChange, draw: Inner }: Props) {
  const { choices, disabled } = useForm();
  const items = (value ?? []) as Values[];
  const fixed = field.titleField !== null;
  const titleOf = (item: Values, i: number): string => {
    const title = field.titleField;
    if (!title) return `${field.title} ${i + 1}`;
    const known = Object.values(choices).flat();
    return known.find((choice) => choice.value === item[title.name])?.label ?? `${field.title} ${i + 1}`;
  };
  return (
    <FieldFrame field={field} path={path} group>
      {items.map((item, i) => (
        <fieldset className="item" key={i}>
          <legend className={fixed ? 'item-title' : undefined}>{titleOf(item, i)}</legend>
          {!fixed && <OrderButtons items={items} at={i} name={titleOf(item, i)} onChange={onChange} />}
          {field.quick && saysNothing(field, item) && (
            <button
              type="button"
              className="as-button item-quick"
              aria-label={`${field.quick.label}：${titleOf(item, i)}`}
              disabled={disabled}
              onClick={() => onChange(withValue(items, [i], { ...item, ...field.quick?.values }))}
            >
              {field.quick.label}
            </button>
          )}
          <div className="item-fields">
            {field.fields
              .filter((inner) => inner.name !== field.titleField?.name)
              .map((inner) => (
                <Inner
                  key={inner.name}
                  field={inner}
                  path={`${path}.${i}.${inner.name}`}
                  value={item[inner.name]}
                  onChange={(next) => onChange(withValue(items, [i, inner.name], next))}
                />
              ))}
          </div>
        </fieldset>
      ))}
      {!fixed && items.length < field.maxItems && (
        <Button
          icon={<PlusOutlined />}
          disabled={disabled}
          onClick={() => onChange([...items, initialValues(field.fields)])}
        >
          {`添加${field.title.replace(/（.*）$/, '')}`}
        </Button>
      )}
    </FieldFrame>
  );
}
