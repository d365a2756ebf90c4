import type { ComponentProps } from 'react';

/** About as many lines as the text will take: for browsers that do not size a field by its content. */
const linesOf = (text: string): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 34)), 0);

/** A text of several paragraphs that grows with what is written, without any script measuring it. */
export const Area = ({
  value,
  least,
  ...rest
}: { value: string; least: number } & ComponentProps<'textarea'>) => (
  <textarea
    {...rest}
    className={`area ${rest.className ?? ''}`}
    rows={Math.min(20, Math.max(least, linesOf(value)))}
    value={value}
  />
);
