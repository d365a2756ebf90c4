/** The nonce of this answer: styles that the page makes itself must carry it. Empty in development. */
export const pageNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
