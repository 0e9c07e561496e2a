/** The metadata (MODS) of a package of GovInfo's collection USCOURTS: one case, and each of its opinions. */
import { VigilError } from '@vigil/errors';
import { collapse } from '../text/collapse.js';
import { decodeBytes } from '../text/decode-bytes.js';
import { scrub } from '../text/scrub.js';
import { StrictXml } from '../xml/strict-xml.js';

/** One opinion; `null` is unknown. Texts are without numbers of persons. */
export interface PublishedOpinion {
  /** `USCOURTS-cacd-8_17-cv-01898-0`. */
  readonly id: string | null;
  /** As printed, `2018-01-25` in all that were seen. */
  readonly issuedOn: string | null;
  /** The docket entry's text, as the court's docket has it. */
  readonly docketText: string | null;
}

/** A package; `null` is unknown. */
export interface OpinionPackage {
  /** `USCOURTS-cacd-8_17-cv-01898`. */
  readonly id: string | null;
  readonly caption: string | null;
  /** As the publisher prints it (`8:17-cv-01898`). */
  readonly caseNumber: string | null;
  readonly office: string | null;
  readonly caseType: string | null;
  readonly natureOfSuitCode: string | null;
  readonly natureOfSuit: string | null;
  readonly cause: string | null;
  /** In the publisher's order. */
  readonly opinions: readonly PublishedOpinion[];
}

type Texts = Map<string, string>;

const refusals = {
  notThis: (what: string) => new VigilError('BAD_RECORD', `expected the metadata of a package, got ${what}`),
  broken: (what: string) => new VigilError('PAGE_TRUNCATED', `the metadata is not well-formed: ${what}`),
};

/** Which texts are wanted, by the names of an element and of what it stands in. */
const wanted = new Set([
  'titleInfo/title',
  'extension/accessId',
  'extension/caseNumber',
  'extension/caseOffice',
  'extension/caseType',
  'extension/natureSuitCode',
  'extension/natureSuit',
  'extension/cause',
  'extension/dateIssued',
  'extension/docketText',
]);

class PackageReader extends StrictXml {
  readonly package: Texts = new Map();
  readonly opinions: Texts[] = [];
  readonly #path: string[] = [];
  #opinion: Texts | null = null;

  constructor(xml: string) {
    super('mods', refusals);
    this.read(xml);
  }

  protected opened(name: string, depth: number): boolean {
    this.#path.length = depth - 1;
    this.#path.push(name);
    if (depth === 2 && name === 'relatedItem') this.#opinion = new Map();
    return depth === (this.#opinion ? 4 : 3) && wanted.has(this.#field(depth));
  }

  protected closed(name: string, depth: number, text: string | null): void {
    const into = this.#opinion ?? this.package;
    if (text !== null && !into.has(this.#field(depth))) into.set(this.#field(depth), text);
    if (depth !== 2 || name !== 'relatedItem' || !this.#opinion) return;
    // A related item of another type (a package that this one succeeds) has no docket text, nor an id.
    if (this.#opinion.has('extension/accessId')) this.opinions.push(this.#opinion);
    this.#opinion = null;
  }

  #field(depth: number): string {
    return `${this.#path[depth - 2]}/${this.#path[depth - 1]}`;
  }
}

/** Reads a package's metadata. Pure. Throws BAD_RECORD where it is something else, PAGE_TRUNCATED where it is not whole. */
export function readOpinionPackage(bytes: Uint8Array, contentType?: string): OpinionPackage {
  const read = new PackageReader(decodeBytes(bytes, contentType));
  const textIn = (texts: Texts, field: string): string | null => scrub(collapse(texts.get(field) ?? '')) || null;
  const text = (field: string): string | null => textIn(read.package, field);
  return {
    id: text('extension/accessId'),
    caption: text('titleInfo/title'),
    caseNumber: text('extension/caseNumber'),
    office: text('extension/caseOffice'),
    caseType: text('extension/caseType'),
    natureOfSuitCode: text('extension/natureSuitCode'),
    natureOfSuit: text('extension/natureSuit'),
    cause: text('extension/cause'),
    opinions: read.opinions.map((opinion) => ({
      id: textIn(opinion, 'extension/accessId'),
      issuedOn: textIn(opinion, 'extension/dateIssued'),
      docketText: textIn(opinion, 'extension/docketText'),
    })),
  };
}
