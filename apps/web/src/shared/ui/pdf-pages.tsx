import { type RefObject, useEffect, useRef, useState } from 'react';
import { asProblem, type Problem, problemOf } from '../api/problem';

interface Props {
  readonly href: string;
  readonly title: string;
}

/** No page is drawn wider. */
const WIDEST = 840;
/** So long a window has to keep its size before its pages are drawn anew. */
const STILL_MS = 200;

async function bytesOf(href: string, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(href, { signal });
  if (!response.ok) throw await problemOf(response);
  return new Uint8Array(await response.arrayBuffer());
}

interface Drawing {
  readonly data: Uint8Array;
  readonly title: string;
  readonly width: number;
}

/** Draws every page one below the other, as sharp as the screen is; a page that stands there already stays until its new one is drawn. */
async function drawAll(
  into: HTMLElement,
  { data, title, width }: Drawing,
  signal: AbortSignal,
): Promise<void> {
  const { readPdf } = await import('./pdf-reader');
  // The reader keeps what it is given.
  const file = await readPdf(data.slice());
  for (let number = 1; number <= file.numPages && !signal.aborted; number++) {
    const page = await file.getPage(number);
    const points = page.getViewport({ scale: 1 }).width;
    const viewport = page.getViewport({ scale: (width * Math.min(devicePixelRatio, 2)) / points });
    const canvas = document.createElement('canvas');
    canvas.className = 'pdf-page';
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', `${title}，第 ${number} 页，共 ${file.numPages} 页`);
    await page.render({ canvas, viewport }).promise;
    const before = into.children[number - 1];
    if (signal.aborted) break;
    if (before) before.replaceWith(canvas);
    else into.append(canvas);
  }
  await file.loadingTask.destroy();
}

/** The widest the place has been: a page that was drawn for more is only made smaller by the browser, one drawn for less would blur. */
function useWidest(place: RefObject<HTMLElement | null>): number {
  const [widest, setWidest] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const grown = (): void => setWidest((before) => Math.max(before, Math.min(element.clientWidth, WIDEST)));
    grown();
    let timer: ReturnType<typeof setTimeout>;
    const seen = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(grown, STILL_MS);
    });
    seen.observe(element);
    return () => {
      clearTimeout(timer);
      seen.disconnect();
    };
  }, [place]);
  return widest;
}

/** A PDF as it prints, page by page, on any device: a phone's browser shows none by itself. */
export function PdfPages({ href, title }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidest(place);
  const [data, setData] = useState<Uint8Array>();
  const [state, setState] = useState<'drawing' | 'shown' | Problem>('drawing');
  useEffect(() => {
    const stop = new AbortController();
    setState('drawing');
    setData(undefined);
    place.current?.replaceChildren();
    bytesOf(href, stop.signal).then(
      setData,
      (error: unknown) => stop.signal.aborted || setState(asProblem(error)),
    );
    return () => stop.abort();
  }, [href]);
  useEffect(() => {
    const stop = new AbortController();
    const into = place.current;
    if (!into || !data || width === 0) return;
    drawAll(into, { data, title, width }, stop.signal).then(
      () => stop.signal.aborted || setState('shown'),
      (error: unknown) => stop.signal.aborted || setState(asProblem(error)),
    );
    return () => stop.abort();
  }, [data, title, width]);
  return (
    <div className="pdf-pages" aria-busy={state === 'drawing'}>
      {state === 'drawing' && (
        <p className="quiet" role="status">
          正在排版……
        </p>
      )}
      {typeof state === 'object' && <p role="alert">没有排出来：{state.detail}</p>}
      <div ref={place} />
      <a className="as-button" href={href} target="_blank" rel="noreferrer">
        打开 PDF 文件
      </a>
    </div>
  );
}
