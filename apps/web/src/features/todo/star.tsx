import { StarFilled, StarOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { api } from '../../shared/api/client';
import { asProblem } from '../../shared/api/problem';
import { offerUndo } from '../../shared/ui/undo';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly starred: boolean;
}

/** 关注: mine alone, nobody is told. */
export function Star({ id, title, starred }: Props) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { mutate, isPending } = useMutation({
    mutationFn: (on: boolean) => api.POST('/proposals/{id}/star', { params: { path: { id } }, body: { on } }),
    onSuccess: () => client.invalidateQueries(),
    onError: (error) => void message.error(asProblem(error).detail),
  });
  const set = (on: boolean): void =>
    mutate(on, {
      onSuccess: () => offerUndo(message, on ? '已关注，可在“关注”里找到' : '已取消关注', () => mutate(!on)),
    });
  return (
    <button
      type="button"
      className="star"
      aria-label={`关注：${title}`}
      aria-pressed={starred}
      title={starred ? '取消关注' : '关注'}
      disabled={isPending}
      onClick={() => set(!starred)}
    >
      {starred ? <StarFilled /> : <StarOutlined />}
    </button>
  );
}
