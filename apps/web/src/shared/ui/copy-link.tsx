import { App } from 'antd';

/** Copies where the browser lets a page of an inner network do it: without a certificate only the old way works. */
async function copied(text: string): Promise<boolean> {
  if (window.isSecureContext)
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
}

/** An address that is passed on: not opened here, but copied. */
export function CopyLink({ address, label }: { address: string; label: string }) {
  const { message } = App.useApp();
  const copy = async (): Promise<void> => {
    if (await copied(address)) void message.success('链接已复制，可以粘贴发送');
    else void message.warning('浏览器不让复制，请选中链接自己复制');
  };
  return (
    <span className="row-buttons">
      <code>{address}</code>
      <button type="button" className="as-button" aria-label={label} onClick={() => void copy()}>
        复制链接
      </button>
    </span>
  );
}
