import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { type ChangeEvent, useState } from 'react';
import { api, postCommand } from '../../shared/api/client';
import { asProblem } from '../../shared/api/problem';
import { placeProfileQuery } from '../../shared/api/queries';
import type { NextAction, PlaceProfile, ProfilePreview } from '../../shared/api/types';
import { Area } from '../../shared/ui/area';
import { PreviewPart } from './preview-part';
import { FilePick } from '../../shared/ui/file-pick';

type FileName = PlaceProfile['files'][number]['name'];
type Edits = Partial<Record<FileName, string>>;

interface Props {
  readonly profile: PlaceProfile;
  readonly action: NextAction;
}

/** The files that differ from those that stand, as they are sent. */
export const editOf = ({ version, files }: PlaceProfile, edits: Edits) => ({
  version,
  files: files.flatMap(({ name, text }) => {
    const edited = edits[name];
    return edited === undefined || edited === text ? [] : [{ name, text: edited }];
  }),
});

/** Editing: what is typed is looked at first, and published when it has been seen. */
function usePublishing({ profile, action }: Props) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [edits, setEdits] = useState<Edits>({});
  const [preview, setPreview] = useState<ProfilePreview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const edit = editOf(profile, edits);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(asProblem(error).detail);
      setPreview(null);
    } finally {
      setBusy(false);
    }
  };
  return {
    ...{ edits, edit, preview, problem, busy },
    write: (name: FileName, text: string) => {
      setEdits({ ...edits, [name]: text });
      setPreview(null);
    },
    look: () =>
      run(async () => setPreview((await api.POST('/place-profiles/preview', { body: edit })).data ?? null)),
    publish: () =>
      run(async () => {
        await postCommand(action.href, edit);
        await client.invalidateQueries({ queryKey: placeProfileQuery.queryKey });
        setEdits({});
        setPreview(null);
        void message.success('已发布新版本');
      }),
  };
}

/** 修改: one file at a time, typed or read from the disk. */
export function EditorPart(props: Props) {
  const { files } = props.profile;
  const [name, setName] = useState<FileName>(files[0]?.name ?? 'place.yaml');
  const editing = usePublishing(props);
  const { edit, preview, problem, busy } = editing;
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.target;
    const file = input.files?.[0];
    if (file) editing.write(name, await file.text());
    // The same file, mended, may be chosen again.
    input.value = '';
  };
  const text = editing.edits[name] ?? files.find((each) => each.name === name)?.text ?? '';
  return (
    <section className="card pad settings" aria-label="修改">
      <h2>修改</h2>
      <Select
        aria-label="文件"
        value={name}
        onChange={setName}
        options={files.map((each) => ({ value: each.name, label: `${each.label}（${each.name}）` }))}
      />
      <label className="setting-line file-line">
        <span>从文件读入 {name}</span>
        <FilePick accept=".yaml,.yml" onChange={(event) => void read(event)} />
      </label>
      <Area
        least={12}
        aria-label={`${name} 的内容`}
        value={text}
        onChange={(event) => editing.write(name, event.target.value)}
      />
      <p className="quiet">
        {edit.files.length === 0
          ? '还没有改动。'
          : `改了 ${edit.files.map((each) => each.name).join('、')}。`}
      </p>
      {problem && (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
      <span className="row-buttons">
        <Button loading={busy} disabled={edit.files.length === 0} onClick={() => void editing.look()}>
          预览
        </Button>
        <Button
          type="primary"
          loading={busy}
          disabled={preview === null}
          onClick={() => void editing.publish()}
        >
          {props.action.label}
        </Button>
      </span>
      {preview && <PreviewPart preview={preview} />}
    </section>
  );
}
