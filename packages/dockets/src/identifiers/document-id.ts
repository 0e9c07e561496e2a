/**
 * The id of a document in a court's docket system, from its link (`/doc1/…`, appellate `/docs1/…`, panels `/docs4/…`);
 * `null` where the link is of another kind. The fourth digit only tells whether attachments exist, so it is set to 0.
 */
export function documentIdOf(url: string): string | null {
  const id = /\/docs?\d\/(\w+)\/?(?:[?#]|$)/.exec(url)?.[1];
  return id === undefined ? null : `${id.slice(0, 3)}0${id.slice(4)}`;
}
