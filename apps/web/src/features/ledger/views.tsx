import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { App, Button, Input, Popover, Select } from 'antd';
import { useState } from 'react';
import type { ProposalsSearch } from '../../app/search';
import { keepLedgerView, ledgerViewsQuery } from '../../shared/api/queries';
import { asProblem } from '../../shared/api/problem';
import type { LedgerViews } from '../../shared/api/types';
import { OPEN_LIGHTS, type View, viewKey, viewsOf } from './views-of';

const route = getRouteApi('/shell/proposals');

/** Over the ledger: the views with their counts, what else may be asked, and the way to keep a view of one's own. */
export function Views({ search }: { search: ProposalsSearch }) {
  const { data } = useQuery(ledgerViewsQuery);
  const { page: _page, ...asked } = search;
  const views = viewsOf(data);
  return (
    <>
      <nav className="tabs" aria-label="台账视图">
        {views.map((view) => (
          <ViewTab key={view.name} view={view} chosen={viewKey(view.asked) === viewKey(asked)} />
        ))}
      </nav>
      <div className="ledger-choices">
        <Choices data={data} asked={asked} />
        {views.every((view) => viewKey(view.asked) !== viewKey(asked)) && <KeepView asked={asked} />}
      </div>
    </>
  );
}

function ViewTab({ view, chosen }: { view: View; chosen: boolean }) {
  const drop = useKeep();
  return (
    <span className="tab-group">
      <Link
        to="/proposals"
        search={view.asked}
        activeOptions={{ exact: true }}
        className="tab"
        aria-current={chosen ? 'page' : undefined}
      >
        {view.name} {view.count}
      </Link>
      {view.own && chosen && (
        <Button
          size="small"
          type="text"
          loading={drop.isPending}
          onClick={() => drop.mutate({ name: view.name, asked: null })}
        >
          删掉这个视图
        </Button>
      )}
    </span>
  );
}

/** Sends what is to be kept; a refusal is told. */
function useKeep(then: () => void = () => undefined) {
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: keepLedgerView,
    onSuccess: async () => {
      then();
      await client.invalidateQueries({ queryKey: ledgerViewsQuery.queryKey });
    },
    onError: (error) => void message.error(asProblem(error).detail),
  });
}

function KeepView({ asked }: { asked: Omit<ProposalsSearch, 'page'> }) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const keep = useKeep(() => setOpen(false));
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value));
  const send = (): void => {
    if (name.trim()) keep.mutate({ name: name.trim(), asked: given });
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      content={
        <form
          className="row-buttons"
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <Input
            aria-label="视图名称"
            placeholder="给这个视图起个名字"
            maxLength={30}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <Button htmlType="submit" type="primary" loading={keep.isPending}>
            保存
          </Button>
        </form>
      }
    >
      <Button>存为视图</Button>
    </Popover>
  );
}

function Choices({ data, asked }: { data: LedgerViews | undefined; asked: Omit<ProposalsSearch, 'page'> }) {
  const navigate = route.useNavigate();
  const choose = (key: keyof ProposalsSearch) => (value: string | undefined) =>
    void navigate({ search: { ...asked, [key]: value ?? undefined } });
  const stages = (data?.stages ?? []).map(({ stage, label, open }) => {
    return { value: stage, label: open > 0 ? `${label}（${open}）` : label };
  });
  const leaders = (data?.leaders ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const classes = (data?.classes ?? []).map((key) => ({ value: key, label: `${key} 类` }));
  const choices = [
    { key: 'stage', words: '环节', options: stages },
    { key: 'light', words: '亮灯', options: LIGHTS },
    { key: 'outcomeClass', words: '类别', options: classes },
    // Most houses name no supervising leader: then there is nothing to choose.
    ...(leaders.length > 0 || asked.leader
      ? [{ key: 'leader', words: '督办领导', options: leaders } as const]
      : []),
  ] as const;
  return choices.map(({ key, words, options }) => (
    <Select
      key={key}
      allowClear
      className="ledger-choice"
      aria-label={words}
      placeholder={words}
      value={asked[key] as string | undefined}
      options={options}
      onChange={choose(key)}
    />
  ));
}

const LIGHTS = [
  { value: OPEN_LIGHTS, label: '在办' },
  { value: 'overdue', label: '逾期' },
  { value: 'red,yellow', label: '临近' },
  { value: 'red', label: '红灯' },
  { value: 'yellow', label: '黄灯' },
  { value: 'green', label: '绿灯' },
  { value: 'grey', label: '不计时' },
];
