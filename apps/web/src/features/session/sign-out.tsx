import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { api } from '../../shared/api/client';
import { asProblem } from '../../shared/api/problem';
import type { Me } from '../../shared/api/types';
import { forgetAll } from '../actions/draft-store';

/** Who is here, and the way out. */
export function SignOut({ me }: { me: Me }) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const leave = async () => {
    try {
      await api.DELETE('/session');
      forgetAll();
      await navigate({ to: '/login' });
      queryClient.clear();
    } catch (error) {
      void message.error(asProblem(error).detail);
    }
  };
  return (
    <div className="person">
      <span className="person-name">
        {me.name}
        <small>
          {me.unit}
          {me.office ? ` · ${me.office}` : ''}
        </small>
      </span>
      <Button size="small" ghost onClick={() => void leave()}>
        退出
      </Button>
    </div>
  );
}
