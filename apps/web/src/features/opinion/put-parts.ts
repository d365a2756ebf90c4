import type { Values } from '../actions/values';

export interface Part {
  readonly suggestionId: string;
  readonly body: string;
}

/** Puts what a paper says behind what stands in the form already, each with its suggestion. Nothing written is replaced. */
export function putParts(items: readonly Values[], parts: readonly Part[]): Values[] {
  return items.map((item) => {
    const found = parts.find(({ suggestionId }) => suggestionId === item.suggestionId);
    if (!found) return item;
    const body = typeof item.body === 'string' ? item.body.trimEnd() : '';
    return { ...item, body: body === '' ? found.body : `${body}\n${found.body}` };
  });
}
