import { Input, Radio } from 'antd';
import { marks } from '../../shared/api/words';

export type Mark = keyof typeof marks;

interface Props {
  /** What is asked about: 对办理结果. */
  readonly legend: string;
  readonly mark: Mark | null;
  readonly words: string;
  /** What the words under the mark are; null: none are asked for. */
  readonly label: string | null;
  readonly onMark: (mark: Mark) => void;
  readonly onWords: (words: string) => void;
}

/** 满意, 基本满意, 不满意, with room for words. */
export function MarkField({ legend, mark, words, label, onMark, onWords }: Props) {
  return (
    <fieldset className="rating">
      <legend>{legend}，您是否满意</legend>
      <Radio.Group
        size="large"
        optionType="button"
        options={Object.entries(marks).map(([value, name]) => ({ value, label: name }))}
        value={mark}
        onChange={(event) => onMark(event.target.value as Mark)}
      />
      {label !== null && (
        <Input.TextArea
          aria-label={label}
          placeholder={label}
          value={words}
          maxLength={5000}
          rows={3}
          onChange={(event) => onWords(event.target.value)}
        />
      )}
    </fieldset>
  );
}
