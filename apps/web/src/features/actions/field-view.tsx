import { Checkbox, Input, InputNumber, Select } from 'antd';
import { Area } from '../../shared/ui/area';
import { ChoicesField } from './choices-field';
import { FieldFrame, type FieldProps, useControl } from './field-frame';
import { FileField } from './file-field';
import { useForm } from './form-context';
import { InkField } from './ink-field';
import { ListField } from './list-field';
import type { FieldOf } from './schema';
import { Suggestions } from './suggestions';
import { TextsField } from './texts-field';

type WrittenKind = 'text' | 'prose' | 'template' | 'password' | 'date';

function Written({ field, path, value, onChange }: FieldProps<FieldOf<WrittenKind>>) {
  const { id, disabled, aria, error } = useControl(field, path);
  const shared = {
    id,
    disabled,
    value: (value as string | null) ?? '',
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
    ...aria,
  };
  const status = error ? 'error' : undefined;
  if (field.kind === 'date') return <Input {...shared} status={status} type="date" className="short" />;
  if (field.kind === 'prose')
    return (
      <>
        <Area {...shared} least={4} className="writing" />
        {field.suggest && (
          <Suggestions list={field.suggest} text={shared.value} label={field.title} onChange={onChange} />
        )}
      </>
    );
  if (field.kind === 'template') return <Area {...shared} least={2} className="wording" spellCheck={false} />;
  const more = { ...shared, status, maxLength: field.maxLength ?? undefined } as const;
  if (field.kind === 'password') return <Input.Password {...more} autoComplete="new-password" />;
  return <Input {...more} autoComplete="off" />;
}

/** As wide as its field, long entries on several lines: a wider one would leave the screen beside a drawer. */
const wraps = { popup: { root: 'wraps' } };

function Chosen({ field, path, value, onChange }: FieldProps<FieldOf<'enum' | 'choice'>>) {
  const { id, disabled, aria, error } = useControl(field, path);
  const { choices } = useForm();
  const options = field.kind === 'enum' ? field.options : (choices[field.list] ?? []);
  return (
    <Select
      id={id}
      className="full"
      disabled={disabled}
      value={(value as string | null) || undefined}
      onChange={(next: string | undefined) => onChange(next ?? null)}
      options={[...options]}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={field.nullable}
      placeholder={options.length === 0 ? '没有可选的' : `请选择${field.title}`}
      notFoundContent="没有符合的"
      classNames={wraps}
      status={error ? 'error' : undefined}
      {...aria}
    />
  );
}

function Counted({ field, path, value, onChange }: FieldProps<FieldOf<'number'>>) {
  const { id, disabled, aria, error } = useControl(field, path);
  return (
    <InputNumber
      id={id}
      className="short"
      disabled={disabled}
      value={value as number | null}
      onChange={onChange}
      min={field.min ?? undefined}
      max={field.max ?? undefined}
      precision={0}
      status={error ? 'error' : undefined}
      {...aria}
    />
  );
}

/** One field of a form, drawn by its kind. Hidden values are carried along and not drawn. */
export function FieldView({ field, path, value, onChange }: FieldProps) {
  const { disabled, id } = useControl(field, path);
  const rest = { path, value, onChange };
  switch (field.kind) {
    case 'hidden':
      return null;
    case 'list':
      return <ListField field={field} draw={FieldView} {...rest} />;
    case 'choices':
      return <ChoicesField field={field} {...rest} />;
    case 'texts':
      return <TextsField field={field} {...rest} />;
    case 'flag':
      return (
        <div className="field">
          <Checkbox
            id={id}
            disabled={disabled}
            checked={value === true}
            onChange={(event) => onChange(event.target.checked)}
          >
            {field.title}
          </Checkbox>
          {field.description && <p className="hint">{field.description}</p>}
        </div>
      );
    case 'enums':
      return (
        <FieldFrame field={field} path={path} group>
          <Checkbox.Group
            disabled={disabled}
            value={(value ?? []) as string[]}
            onChange={onChange}
            options={[...field.options]}
          />
        </FieldFrame>
      );
    case 'file':
      return (
        <FieldFrame field={field} path={path}>
          <FileField field={field} {...rest} />
        </FieldFrame>
      );
    case 'ink':
      return (
        <FieldFrame field={field} path={path} group>
          <InkField field={field} {...rest} />
        </FieldFrame>
      );
    case 'number':
      return (
        <FieldFrame field={field} path={path}>
          <Counted field={field} {...rest} />
        </FieldFrame>
      );
    case 'enum':
    case 'choice':
      return (
        <FieldFrame field={field} path={path}>
          <Chosen field={field} {...rest} />
        </FieldFrame>
      );
    default:
      return (
        <FieldFrame field={field} path={path}>
          <Written field={field} {...rest} />
        </FieldFrame>
      );
  }
}
