import { PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { FieldFrame, type FieldProps, useControl } from './field-frame';
import { OrderButtons } from './order-buttons';
import type { FieldOf } from './schema';
import { withValue } from './values';

/** A list of single lines: other names, words. */
export function TextsField({ field, path, value, onChange }: FieldProps<FieldOf<'texts'>>) {
  const { id, disabled } = useControl(field, path);
  const texts = (value ?? []) as string[];
  return (
    <FieldFrame field={field} path={path} group>
      {texts.map((text, i) => (
        <div className="line" key={i}>
          <Input
            id={`${id}.${i}`}
            aria-label={`${field.title} ${i + 1}`}
            disabled={disabled}
            value={text}
            onChange={(event) => onChange(withValue(texts, [i], event.target.value))}
          />
          <OrderButtons items={texts} at={i} name={`${field.title} ${i + 1}`} onChange={onChange} />
        </div>
      ))}
      {texts.length < field.maxItems && (
        <Button icon={<PlusOutlined />} disabled={disabled} onClick={() => onChange([...texts, ''])}>
          {`添加${field.title}`}
        </Button>
      )}
    </FieldFrame>
  );
}
