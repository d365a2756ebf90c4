import { Segmented } from 'antd';
import type { WordingPreview } from '../../shared/api/types';
import { LetterFrame } from '../../shared/ui/letter-frame';
import type { Paper } from './use-preview';

const papers = [
  { value: 'plenary', label: '政协提案' },
  { value: 'npc_suggestion', label: '代表建议' },
] as const;

interface Props {
  readonly preview: WordingPreview & { readonly drawing: boolean };
  readonly kindName: string;
  readonly paper: Paper;
  /** Whether it says what is not saved. */
  readonly unsaved: boolean;
  readonly choosePaper: (paper: Paper) => void;
}

/** 样函: an invented letter in the words as they are typed. */
export function SamplePart({
  preview: { html, problem, drawing },
  kindName,
  paper,
  unsaved,
  choosePaper,
}: Props) {
  return (
    <section className="card pad wording-sample" aria-label="样函">
      <div className="wording-sample-head">
        <h2>样函：{kindName}</h2>
        <Segmented
          aria-label="样函答复什么"
          value={paper}
          options={[...papers]}
          onChange={(value) => choosePaper(value as Paper)}
        />
      </div>
      <p className="quiet" role="status">
        {sayingOf(problem, drawing, unsaved)}
      </p>
      {html && <LetterFrame html={html} title={`样函：${kindName}`} />}
    </section>
  );
}

const sayingOf = (problem: string | null, drawing: boolean, unsaved: boolean): string => {
  if (drawing) return '正在按写的重新排……';
  return problem
    ? '写法有误，下面还是改错之前的样子。'
    : `人名、单位和事情都是虚构的${unsaved ? '；改动还没有保存' : ''}。`;
};
