import type { App } from 'antd';

type Message = ReturnType<typeof App.useApp>['message'];

/** So long a step that has not left the house is offered to be taken back. */
const UNDO_SECONDS = 10;

/** Says what was done; for ten seconds a button takes it back. */
export function offerUndo(message: Message, words: string, undo: () => void, undoWords = '撤销'): void {
  message.open({
    key: 'undo',
    type: 'success',
    duration: UNDO_SECONDS,
    content: (
      <span className="row-buttons">
        {words}
        <button
          type="button"
          className="as-button"
          onClick={() => {
            message.destroy('undo');
            undo();
          }}
        >
          {undoWords}
        </button>
      </span>
    ),
  });
}
