import { Select } from 'antd';
import { FieldFrame, type FieldProps, useControl } from './field-frame';
import { useForm } from './form-context';
import { OrderButtons } from './order-buttons';
import type { FieldOf } from './schema';

/** Several of the choices, in an order that means something: the order of the letter. */
export function ChoicesField({ field, path, value, onChange }: FieldProps<FieldOf<'choices'>>) {
  const { choices } = useForm();
  const { id, disabled } = useControl(field, path);
  const all = choices[field.list] ?? [];
  const chosen = (value ?? []) as string[];
  const labelOf = (each: string): string => all.find((choice) => choice.value === each)?.label ?? each;
  const left = all.filter((choice) => !chosen.includes(choice.value));
  return (
    <FieldFrame field={field} path={path} group>
      {chosen.length > 0 && (
        <ol className="chosen">
          {chosen.map((each, i) => (
            <li key={each}>
              <span>{labelOf(each)}</span>
              <OrderButtons items={chosen} at={i} name={labelOf(each)} onChange={onChange} />
            </li>
          ))}
        </ol>
      )}
      {left.length > 0 && (
        <Select
          id={`${id}-add`}
          aria-label={`添加${field.title}`}
          className="full"
          disabled={disabled}
          value={null}
          onChange={(next: string | null) => next && onChange([...chosen, next])}
          options={left}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={`添加${field.title}`}
          notFoundContent="没有符合的"
          popupMatchSelectWidth={false}
        />
      )}
    </FieldFrame>
  );
}
