import { hashId, identityKey } from '@vigil/timeline';

/**
 * The key of an entry that has nothing to be named by but its day and its words, as its docket prints them. Spaces and
 * the case of letters do not count.
 */
export function textKey(day: string, text: string): string {
  return identityKey('text', `${day}:${hashId('text', day, text.replace(/\s+/g, ' ').trim().toLowerCase())}`);
}
