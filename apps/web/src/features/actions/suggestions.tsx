import { Select } from 'antd';
import { useForm } from './form-context';
import { KeepPhrase } from './keep-phrase';

interface Props {
  readonly list: string;
  /** What stands in the field already. */
  readonly text: string;
  readonly label: string;
  readonly onChange: (text: string) => void;
}

/** So many are laid out to be touched; the rest waits in a list. */
const AT_HAND = 5;
/** A longer one would fill the line by itself. */
const SHORT = 14;

/** 常用语: puts a chosen phrase behind what was written already. */
export function Suggestions({ list, text, label, onChange }: Props) {
  const { choices, disabled } = useForm();
  const offered = choices[list] ?? [];
  const own = list === 'phrases' && text.trim() !== '' && !offered.some(({ value }) => value === text.trim());
  if (offered.length === 0 && !own) return null;
  const atHand = offered.filter((each) => each.label.length <= SHORT).slice(0, AT_HAND);
  const rest = offered.filter((each) => !atHand.includes(each));
  return (
    <div className="phrases" role="group" aria-label={`${label}：插入常用语`}>
      {atHand.map((phrase) => (
        <button
          key={phrase.value}
          type="button"
          className="phrase"
          disabled={disabled}
          onClick={() => onChange(text + phrase.value)}
        >
          {phrase.label}
        </button>
      ))}
      {rest.length > 0 && (
        <Select
          className="short"
          aria-label={`${label}：更多常用语`}
          disabled={disabled}
          value={null}
          placeholder="更多常用语"
          options={rest}
          onChange={(phrase: string | null) => phrase && onChange(text + phrase)}
          popupMatchSelectWidth={false}
        />
      )}
      {own && <KeepPhrase text={text.trim()} />}
    </div>
  );
}
