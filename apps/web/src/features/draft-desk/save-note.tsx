import { Link, useRouterState } from '@tanstack/react-router';
import type { Keeping, SaveState } from './section-keeper';
import { showTime } from '../../shared/format';

const words: Readonly<Record<SaveState, string>> = {
  saved: '已保存',
  waiting: '正在保存……',
  saving: '正在保存……',
  offline: '没有连上服务器：文字已留在本机，恢复后自动保存',
  signedOut: '登录已过期：文字已留在本机',
  clash: '同一段有两种写法，请在下面选定',
  refused: '没有保存：文字已留在本机',
};

/** Whether the server has what was typed, in words. */
export function SaveNote({ keeping }: { keeping: Keeping }) {
  const here = useRouterState({ select: ({ location }) => location.href });
  const { state, problem, savedAt, mergedOthers } = keeping;
  const fine = state === 'saved' || state === 'waiting' || state === 'saving';
  return (
    <p className={fine ? 'save-note quiet' : 'save-note save-trouble'} role="status" data-state={state}>
      {words[state]}
      {state === 'saved' && savedAt !== null && ` ${showTime(savedAt)}`}
      {state === 'refused' && problem && `。${problem.detail}`}
      {mergedOthers && '。已并入同事刚才的改动'}
      {state === 'signedOut' && (
        <>
          {' '}
          <Link to="/login" search={{ next: here }}>
            重新登录后继续
          </Link>
        </>
      )}
    </p>
  );
}
