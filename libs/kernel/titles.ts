/** A name that came with its title already (何委员, where the list knew no more) without it: the title is added once. */
export const withoutTitle = (name: string, title: string): string =>
  name.length > title.length && name.endsWith(title) ? name.slice(0, -title.length) : name;
