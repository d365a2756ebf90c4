/** The marks and lengths of a zip (APPNOTE.TXT), for who reads or writes one by hand. */
export const ZIP_MARKS = {
  local: 0x04034b50,
  descriptor: 0x08074b50,
  central: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
} as const;

/** So many bytes each, without names, extras and comments. */
export const ZIP_LENGTHS = {
  local: 30,
  central: 46,
  end: 22,
  end64: 56,
  locator64: 20,
  comment: 65_535,
} as const;

/** A field that holds this is told in 64 bits elsewhere: in the extra of its entry, or in the second end. */
export const ZIP_FULL = { count: 0xffff, bytes: 0xffffffff } as const;
/** The extra of an entry that tells its sizes and place in 64 bits. */
export const ZIP_EXTRA_64 = 1;
