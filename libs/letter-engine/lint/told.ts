import type { Finding } from './finding';

/** What is wrong, for a list that names the place itself: a message that begins with its place is told without it. */
export function told({ message, place: { label } }: Pick<Finding, 'message' | 'place'>): string {
  return message.startsWith(label) ? message.slice(label.length).replace(/^[里中的]/, '') : message;
}

/** The place and what is wrong there: 第二部分第3段：留有排版标记“**”。 */
export const toldWithPlace = (finding: Pick<Finding, 'message' | 'place'>): string =>
  `${finding.place.label}：${told(finding)}`;
