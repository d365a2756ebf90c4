import { type PointerEvent, useRef, useState } from 'react';
import { inkBox, pathOf, type Point, pointAt, type Stroke } from '../../shared/ink';

interface Props {
  readonly strokes: readonly Stroke[];
  readonly disabled: boolean;
  readonly onStroke: (stroke: Stroke) => void;
}

type Move = PointerEvent<SVGSVGElement>;

/** All places the pen passed since the last event, not only the last. */
function pointsOf({ currentTarget, nativeEvent }: Move): Point[] {
  const frame = currentTarget.getBoundingClientRect();
  const passed = nativeEvent.getCoalescedEvents();
  return (passed.length > 0 ? passed : [nativeEvent]).map(({ clientX: x, clientY: y }) =>
    pointAt({ x, y }, frame),
  );
}

/** The box itself: pen, finger or mouse, one stroke at a time. */
export function InkPad({ strokes, disabled, onStroke }: Props) {
  const [now, setNow] = useState<readonly Point[]>([]);
  const writing = useRef<number | null>(null);
  /** Who writes with a pen rests the hand on the glass. */
  const pen = useRef(false);
  const begin = (event: Move): void => {
    if (event.pointerType === 'pen') pen.current = true;
    const palm = pen.current && event.pointerType === 'touch';
    if (disabled || palm || writing.current !== null || event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    writing.current = event.pointerId;
    setNow(pointsOf(event));
  };
  const go = (event: Move): void => {
    if (event.pointerId !== writing.current) return;
    const more = pointsOf(event);
    setNow((before) => [...before, ...more]);
  };
  const end = (event: Move): void => {
    if (event.pointerId !== writing.current) return;
    writing.current = null;
    setNow([]);
    if (now.length > 0) onStroke(now);
  };
  return (
    <svg
      className="ink-pad"
      role="img"
      aria-label="在这里手写"
      viewBox={`0 0 ${inkBox.width} ${inkBox.height}`}
      onPointerDown={begin}
      onPointerMove={go}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <path d={pathOf(strokes)} />
      {now.length > 0 && <path d={pathOf([now])} />}
    </svg>
  );
}
