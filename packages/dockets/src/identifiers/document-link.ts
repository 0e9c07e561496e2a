import type { Link } from '../html/page.js';
import { scrub } from '../text/scrub.js';
import { documentIdOf } from './document-id.js';
import { documentUrl, sequenceOf } from './document-url.js';

/** Where a link to a document leads. */
export interface DocumentLink {
  /** The document's id, fourth digit 0; `null` where the link goes by another number (`show_doc.pl`). */
  readonly documentId: string | null;
  /** Absolute, without one-free-look tokens; `null` where it is no link of the web. */
  readonly url: string | null;
  /** The court's own id of the case: second argument of `goDLS`, else `caseid` of the address. */
  readonly caseId: string | null;
  /** The court's row id of the entry: third argument of `goDLS`, else `de_seq_num` of the address. */
  readonly sequence: string | null;
}

/** `goDLS('/doc1/…','caseid','de_seq_num',…)`. Its seventh argument is a one-free-look token, and is not read. */
const call = /\bgoDLS\(\s*'[^']*'\s*,\s*'(\d*)'\s*,\s*'(\d+)'/;

/** Reads a link on a page of a court of this id. */
export function documentLink({ href, script }: Link, court: string): DocumentLink {
  const path = href.trim();
  const url = documentUrl(scrub(path.startsWith('/') ? `https://ecf.${court}.uscourts.gov${path}` : path));
  const [, caseId, sequence] = call.exec(script) ?? [];
  return {
    documentId: documentIdOf(path),
    url,
    caseId: caseId || (/[?&]caseid=(\d+)/.exec(path)?.[1] ?? null),
    sequence: sequence ?? sequenceOf(path),
  };
}
