import { problemOf } from './api/problem';

/** Saves what an address answers as a file. A failure is told instead of being saved. */
export async function saveAs(href: string, name: string): Promise<void> {
  const response = await fetch(href);
  if (!response.ok) throw await problemOf(response);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after the click; once it has begun, nobody else needs it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
