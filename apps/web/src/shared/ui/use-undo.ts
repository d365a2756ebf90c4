import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { postCommand } from '../api/client';
import { asProblem } from '../api/problem';
import { offerUndo } from './undo';

/** What the server offers to take a step back with: it decides whether that still goes. */
export interface Undo {
  readonly label: string;
  readonly href: string;
}

/** Takes the steps back, the last first. @returns how many could be taken back, and why the first of the others could not */
export async function takeBack(
  undos: readonly Undo[],
  post: (href: string) => Promise<unknown>,
): Promise<{ readonly back: number; readonly problem: string | null }> {
  let back = 0;
  let problem: string | null = null;
  for (const { href } of [...undos].reverse()) {
    try {
      await post(href);
      back += 1;
    } catch (error) {
      problem ??= asProblem(error).detail;
    }
  }
  return { back, problem };
}

/** Says what was done and offers for ten seconds to take it back. */
export function useUndo(): (words: string, undos: readonly Undo[]) => void {
  const client = useQueryClient();
  const { message } = App.useApp();
  return (words, undos) =>
    offerUndo(
      message,
      words,
      () =>
        void takeBack(undos, (href) => postCommand(href, {})).then(async ({ back, problem }) => {
          await client.invalidateQueries();
          if (problem === null) void message.success(undos.length > 1 ? `已撤回 ${back} 件` : '已撤回');
          else void message.error(undos.length > 1 ? `撤回了 ${back} 件，其余没有撤回：${problem}` : problem);
        }),
      undos[0]?.label,
    );
}
