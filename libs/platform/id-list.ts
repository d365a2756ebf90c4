/**
 * Ids as PostgreSQL writes an array of them: `= ANY($1::uuid[])`. For thousands of ids; as an array each would be looked through for
 * quotes, which costs this program more than PostgreSQL's answer.
 * @param ids uuids, as they come from the database
 */
export const idList = (ids: readonly string[]): string => `{${ids.join(',')}}`;
