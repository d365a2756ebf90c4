import { App } from 'antd';
import { type ReactNode, useState } from 'react';
import { Problem } from '../shared/api/problem';
import { Area } from '../shared/ui/area';
import { BatchReport } from '../shared/ui/batch-report';
import { ChooseList } from '../shared/ui/choose-list';
import { Dialog } from '../shared/ui/dialog';
import { InkPicture } from '../shared/ui/ink';
import { FilePick } from '../shared/ui/file-pick';
import { ClockLight, Light } from '../shared/ui/light';
import { Failure, Loading, Nothing } from '../shared/ui/states';
import { Tag } from '../shared/ui/tag';
import { Differences, Prose } from '../shared/ui/text';
import { TypeSwitch } from '../shared/ui/type-switch';
import { offerUndo } from '../shared/ui/undo';
import { WideTable } from '../shared/ui/wide-table';
import { clock } from '../testing/data';

const tints = ['plain', 'blue', 'green', 'red', 'amber'] as const;
const lights = [
  { color: 'overdue', words: '逾期 3 天' },
  { color: 'red', words: '剩 2 个工作日' },
  { color: 'yellow', words: '剩 8 个工作日' },
  { color: 'green', words: '剩 20 个工作日' },
  { color: 'grey', words: '不计时' },
] as const;
const outcomes = [
  { key: 'a', words: '第 135021 号', ok: true, detail: '已签收' },
  { key: 'b', words: '第 135022 号', ok: false, detail: '已经签收过了。请刷新后再看。' },
];

/** Our own components over the library's, each in its states, under its file's name. */
export function Components() {
  return (
    <main className="narrow">
      <h1>自有组件</h1>
      <Shown name="tag.tsx">
        {tints.map((tint) => (
          <Tag key={tint} tint={tint}>
            {tint}
          </Tag>
        ))}
      </Shown>
      <Shown name="light.tsx">
        {lights.map((light) => (
          <Light key={light.color} light={light} />
        ))}
        <ClockLight clock={clock()} />
      </Shown>
      <Shown name="file-pick.tsx">
        <label className="file">
          <span>文件</span>
          <FilePick />
        </label>
      </Shown>
      <Shown name="text.tsx">
        <Prose text={'第一段。\n第二段。'} />
        <Differences before="建成十处。" after="建成十二处。" />
      </Shown>
      <Shown name="ink.tsx">
        <InkPicture
          ink={{ path: 'M100 100L300 40L500 260M620 80L640 240', x: 90, y: 30, width: 560, height: 240 }}
          words="手写签批：同意。区振寰"
        />
      </Shown>
      <Shown name="choose-list.tsx">
        <Choosing />
      </Shown>
      <Shown name="batch-report.tsx">
        <BatchReport progress={{ total: 2, outcomes }} onClose={() => undefined} />
      </Shown>
      <Shown name="undo.tsx · dialog.tsx · type-switch.tsx · area.tsx">
        <Pressed />
      </Shown>
      <Shown name="wide-table.tsx">
        <WideTable title="示例" heads={['单位', '主办']} numbers>
          <tr>
            <td>市商务局</td>
            <td>12</td>
          </tr>
        </WideTable>
      </Shown>
      <Shown name="states.tsx">
        <Nothing words="没有等您办的，可以喝口茶了。" />
        <Loading rows={2} />
        <Failure problem={new Problem(403, 'permission.denied', '这一页由系统管理员维护。')} />
        <Failure problem={new Problem(500, 'internal', '服务器出错，请稍后再试。')} />
      </Shown>
    </main>
  );
}

const Shown = ({ name, children }: { name: string; children: ReactNode }) => (
  <section className="card pad settings" aria-label={name}>
    <h2 className="mono">{name}</h2>
    {children}
  </section>
);

function Choosing() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(['甲']));
  return (
    <ChooseList
      groups={[{ key: 'all', rows: ['甲', '乙', '丙（现在还不能办）'] }]}
      keyOf={(row) => row}
      nameOf={(row) => row}
      mayChoose={(row) => row.length === 1}
      counter="件"
      chosen={chosen}
      disabled={false}
      onChoose={setChosen}
    >
      {(row, box) => (
        <li key={row}>
          {box}
          <span>{row}</span>
        </li>
      )}
    </ChooseList>
  );
}

function Pressed() {
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('随文字长高。');
  return (
    <>
      <p className="row-buttons">
        <button
          type="button"
          className="as-button"
          onClick={() => offerUndo(message, '已签收 1 件', () => undefined)}
        >
          可以撤销的一步
        </button>
        <button type="button" className="as-button" onClick={() => setOpen(true)}>
          打开窗口
        </button>
        <TypeSwitch />
      </p>
      <Area least={2} aria-label="一段文字" value={text} onChange={(event) => setText(event.target.value)} />
      {open && (
        <Dialog title="窗口" onClose={() => setOpen(false)}>
          <p className="pad">按 Esc 或点旁边关闭。</p>
        </Dialog>
      )}
    </>
  );
}
