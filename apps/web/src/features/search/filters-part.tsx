import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import type { FullTextSearch } from '../../app/search';
import { meQuery, unitsQuery } from '../../shared/api/queries';
import { stages } from '../../shared/api/words';

interface Props {
  readonly search: FullTextSearch;
  readonly onChange: (search: FullTextSearch) => void;
}

/** The newest years first, as far back as a term of the committee and the one before. */
const YEARS = 12;
const years = Array.from({ length: YEARS }, (_, i) => new Date().getFullYear() + 1 - i);

/** Which of the finds: each condition is in the address, so that what is seen can be sent on. */
export function FiltersPart({ search, onChange }: Props) {
  const { data: units = [] } = useQuery(unitsQuery);
  const { data: me } = useSuspenseQuery(meQuery);
  const set = (more: FullTextSearch): void => onChange({ ...search, ...more, page: undefined });
  const { year, unit, outcomeClass, proposer, stage } = search;
  return (
    <div className="card pad filters" role="group" aria-label="条件">
      <Select
        aria-label="年份"
        placeholder="年份"
        allowClear
        value={year}
        options={years.map((value) => ({ value, label: `${value}年` }))}
        onChange={(value?: number) => set({ year: value })}
      />
      <Select
        aria-label="单位"
        className="unit-choice"
        placeholder="单位"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={unit}
        options={units.map(({ id, shortName }) => ({ value: id, label: shortName }))}
        onChange={(value?: string) => set({ unit: value })}
        popupMatchSelectWidth={false}
      />
      <Select
        aria-label="办理结果"
        placeholder="办理结果"
        allowClear
        value={outcomeClass}
        options={me.classes}
        onChange={(value?: string) => set({ outcomeClass: value })}
      />
      <Select
        aria-label="办理阶段"
        placeholder="办理阶段"
        allowClear
        value={stage}
        options={Object.entries(stages).map(([value, label]) => ({
          value: value as keyof typeof stages,
          label,
        }))}
        onChange={(value?: keyof typeof stages) => set({ stage: value })}
        popupMatchSelectWidth={false}
      />
      <Input.Search
        key={proposer}
        className="short"
        aria-label="提案者"
        placeholder="提案者"
        defaultValue={proposer}
        maxLength={60}
        allowClear
        onSearch={(words) => set({ proposer: words.trim() || undefined })}
      />
      {(year ?? unit ?? outcomeClass ?? proposer ?? stage) !== undefined && (
        <Button type="link" onClick={() => onChange({ q: search.q, kind: search.kind })}>
          去掉条件
        </Button>
      )}
    </div>
  );
}
