import { Select } from 'antd';
import { useForm } from './form-context';

interface Props {
  readonly list: string;
  /** What stands in the field already. */
  readonly text: string;
  readonly label: string;
  readonly onChange: (text: string) => void;
}

/** 常用语: puts a chosen phrase behind what was written already. */
export function Suggestions({ list, text, label, onChange }: Props) {
  const { choices, disabled } = useForm();
  const offered = choices[list] ?? [];
  if (offered.length === 0) return null;
  return (
    <Select
      className="short"
      aria-label={`${label}：插入常用语`}
      disabled={disabled}
      value={null}
      placeholder="常用语"
      options={[...offered]}
      onChange={(phrase: string | null) => phrase && onChange(text + phrase)}
      popupMatchSelectWidth={false}
    />
  );
}
