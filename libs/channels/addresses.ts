const MAIL =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;
const MOBILE = /^1[3-9]\d{9}$/;

/** A mail address of a shape that mail servers take, as it was written; null for anything else. One line, no name, no list. */
export const mailAddressOf = (text: string | null): string | null =>
  text !== null && text.length <= 254 && MAIL.test(text) ? text : null;

/** A mobile number of the mainland from a number as people write it (`138 0000-0000`, `+86…`); null for a landline. */
export function mobileOf(text: string | null): string | null {
  const digits = (text ?? '').replace(/[\s\-()（）—]/g, '').replace(/^\+?86(?=1)/, '');
  return MOBILE.test(digits) ? digits : null;
}

/** An address as an administrator sees it: enough to recognise, not enough to copy. */
export function masked(address: string): string {
  const at = address.indexOf('@');
  if (at > 0) return `${address.slice(0, Math.min(2, at))}…${address.slice(at)}`;
  return MOBILE.test(address) ? `${address.slice(0, 3)}****${address.slice(-4)}` : address;
}
