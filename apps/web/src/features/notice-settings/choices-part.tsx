import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api/client';
import { asProblem } from '../../shared/api/problem';
import { noticeSettingsQuery } from '../../shared/api/queries';
import type { NoticeSettings } from '../../shared/api/types';

type Kind = NoticeSettings['kinds'][number];
type Channel = NoticeSettings['open'][number];
const ways: readonly { readonly channel: Channel; readonly words: string }[] = [
  { channel: 'mail', words: '邮件' },
  { channel: 'sms', words: '短信' },
];

const toggled = (kind: Kind, channel: Channel): Kind => ({
  ...kind,
  channels: kind.channels.includes(channel)
    ? kind.channels.filter((each) => each !== channel)
    : [...kind.channels, channel],
});

/** What is missing before a way works, and who can help. */
function hintOf(channel: Channel, { open, phone }: NoticeSettings): string | null {
  if (!open.includes(channel))
    return channel === 'mail' ? '本单位还没有开通邮件通知。' : '本单位还没有开通短信通知。';
  if (channel === 'sms' && !phone) return '还没有登记您的手机号，请找系统管理员登记。';
  return null;
}

/** The table of kinds and ways, and the mail address. */
export function ChoicesPart({ settings }: { settings: NoticeSettings }) {
  const [mail, setMail] = useState(settings.mail ?? '');
  const [kinds, setKinds] = useState<readonly Kind[]>(settings.kinds);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const client = useQueryClient();
  const { message } = App.useApp();
  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const choices = kinds.map(({ kind, channels }) => ({ kind, channels }));
      await api.POST('/notice-settings', { body: { mail: mail.trim() || null, choices } });
      void message.success('已保存');
      void client.invalidateQueries({ queryKey: noticeSettingsQuery.queryKey });
    } catch (error) {
      setProblem(asProblem(error).detail);
    } finally {
      setBusy(false);
    }
  };
  const hints = ways.map(({ channel }) => hintOf(channel, settings)).filter((hint) => hint !== null);
  return (
    <section className="card pad settings" aria-label="通知方式">
      <p>每一条通知都会进站内通知，不能关闭。还想通过别的方式知道，请在下面选择。</p>
      <label className="setting-line">
        <span>邮箱</span>
        <Input
          type="email"
          autoComplete="email"
          placeholder="name@example.gov.cn"
          value={mail}
          onChange={(event) => setMail(event.target.value)}
        />
      </label>
      {hints.map((hint) => (
        <p key={hint} className="quiet">
          {hint}
        </p>
      ))}
      <table className="table">
        <thead>
          <tr>
            <th scope="col">通知</th>
            {ways.map(({ channel, words }) => (
              <th key={channel} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind.kind}>
              <th scope="row">
                {kind.label}
                {kind.legal && <small className="quiet">（法定，至少留一种）</small>}
              </th>
              {ways.map(({ channel, words }) => (
                <td key={channel}>
                  <Checkbox
                    aria-label={`${kind.label}：${words}`}
                    disabled={!settings.open.includes(channel)}
                    checked={kind.channels.includes(channel)}
                    onChange={() =>
                      setKinds(kinds.map((each) => (each.kind === kind.kind ? toggled(each, channel) : each)))
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {settings.robots.length > 0 && (
        <p className="quiet">
          本单位的群机器人（{settings.robots.join('、')}）由系统管理员设置，也会收到一部分通知。
        </p>
      )}
      {problem && <Alert type="error" showIcon title={problem} className="stale" />}
      <Button type="primary" loading={busy} onClick={() => void save()}>
        保存
      </Button>
    </section>
  );
}
