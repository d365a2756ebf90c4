import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api/client';
import { asProblem } from '../../shared/api/problem';
import { noticeSettingsQuery } from '../../shared/api/queries';

/** The secret address under which a calendar program finds the deadlines of the unit. */
export function CalendarPart({ address }: { address: string | null }) {
  const client = useQueryClient();
  const { message, modal } = App.useApp();
  const [busy, setBusy] = useState(false);
  const run = async (work: () => Promise<unknown>, words: string) => {
    setBusy(true);
    try {
      await work();
      await client.invalidateQueries({ queryKey: noticeSettingsQuery.queryKey });
      void message.success(words);
    } catch (error) {
      void message.error(asProblem(error).detail);
    } finally {
      setBusy(false);
    }
  };
  const renew = () => run(() => api.POST('/calendar-feed'), '地址已生成');
  const change = () =>
    void modal.confirm({
      title: '更换日历地址？',
      content: '现在的地址马上失效，日历软件里要重新订阅。',
      okText: '更换',
      onOk: renew,
    });
  const revoke = () =>
    void modal.confirm({
      title: '停用日历地址？',
      content: '日历软件将不再更新时限。以后可以再生成新的地址。',
      okText: '停用',
      onOk: () => run(() => api.DELETE('/calendar-feed'), '已停用'),
    });
  return (
    <section className="card pad settings" aria-label="日历订阅">
      <h2>日历订阅</h2>
      <p>
        在手机或电脑的日历里订阅下面的地址，本单位正在计算的时限就会显示在日历上。地址等于钥匙，请不要转给别人。
      </p>
      {address === null ? (
        <Button loading={busy} onClick={() => void renew()}>
          生成订阅地址
        </Button>
      ) : (
        <>
          <Input
            aria-label="日历订阅地址"
            readOnly
            value={address}
            onFocus={(event) => event.target.select()}
          />
          <span className="row-buttons">
            <Button
              onClick={() =>
                void navigator.clipboard.writeText(address).then(
                  () => message.success('已复制'),
                  () => message.info('请选中地址后手工复制。'),
                )
              }
            >
              复制
            </Button>
            <Button loading={busy} onClick={change}>
              更换地址
            </Button>
            <Button danger loading={busy} onClick={revoke}>
              停用
            </Button>
          </span>
        </>
      )}
    </section>
  );
}
