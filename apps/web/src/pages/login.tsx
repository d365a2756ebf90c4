import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { Alert, Button, Input } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { DemoAccounts, DemoLetter } from '../features/session/demo';
import { api } from '../shared/api/client';
import { asProblem, type Problem } from '../shared/api/problem';
import { demoQuery } from '../shared/api/queries';
import { usePageTitle } from '../shared/ui/states';

const route = getRouteApi('/login');

/** The door: an account and a password; in the demo, everybody's. */
export function LoginPage() {
  usePageTitle('登录');
  const { next } = route.useSearch();
  const router = useRouter();
  const queryClient = useQueryClient();
  const demo = useQuery(demoQuery).data;
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, setSending] = useState(false);
  const busy = useRef(false);

  const enter = async (as: { account: string; password: string }) => {
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    setProblem(null);
    try {
      await api.POST('/session', { body: as });
      queryClient.clear();
      router.history.push(next ?? '/todo');
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      busy.current = false;
      setSending(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void enter({ account, password });
  };

  return (
    <main className={demo ? 'login login-demo' : 'login'}>
      <section className="card pad login-form" aria-labelledby="login-title">
        <h1 id="login-title">
          复函<small>政协提案办理与答复</small>
        </h1>
        <form className="form" onSubmit={submit}>
          <div className="field">
            <label htmlFor="account">账号</label>
            <Input
              id="account"
              name="account"
              size="large"
              autoComplete="username"
              required
              value={account}
              onChange={(event) => setAccount(event.target.value)}
            />
          </div>
          <div className="field">
            <label htmlFor="password">密码</label>
            <Input.Password
              id="password"
              name="password"
              size="large"
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </div>
          {problem && <Alert type="error" showIcon role="alert" title={problem.detail} />}
          <Button type="primary" htmlType="submit" size="large" block loading={sending}>
            登录
          </Button>
        </form>
        {demo?.letter && <DemoLetter letter={demo.letter} />}
      </section>
      {demo && (
        <section className="card pad" aria-labelledby="demo-title">
          <h2 id="demo-title">演示账号</h2>
          <p className="quiet">点一个人的名字，就以这个人的身份进去。顺序就是一件提案的走法。</p>
          <DemoAccounts demo={demo} onEnter={(as) => void enter(as)} />
        </section>
      )}
    </main>
  );
}
