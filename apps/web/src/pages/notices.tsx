import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import { api } from '../shared/api/client';
import { asProblem } from '../shared/api/problem';
import { meQuery, noticesQuery } from '../shared/api/queries';
import type { Notice, NoticeBox } from '../shared/api/types';
import { showInstant } from '../shared/format';
import { ExportButton } from '../shared/ui/list-buttons';
import { Answer, Nothing, usePageTitle } from '../shared/ui/states';

const route = getRouteApi('/shell/notices');
const boxes: readonly { readonly box: NoticeBox; readonly words: string }[] = [
  { box: 'all', words: '全部' },
  { box: 'unread', words: '未读' },
];
const nothing: Readonly<Record<NoticeBox, string>> = {
  all: '没有通知。时限临近、有人退回或催办时，会在这里告诉您。',
  unread: '没有未读的通知。',
};

/** The newest number of a list: what was on the screen when somebody pressed 全部标为已读. */
const newest = (notices: readonly Notice[]): string =>
  notices.reduce((most, { id }) => (BigInt(id) > BigInt(most) ? id : most), '0');

/** What the system has told me; opening one reads it and leads to its place. */
export function NoticesPage() {
  usePageTitle('通知');
  const { box = 'all' } = route.useSearch();
  const query = useQuery(noticesQuery(box));
  const queryClient = useQueryClient();
  const router = useRouter();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const refresh = (): void => {
    void queryClient.invalidateQueries({ queryKey: ['notices'] });
    void queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  const open = async (notice: Notice, link: string) => {
    try {
      if (!notice.readAt) {
        await api.POST('/notices/{notice}/read', { params: { path: { notice: notice.id } } });
        refresh();
      }
      if (link.startsWith('/')) router.history.push(link);
    } catch (error) {
      void message.error(asProblem(error).detail);
    }
  };
  const readAll = async (notices: readonly Notice[]) => {
    setBusy(true);
    try {
      await api.POST('/notices/read-all', { body: { upTo: newest(notices) } });
      refresh();
    } catch (error) {
      void message.error(asProblem(error).detail);
    } finally {
      setBusy(false);
    }
  };
  const unread = query.data?.some(({ readAt }) => !readAt) ?? false;
  return (
    <div className="narrow">
      <div className="page-head">
        <h1>通知</h1>
        <Button disabled={!unread} loading={busy} onClick={() => void readAll(query.data ?? [])}>
          全部标为已读
        </Button>
        {query.data && query.data.length > 0 && (
          <ExportButton list="/notices.xlsx" asked={{ box }} name="通知" />
        )}
        <Link to="/notice-settings">通知设置</Link>
      </div>
      <div className="card">
        <nav className="tabs notice-tabs" aria-label="通知的范围">
          {boxes.map((each) => (
            <Link
              key={each.box}
              to="/notices"
              search={{ box: each.box }}
              className="tab"
              aria-current={each.box === box ? 'page' : undefined}
            >
              {each.words}
            </Link>
          ))}
        </nav>
        <Answer query={query}>
          {(notices) =>
            notices.length === 0 ? (
              <Nothing words={nothing[box]} />
            ) : (
              <ul className="notices">
                {notices.map((notice) => (
                  <li key={notice.id}>
                    <OneNotice notice={notice} open={(link) => void open(notice, link)} />
                  </li>
                ))}
              </ul>
            )
          }
        </Answer>
      </div>
    </div>
  );
}

/** A notice of several things leads to each of them. */
function OneNotice({ notice, open }: { notice: Notice; open: (link: string) => void }) {
  const several = notice.items.length > 1 ? notice.items : [];
  return (
    <>
      <button type="button" className="notice" onClick={() => open(notice.link)}>
        <span className="notice-title">
          {!notice.readAt && <span className="unread">未读</span>}
          {notice.title}
        </span>
        {several.length === 0 && <span>{notice.body}</span>}
        <span className="quiet">{showInstant(notice.createdAt)}</span>
      </button>
      {several.length > 0 && (
        <ul className="notice-items">
          {several.map((item, at) => (
            <li key={at}>
              <button type="button" className="notice" onClick={() => open(item.link)}>
                <span className="notice-title">{item.title}</span>
                <span>{item.body}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
