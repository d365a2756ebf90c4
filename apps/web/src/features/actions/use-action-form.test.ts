import { createElement } from 'react';
import { Problem } from '../../shared/api/problem';
import { button } from '../../testing/data';
import { markup } from '../../testing/render';
import { keepTyped, typedFor } from './draft-store';
import { useActionForm } from './use-action-form';

type Options = Parameters<typeof useActionForm>[0];
type Form = ReturnType<typeof useActionForm>;

const schema = {
  properties: {
    version: { type: 'integer', widget: 'hidden' },
    body: { type: 'string', title: '正文', minLength: 1 },
    note: { anyOf: [{ type: 'string', title: '备注', minLength: 1 }, { type: 'null' }] },
  },
  required: ['version', 'body', 'note'],
};
const action = button({
  href: '/drafts/d1/save',
  schema,
  defaults: { version: 3, body: '原文', note: null },
});
const base = JSON.stringify({ version: 3, body: '原文', note: null });

/** A form as it stands at this moment; to see what came of an act, look again. */
function look(more: Partial<Options> = {}): Form {
  let found: Form | undefined;
  const Probe = (): null => {
    const nothing = (): void => undefined;
    found = useActionForm({ action, name: 'f', onDone: nothing, onSignedOut: nothing, ...more });
    return null;
  };
  markup(createElement(Probe));
  return found as Form;
}
const kept = () => typedFor('f {}');
const answers = (status: number, body: unknown) =>
  jest
    .spyOn(globalThis, 'fetch')
    .mockImplementation(() => Promise.resolve(new Response(JSON.stringify(body), { status })));
const keyOf = (request: RequestInit | undefined): string | undefined =>
  (request?.headers as Record<string, string>)['idempotency-key'];
const done = { id: 'd1', proposalId: 'p1' };

