import { useEffect, useMemo, useRef } from 'react';
import { useLargeType } from '../large-type';
import { pageNonce } from '../nonce';

/** The page's own nonce lets the letter's style sheet in; scripts stay shut out by the sandbox. */
const withNonce = (html: string): string => html.replace(/<style(?=[\s>])/g, `<style nonce="${pageNonce()}"`);

/** 大字: a letter is measured in points, so that its page has to be told how much larger the letters around it are. */
const LARGER = 1.2;

/** Makes the frame as high as what it shows, at the size of letters wanted. */
function fit(frame: HTMLIFrameElement, large: boolean): void {
  const shown = frame.contentDocument;
  if (!shown) return;
  const { body, documentElement: sheet } = shown;
  body.style.setProperty('zoom', String(large ? LARGER : 1));
  // A line that is not broken, such as the name under the letter, still has to fit into a narrow frame.
  const room = sheet.clientWidth / sheet.scrollWidth;
  if (large && room < 1) body.style.setProperty('zoom', String(Math.max(1, LARGER * room)));
  // A page is never lower than its frame: it shows its own height in one that has none.
  frame.style.minHeight = '0';
  frame.style.height = '0';
  frame.style.height = `${sheet.scrollHeight + 8}px`;
  frame.style.minHeight = '';
}

interface Props {
  readonly html: string;
  readonly title: string;
  /** Told once the letter stands on the screen. */
  readonly onShown?: (frame: HTMLIFrameElement) => void;
}

/** A letter as a page of its own inside ours: it can neither run anything nor see anything. As high as it needs, however the window changes. */
export function LetterFrame({ html, title, onShown }: Props) {
  const source = useMemo(() => withNonce(html), [html]);
  const large = useLargeType();
  const place = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const frame = place.current;
    if (!frame) return;
    let width = 0;
    const seen = new ResizeObserver(() => {
      if (frame.clientWidth === width) return;
      width = frame.clientWidth;
      fit(frame, large);
    });
    seen.observe(frame);
    return () => seen.disconnect();
  }, [large]);
  return (
    <iframe
      ref={place}
      className="letter-frame"
      title={title}
      // Same origin, so that its height can be read; without scripts that gives it no power.
      sandbox="allow-same-origin"
      srcDoc={source}
      onLoad={(event) => {
        fit(event.currentTarget, large);
        onShown?.(event.currentTarget);
      }}
    />
  );
}
