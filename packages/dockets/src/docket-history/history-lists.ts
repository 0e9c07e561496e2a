/** `<h2>` in district courts, large print in bankruptcy. */
const heading = /<(?:h2\b[^<>]{0,100}|font size="?5"?)>\s*(History|Documents)\s*<\//i;

/** What a history report says above its table that it lists; `null` for a page without such a heading, which is none. */
export function historyLists(html: string): 'EVENTS' | 'DOCUMENTS' | null {
  const what = heading.exec(html)?.[1]?.toLowerCase();
  return what === undefined ? null : what === 'history' ? 'EVENTS' : 'DOCUMENTS';
}
