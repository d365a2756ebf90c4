import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useForm } from './form-context';
import { moved } from './values';

/** Up, down and away, for one item of a list. `name` says which, for those who do not see it. */
export function OrderButtons<T>({
  items,
  at,
  name,
  onChange,
}: {
  items: readonly T[];
  at: number;
  name: string;
  onChange: (items: T[]) => void;
}) {
  const { disabled } = useForm();
  return (
    <span className="order">
      <Button
        size="small"
        icon={<ArrowUpOutlined />}
        aria-label={`上移：${name}`}
        disabled={disabled || at === 0}
        onClick={() => onChange(moved(items, at, at - 1))}
      />
      <Button
        size="small"
        icon={<ArrowDownOutlined />}
        aria-label={`下移：${name}`}
        disabled={disabled || at === items.length - 1}
        onClick={() => onChange(moved(items, at, at + 1))}
      />
      <Button
        size="small"
        icon={<DeleteOutlined />}
        aria-label={`删去：${name}`}
        disabled={disabled}
        onClick={() => onChange(items.filter((_, i) => i !== at))}
      />
    </span>
  );
}
