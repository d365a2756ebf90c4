import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A window over the page, the browser's own: it keeps the focus in, closes with Esc and gives the focus back. */
export function Dialog({ title, onClose, children }: Props) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className="dialog"
      aria-label={title}
      onClose={onClose}
      // The ground beside the window is the dialog itself.
      onClick={(event) => event.target === element.current && onClose()}
    >
      <div className="dialog-inside">{children}</div>
    </dialog>
  );
}
