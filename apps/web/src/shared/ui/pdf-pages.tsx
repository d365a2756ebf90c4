import { useEffect, useRef, useState } from 'react';
import { asProblem, type Problem, problemOf } from '../api/problem';

interface Props {
  readonly href: string;
  readonly title: string;
}

async function bytesOf(href: string, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(href, { signal });
  if (!response.ok) throw await problemOf(response);
  return new Uint8Array(await response.arrayBuffer());
}

/** Draws every page of the file one below the other, as sharp as the screen is. */
async function drawAll(into: HTMLElement, { href, title }: Props, signal: AbortSignal): Promise<void> {
  const [{ readPdf }, data] = await Promise.all([import('./pdf-reader'), bytesOf(href, signal)]);
  const file = await readPdf(data);
  into.replaceChildren();
  for (let number = 1; number <= file.numPages && !signal.aborted; number++) {
    const page = await file.getPage(number);
    const width = Math.min(into.clientWidth, 840) * Math.min(devicePixelRatio, 2);
    const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
    const canvas = document.createElement('canvas');
    canvas.className = 'pdf-page';
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', `${title}，第 ${number} 页，共 ${file.numPages} 页`);
    into.append(canvas);
    await page.render({ canvas, viewport }).promise;
  }
  await file.loadingTask.destroy();
}

/** A PDF as it prints, page by page, on any device: a phone's browser shows none by itself. */
export function PdfPages({ href, title }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'drawing' | 'shown' | Problem>('drawing');
  useEffect(() => {
    const stop = new AbortController();
    const into = place.current;
    if (!into) return;
    setState('drawing');
    drawAll(into, { href, title }, stop.signal).then(
      () => stop.signal.aborted || setState('shown'),
      (error: unknown) => stop.signal.aborted || setState(asProblem(error)),
    );
    return () => stop.abort();
  }, [href, title]);
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
