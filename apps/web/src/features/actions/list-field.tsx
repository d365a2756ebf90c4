import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ComponentType } from 'react';
import { FieldFrame, type FieldProps } from './field-frame';
import { fieldId, useForm } from './form-context';
import { OrderButtons } from './order-buttons';
import type { FieldOf } from './schema';
import { cutItem, initialValues, joinItems, saysNothing, type Values, withValue } from './values';

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
          {field.parts && (
            <PartButtons {...{ field, items, path, onChange }} at={i} name={titleOf(item, i)} />
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
          {/* Behind the words: whoever writes them never has to pass it. */}
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

interface PartProps {
  readonly field: FieldOf<'list'>;
  readonly items: readonly Values[];
  readonly path: string;
  readonly at: number;
  readonly name: string;
  readonly onChange: (items: Values[]) => void;
}

/** Cuts an item in two where the cursor was in its words, or joins it with the next. */
function PartButtons({ field, items, path, at, name, onChange }: PartProps) {
  const { disabled, prefix } = useForm();
  const parts = field.parts ?? '';
  const cut = (): void => {
    const area = document.getElementById(fieldId(prefix, `${path}.${at}.${parts}`));
    const cursor = area instanceof HTMLTextAreaElement ? area.selectionStart : 0;
    onChange(cutItem(field, items, at, parts, cursor));
  };
  return (
    <p className="row-buttons item-quick">
      <button
        type="button"
        className="as-button"
        aria-label={`从光标处拆成两条：${name}`}
        disabled={disabled || items.length >= field.maxItems}
        onClick={cut}
      >
        从光标处拆成两条
      </button>
      {at < items.length - 1 && (
        <button
          type="button"
          className="as-button"
          aria-label={`与下一条合并：${name}`}
          disabled={disabled}
          onClick={() => onChange(joinItems(items, at, parts))}
        >
          与下一条合并
        </button>
      )}
    </p>
  );
}
