import { Dialog } from '../../shared/ui/dialog';
import { ways } from './keys';

const keys: readonly (readonly [keys: string, words: string])[] = [
  ['Ctrl K', '前往提案、页面，或办理当前提案的事项'],
  ['J / K', '列表里往下、往上'],
  ['↵', '打开选中的一件'],
  ['X', '列表里选中、取消选中'],
  ['A / C / R', '对选中的几件：签收、催办、分给科室'],
  ['E / U', '对选中的几件：导出、取消选择'],
  ['A / R / C', '案卷里：办下一步、退回、催办'],
  ['E / U', '案卷里：去写答复稿、回到待办'],
  ['F', '到这一页要填写或要办的地方'],
  ['Ctrl ↵', '提交正在填写的表单；审阅页上即“同意”'],
  ['[ / ]', '花脸稿里上一处、下一处改动；案卷里上一部分、下一部分'],
  ...Object.entries(ways).map(
    ([letter, { words }]) => [`G 然后 ${letter.toUpperCase()}`, `到${words}`] as const,
  ),
  ['Esc', '关闭窗口'],
  ['?', '显示本页'],
];

/** ?: every key there is. In a field, and while Chinese is being composed, letters are letters. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="键盘" onClose={onClose}>
      <div className="pad">
        <h2 className="between">
          键盘
          <button type="button" className="as-button" onClick={onClose}>
            关闭
          </button>
        </h2>
        <dl className="facts">
          {keys.map(([key, words]) => (
            <div key={key + words} className="fact">
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <p className="quiet">在输入框里，或正在用输入法时，这些键不起作用（Ctrl K、Ctrl ↵ 除外）。</p>
      </div>
    </Dialog>
  );
}
