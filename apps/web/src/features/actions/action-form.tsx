import { useNavigate, useRouterState } from '@tanstack/react-router';
import { Alert, App, Button } from 'antd';
import { type FormEvent, type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import type { NextAction } from '../../shared/api/types';
import { useUndo } from '../../shared/ui/use-undo';
import { AdvicePart } from './advice-part';
import { FieldView } from './field-view';
import { FormProvider } from './form-context';
import { type CommandResult, type Follow, useActionForm } from './use-action-form';
import { errorsElsewhere, type Values } from './values';

/** What fills a form from outside: what stands in it, and how to change that. */
export interface FormHandle {
  readonly values: Values;
  readonly disabled: boolean;
  readonly set: (name: string, value: unknown) => void;
}

interface Props {
  readonly action: NextAction;
  /** Under which name what is typed is kept; the address where one address has one form. */
  readonly name?: string;
  readonly given?: Values;
  readonly follow?: Follow;
  /** The version of the case that stood on the screen. */
  readonly seen?: number;
  /** The words on the button where they say more than the action's own. */
  readonly words?: string;
  /** What stands above the fields and may fill them. */
  readonly above?: (form: FormHandle) => ReactNode;
  /** Takes what was filled in, instead of sending it. */
  readonly take?: (body: unknown) => void;
  readonly onDone?: (result: CommandResult) => void | Promise<void>;
}

/** Ctrl ↵ sends from wherever one writes, but not what is still being composed. */
function sendsOnCtrlEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}

/** The form of any command, drawn from the schema its button carries. */
export function ActionForm({ action, name, given, follow, seen, words, above, take, onDone }: Props) {
  const { message } = App.useApp();
  const undo = useUndo();
  const navigate = useNavigate();
  const here = useRouterState({ select: (state) => state.location.href });
  const prefix = useId();
  const element = useRef<HTMLFormElement>(null);
  const form = useActionForm({
    action,
    name: name ?? action.href,
    given,
    follow,
    seen,
    take,
    onSignedOut: () => void navigate({ to: '/login', search: { next: here } }),
    async onDone(result) {
      const words = result.documentNumber
        ? `${action.label}：${result.documentNumber}`
        : `已办理：${action.label}`;
      if (result.undo) undo(words, [result.undo]);
      else void message.success(words);
      await onDone?.(result);
    },
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await form.submit()) return;
    requestAnimationFrame(() =>
      element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    );
  };
  const disabled = action.blockedBy !== null || form.sending;
  const elsewhere = errorsElsewhere(form.fields, form.errors);
  return (
    <FormProvider value={{ prefix, errors: form.errors, choices: action.choices, disabled: form.sending }}>
      <form
        ref={element}
        className="form"
        noValidate
        onSubmit={(event) => void submit(event)}
        onKeyDown={sendsOnCtrlEnter}
      >
        {action.blockedBy && (
          <Alert type="info" showIcon title="现在还不能办" description={action.blockedBy} />
        )}
        {form.overtaken ? (
          <Overtaken onKeep={form.rebase} onForget={form.clear} />
        ) : (
          form.restored && (
            <Alert
              type="info"
              title="上次没有提交的内容已经找回。"
              action={
                <Button size="small" onClick={form.clear}>
                  不要了，重新填
                </Button>
              }
            />
          )
        )}
        {action.advice && (
          <AdvicePart advice={action.advice} values={form.values} disabled={disabled} onChange={form.set} />
        )}
        {above?.({ values: form.values, disabled, set: form.set })}
        {form.fields.map((field) => (
          <FieldView
            key={field.name}
            field={field}
            path={field.name}
            value={form.values[field.name]}
            onChange={(value) => form.set(field.name, value)}
          />
        ))}
        {form.problem && (
          <Alert
            type={form.problem.status === 409 ? 'warning' : 'error'}
            showIcon
            role="alert"
            title={form.problem.detail}
            description={
              elsewhere.length > 0 ? elsewhere.map((error) => error.message).join('；') : undefined
            }
            action={
              form.problem.status === 409 ? (
                <Button size="small" onClick={() => void form.refresh()}>
                  刷新
                </Button>
              ) : undefined
            }
          />
        )}
        <Button
          type="primary"
          htmlType="submit"
          size="large"
          disabled={disabled}
          loading={form.sending}
          block
        >
          {words ?? action.label}
        </Button>
      </form>
    </FormProvider>
  );
}

function Overtaken({ onKeep, onForget }: { onKeep: () => void; onForget: () => void }) {
  return (
    <Alert
      type="warning"
      showIcon
      title="您填写的时候，别人改过这里"
      description={
        <>
          <p>下面仍是您写的文字，没有丢。请对照左边的最新内容再决定。</p>
          <p className="row-buttons">
            <Button size="small" type="primary" onClick={onKeep}>
              以我写的为准
            </Button>
            <Button size="small" onClick={onForget}>
              改用最新内容
            </Button>
          </p>
        </>
      }
    />
  );
}
