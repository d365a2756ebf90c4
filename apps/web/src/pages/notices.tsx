import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { App } from 'antd';
import { api } from '../shared/api/client';
import { asProblem } from '../shared/api/problem';
import { meQuery, noticesQuery } from '../shared/api/queries';
import type { Notice } from '../shared/api/types';
import { showInstant } from '../shared/format';
import { Answer, Nothing, usePageTitle } from '../shared/ui/states';

/** What the system has told me; opening one reads it and leads to its place. */
export function NoticesPage() {
  usePageTitle('通知');
  const query = useQuery(noticesQuery);
  const queryClient = useQueryClient();
  const router = useRouter();
  const { message } = App.useApp();
  const open = async (notice: Notice, link = notice.link) => {
    try {
      if (!notice.readAt) {
        await api.POST('/notices/{notice}/read', { params: { path: { notice: notice.id } } });
        void queryClient.invalidateQueries({ queryKey: noticesQuery.queryKey });
        void queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
      }
      if (link.startsWith('/')) router.history.push(link);
    } catch (error) {
      void message.error(asProblem(error).detail);
    }
  };
  return (
    <div className="narrow">
      <div className="page-head">
        <h1>通知</h1>
      </div>
      <Answer query={query}>
        {(notices) => (
          <div className="card">
            {notices.length === 0 ? (
              <Nothing words="没有通知。时限临近、有人退回或催办时，会在这里告诉您。" />
            ) : (
              <ul className="notices">
                {notices.map((notice) => (
                  <li key={notice.id}>
                    <button type="button" className="notice" onClick={() => void open(notice)}>
                      <span className="notice-title">
                        {!notice.readAt && <span className="unread">未读</span>}
                        {notice.title}
                      </span>
                      {notice.items.length < 2 && <span>{notice.body}</span>}
                      <span className="quiet">{showInstant(notice.createdAt)}</span>
                    </button>
                    {notice.items.length > 1 && (
                      <ul className="notice-items">
                        {notice.items.map((item, n) => (
                          <li key={n}>
                            <button
                              type="button"
                              className="notice"
                              onClick={() => void open(notice, item.link)}
                            >
                              <span className="notice-title">{item.title}</span>
                              <span>{item.body}</span>
                            </button>
                          </li>
                        ))}
                      </ul>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
      </Answer>
    </div>
  );
}
