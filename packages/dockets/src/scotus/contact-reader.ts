import { PartyCollector } from './party-collector.js';
import type { ScotusAttorney, ScotusParty, ScotusSide } from './scotus-docket.js';

type OpenAttorney = { -readonly [K in keyof ScotusAttorney]: ScotusAttorney[K] } & { readonly addressLines: string[] };

const heading = /^(?:Attorneys? for (Petitioner|Appellant|Respondent|Appellee)s?|(Other)(?: Attorneys)?)\s*:?$/i;
const cityLine = /^(.+?),\s*([A-Z]{2})\s+(\d{5}(?:-\d{4})?)$/;

/**
 * Reads the attorneys of a docket page, which stand under three headings: in rows of name, address and phone, whose
 * address is one cell or, before 2017, one row a line; or, today, in lines without a table.
 */
export class ContactReader {
  readonly #collector = new PartyCollector();
  #side: ScotusSide | null = null;
  #attorney: OpenAttorney | null = null;

  /** Whether a heading of attorneys has come. */
  get hasBegun(): boolean {
    return this.#side !== null;
  }

  /** Takes a heading; `false` where the text is none. */
  readHeading(text: string): boolean {
    const match = heading.exec(text);
    if (!match || (match[2] !== undefined && this.#side === null)) return false;
    this.#close();
    const word = (match[1] ?? match[2])!.toLowerCase();
    this.#side = word === 'other' ? 'OTHER' : /^(?:p|appellant)/.test(word) ? 'PETITIONER' : 'RESPONDENT';
    return true;
  }

  /** Takes a row: the lines of each of its three cells. */
  readRow([names, address, phones]: readonly [readonly string[], readonly string[], readonly string[]]): void {
    for (const line of names) this.#readName(line);
    for (const line of address) this.#readAddress(line);
    if (this.#attorney) this.#attorney.phone ??= phones[0] ?? null;
  }

  /** Takes a line that stands in no row. */
  readLine(line: string): void {
    const phone = /^Ph: *(.*)$/.exec(line)?.[1];
    if (this.readParty(line)) return;
    if (phone !== undefined && this.#attorney) this.#attorney.phone ??= phone || null;
    else if (this.#attorney === null || /^Counsel of Record$/i.test(line)) this.#readName(line);
    else this.#readAddress(line);
  }

  /** Takes `Party name: …`, which ends an attorney; `false` where the text is none. */
  readParty(text: string): boolean {
    const party = /^Party name\s*:\s*(.*)$/i.exec(text)?.[1];
    if (party === undefined) return false;
    this.#close(party || null);
    return true;
  }

  /** Ends the last attorney, whose party was not named. */
  endRows(): void {
    this.#close();
  }

  get parties(): readonly ScotusParty[] {
    return this.#collector.parties;
  }

  #readName(line: string): void {
    if (/^Counsel of Record$/i.test(line)) {
      if (this.#attorney) this.#attorney.isCounselOfRecord = true;
      return;
    }
    this.#close();
    this.#attorney = {
      name: line,
      isCounselOfRecord: false,
      addressLines: [],
      city: null,
      state: null,
      zip: null,
      phone: null,
      email: null,
    };
  }

  #readAddress(line: string): void {
    const attorney = this.#attorney;
    if (attorney === null) return;
    const city = cityLine.exec(line);
    if (city) [, attorney.city, attorney.state, attorney.zip] = city as unknown as [string, string, string, string];
    else if (/^\S+@\S+$/.test(line)) attorney.email ??= line;
    else attorney.addressLines.push(line);
  }

  #close(party: string | null = null): void {
    if (this.#attorney && this.#side) this.#collector.add(this.#side, party, this.#attorney);
    this.#attorney = null;
  }
}
