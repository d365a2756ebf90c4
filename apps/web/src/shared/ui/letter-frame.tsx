import { useMemo, useState } from 'react';
import { pageNonce } from '../nonce';

/** The page's own nonce lets the letter's style sheet in; scripts stay shut out by the sandbox. */
const withNonce = (html: string): string => html.replace(/<style(?=[\s>])/g, `<style nonce="${pageNonce()}"`);

interface Props {
  readonly html: string;
  readonly title: string;
  /** Told once the letter stands on the screen. */
  readonly onShown?: (frame: HTMLIFrameElement) => void;
}

/** A letter as a page of its own inside ours: it can neither run anything nor see anything. */
export function LetterFrame({ html, title, onShown }: Props) {
  const source = useMemo(() => withNonce(html), [html]);
  const [height, setHeight] = useState<number>();
  return (
    <iframe
      className="letter-frame"
      title={title}
      // Same origin, so that its height can be read; without scripts that gives it no power.
      sandbox="allow-same-origin"
      srcDoc={source}
      style={height ? { height } : undefined}
      onLoad={(event) => {
        setHeight((event.currentTarget.contentDocument?.documentElement.scrollHeight ?? 0) + 8);
        onShown?.(event.currentTarget);
      }}
    />
  );
}
