// pdf.js's build for Node 20 brings an `Array.prototype.push` of its own, in JavaScript, because V8's raises the wrong error for an array
// that must not grow. Nothing here depends on that error, and much of the time of reading a letter went into it.
// Import this before pdf.js.
const { push } = Array.prototype;

/** Puts V8's own `push` back, after pdf.js has been loaded. */
export const keepNativePush = () =>
  Object.defineProperty(Array.prototype, 'push', {
    value: push,
    writable: true,
    enumerable: false,
    configurable: true,
  });
