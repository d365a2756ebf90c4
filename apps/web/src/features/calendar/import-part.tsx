import { Drawer } from 'antd';
import { type ChangeEvent, useState } from 'react';
import type { NextAction } from '../../shared/api/types';
import { ActionForm } from '../actions/action-form';
import type { Values } from '../actions/values';
import { readNotice } from './notice-file';
import { FilePick } from '../../shared/ui/file-pick';

/** A notice from a file: it fills in the form, somebody looks it over, and then it is imported. */
export function ImportPart({ action }: { action: NextAction }) {
  const [notice, setNotice] = useState<Values | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.target;
    const file = input.files?.[0];
    if (!file) return;
    const found = readNotice(await file.text());
    setNotice('notice' in found ? found.notice : null);
    setProblem('problem' in found ? found.problem : null);
    // The same file, mended, may be chosen again.
    input.value = '';
  };
  return (
    <section className="card pad settings" aria-label="从文件导入">
      <h2>从文件导入</h2>
      <label className="setting-line file-line">
        <span>放假安排文件（JSON，一年一个）</span>
        <FilePick accept=".json,application/json" onChange={(event) => void read(event)} />
      </label>
      {problem && (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
      <p className="quiet">选好文件后先核对内容，再导入。没有文件时，点“{action.label}”照通知填写。</p>
      <Drawer
        open={notice !== null}
        onClose={() => setNotice(null)}
        title={`核对并${action.label}`}
        size={520}
        destroyOnHidden
      >
        {notice && (
          <ActionForm
            action={action}
            name={`${action.href} file`}
            given={notice}
            onDone={() => setNotice(null)}
          />
        )}
      </Drawer>
    </section>
  );
}