beforeEach(() => {
  const notes = new Map<string, string>();
  Object.assign(globalThis, {
    sessionStorage: {
      getItem: (key: string) => notes.get(key) ?? null,
      setItem: (key: string, value: string) => void notes.set(key, value),
      removeItem: (key: string) => void notes.delete(key),
    },
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  Reflect.deleteProperty(globalThis, 'sessionStorage');
});

describe('a form is filled', () => {
  it('should begin with what the server offers', () => {
    expect(look().values).toEqual({ version: 3, body: '原文', note: null });
  });
  it('should prefer what the page brings', () => {
    expect(look({ given: { body: '采用的意见' } }).values.body).toBe('采用的意见');
  });
  it('should bring back what was typed before', () => {
    keepTyped('f {}', { base, values: { version: 3, body: '写到一半', note: null } });
    expect(look().values.body).toBe('写到一半');
  });
  it('should say that it brought it back', () => {
    keepTyped('f {}', { base, values: {} });
    expect(look().restored).toBe(true);
  });
  it('should not say so when nothing was typed', () => {
    expect(look().restored).toBe(false);
  });
  it('should not bring back what was typed while the page brought something else', () => {
    keepTyped('f {"body":"甲"}', { base, values: { body: '写到一半' } });
    expect(look({ given: { body: '乙' } }).values.body).toBe('乙');
  });
});

describe('typing', () => {
  it('should be kept', () => {
    look().set('body', '新的');
    expect(kept()?.values.body).toBe('新的');
  });
  it('should leave the other fields as they were', () => {
    look().set('body', '新的');
    expect(kept()?.values.version).toBe(3);
  });
  it('should remember what the form began with', () => {
    look().set('body', '新的');
    expect(kept()?.base).toBe(base);
  });
  it('should go on remembering it while it goes on', () => {
    keepTyped('f {}', { base: 'as it was', values: { body: '写' } });
    look().set('body', '写到');
    expect(kept()?.base).toBe('as it was');
  });
  it('should bring what follows from a choice', () => {
    look({ follow: () => ({ note: '随之而来' }) }).set('body', '新的');
    expect(kept()?.values.note).toBe('随之而来');
  });
  it('should be forgotten when it is thrown away', () => {
    look().set('body', '新的');
    look().clear();
    expect(kept()).toBeNull();
  });
});

describe('somebody else was faster', () => {
  const elsewhere = { ...action, defaults: { ...action.defaults, version: 4, body: '别人的' } };
  beforeEach(() => keepTyped('f {}', { base, values: { version: 3, body: '我的', note: null } }));

  it('should be noticed', () => {
    expect(look({ action: elsewhere }).overtaken).toBe(true);
  });
  it('should not be claimed while nothing has changed', () => {
    expect(look().overtaken).toBe(false);
  });
  it('should not lose what was typed', () => {
    expect(look({ action: elsewhere }).values.body).toBe('我的');
  });
  it('should keep my words when I say so', () => {
    look({ action: elsewhere }).rebase();
    expect(look({ action: elsewhere }).values.body).toBe('我的');
  });
  it('should take over the version when I keep my words, so that they can be sent', () => {
    look({ action: elsewhere }).rebase();
    expect(look({ action: elsewhere }).values.version).toBe(4);
  });
  it('should be settled once I have said so', () => {
    look({ action: elsewhere }).rebase();
    expect(look({ action: elsewhere }).overtaken).toBe(false);
  });
  it('should show the words of the other when I give mine up', () => {
    look({ action: elsewhere }).clear();
    expect(look({ action: elsewhere }).values.body).toBe('别人的');
  });
});

describe('sending', () => {
  const gap = { ...action, defaults: { version: 3 } };
  it('should ask nobody while something is missing', async () => {
    const fetched = answers(200, done);
    await look({ action: gap }).submit();
    expect(fetched).not.toHaveBeenCalled();
  });
  it('should not count as done while something is missing', async () => {
    answers(200, done);
    expect(await look({ action: gap }).submit()).toBe(false);
  });
  it('should go to the address of the button', async () => {
    const fetched = answers(200, done);
    await look().submit();
    expect(fetched.mock.calls[0]?.[0]).toBe('/api/drafts/d1/save');
  });
  it('should carry what is hidden as well as what was typed', async () => {
    const fetched = answers(200, done);
    keepTyped('f {}', { base, values: { version: 3, body: '新的', note: '' } });
    await look().submit();
    expect(fetched.mock.calls[0]?.[1]?.body).toBe('{"version":3,"body":"新的","note":null}');
  });
  it('should happen once however often the button is pressed', async () => {
    const fetched = answers(200, done);
    const form = look();
    await Promise.all([form.submit(), form.submit(), form.submit()]);
    expect(fetched).toHaveBeenCalledTimes(1);
  });
  it('should be possible again after a failure', async () => {
    const fetched = answers(503, { code: 'busy', detail: '正忙' });
    const form = look();
    await form.submit();
    await form.submit();
    expect(fetched).toHaveBeenCalledTimes(2);
  });
  it('should be the same sending when it is tried again with the same words, and another one once it is done', async () => {
    const fetched = answers(503, { code: 'busy', detail: '正忙' });
    const form = look();
    await form.submit();
    answers(200, done);
    await form.submit();
    await form.submit();
    const [first, again, next] = fetched.mock.calls.map(([, request]) => keyOf(request));
    expect(again).toBe(first);
    expect(next).not.toBe(first);
  });
  it('should count as done when it is', async () => {
    answers(200, done);
    expect(await look().submit()).toBe(true);
  });
  it('should hand on what came of it', async () => {
    answers(200, { ...done, documentNumber: '南工信函〔2026〕12号' });
    const onDone = jest.fn();
    await look({ onDone }).submit();
    expect(onDone).toHaveBeenCalledWith({ ...done, documentNumber: '南工信函〔2026〕12号' });
  });
  it('should forget what was typed', async () => {
    answers(200, done);
    look().set('body', '新的');
    await look().submit();
    expect(kept()).toBeNull();
  });
  it('should keep what was typed when it is refused', async () => {
    answers(409, { code: 'stale', detail: '别人改过。' });
    look().set('body', '新的');
    await look().submit();
    expect(kept()?.values.body).toBe('新的');
  });
  it('should not count as done when it is refused', async () => {
    answers(409, { code: 'stale', detail: '别人改过。' });
    expect(await look().submit()).toBe(false);
  });
  it('should not go on when it is refused', async () => {
    answers(409, { code: 'stale', detail: '别人改过。' });
    const onDone = jest.fn();
    await look({ onDone }).submit();
    expect(onDone).not.toHaveBeenCalled();
  });
  it('should lead to the sign-in page when the session is over', async () => {
    answers(401, { code: 'signedOut', detail: '请先登录' });
    const onSignedOut = jest.fn();
    await look({ onSignedOut }).submit();
    expect(onSignedOut).toHaveBeenCalledTimes(1);
  });
  it('should keep what was typed when the session is over', async () => {
    answers(401, { code: 'signedOut', detail: '请先登录' });
    look().set('body', '新的');
    await look().submit();
    expect(kept()?.values.body).toBe('新的');
  });
  it('should not lead there for any other reason', async () => {
    jest.spyOn(globalThis, 'fetch').mockRejectedValue(new Problem(403, 'forbidden', '不归您办'));
    const onSignedOut = jest.fn();
    await look({ onSignedOut }).submit();
    expect(onSignedOut).not.toHaveBeenCalled();
  });
});
