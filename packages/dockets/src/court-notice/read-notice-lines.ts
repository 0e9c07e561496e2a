import { VigilError } from '@vigil/errors';
import { parseCivilDate } from '../time/civil-date.js';
import { parseFeedTime } from '../time/feed-time.js';
import type { NoticeLine } from './notice-lines.js';

/** A case as a notice prints it, links and all. */
export interface PrintedCase {
  readonly caption: string;
  number: string | null;
  caseLink: string | null;
  filer: string | null;
  closedOn: string | null;
  documentNumber: string | null;
  documentLink: string | null;
  text: string | null;
  /** The docket text without what is styled in it. */
  unstyledText: string | null;
}

/** What a notice prints. */
export interface PrintedNotice {
  readonly filedOn: string | null;
  /** UTC. */
  readonly enteredAt: string | null;
  readonly documents: readonly string[];
  readonly cases: readonly Readonly<PrintedCase>[];
}

/** Mails of a docket system that tell of no entry, or not of a new one. */
const otherMail =
  /^This is an announcement e-mail message|^Notice of Electronic Claims Filing|\bModified (?:Dkt text|Date Filed) from\b|\bAdded Correct PDF to document\b/;
const labelled =
  /^(Case Name|Case Number|Filer|Document Number|Document\(s\)|Document|Docket Text|Document Description)\s*:\s*/i;
/** What comes after the docket text. */
const mailingList =
  /\bNotice (?:has|will)(?: not)? be(?:en)? (?:electronically mailed|delivered|stored|sent)\b|^Notice sent\b|^The following document\(s\)/i;

/** Reads what the lines of a notice say. Throws NOT_A_DOCKET for mails of other kinds. */
export function readNoticeLines(lines: readonly NoticeLine[]): PrintedNotice {
  const reader = new NoticeReader();
  for (const line of lines) reader.read(line);
  return reader;
}

class NoticeReader implements PrintedNotice {
  filedOn: string | null = null;
  enteredAt: string | null = null;
  readonly documents: string[] = [];
  readonly cases: PrintedCase[] = [];
  /** The cases whose docket text is being read: those that came since the last one. */
  #withText: readonly PrintedCase[] = [];
  #firstWithoutText = 0;

  read(line: NoticeLine): void {
    const { text, links } = line;
    if (otherMail.test(text)) throw new VigilError('NOT_A_DOCKET', 'the mail tells of no new docket entry');
    const [prefix, label] = labelled.exec(text) ?? [];
    if (label !== undefined && this.#readLabelled(label.toLowerCase(), text.slice(prefix!.length), line)) return;
    if (mailingList.test(text)) this.#withText = [];
    else if (this.#withText.length > 0) this.#addText(line);
    else this.#readOther(text, links);
  }

  /** `false` where the label is a part of a docket text. */
  #readLabelled(label: string, value: string, { links, unstyled }: NoticeLine): boolean {
    const current = this.cases.at(-1);
    switch (label) {
      case 'case name':
        this.#openCase(value);
        return true;
      case 'document description':
        this.#withText = [];
        this.documents.push(value);
        return true;
      case 'document':
        // ACMS, in which it follows the text. Elsewhere it may begin a line of the text itself.
        if (!current || !links.some((link) => /showdoc|acms/i.test(link))) return false;
        this.#withText = [];
        current.documentLink ??= links[0]!;
        return true;
      case 'docket text':
        this.#withText = this.cases.slice(this.#firstWithoutText);
        this.#firstWithoutText = this.cases.length;
        for (const each of this.#withText) {
          each.text = value;
          each.unstyledText = unstyled.replace(labelled, '');
        }
        return true;
      default:
        if (!current || this.#withText.length > 0) return false;
        this.#readOfCase(current, { label, value, links });
        return true;
    }
  }

  #openCase(caption: string): void {
    this.#withText = [];
    this.cases.push({
      caption,
      number: null,
      caseLink: null,
      filer: null,
      closedOn: null,
      documentNumber: null,
      documentLink: null,
      text: null,
      unstyledText: null,
    });
  }

  #addText({ text, unstyled }: NoticeLine): void {
    for (const each of this.#withText) {
      each.text += ` ${text}`;
      each.unstyledText += ` ${unstyled}`;
    }
  }

  #readOfCase(current: PrintedCase, line: { label: string; value: string; links: readonly string[] }): void {
    const { label, value, links } = line;
    if (label === 'case number') {
      current.number = value.replace(/\s*https?:\S+/, '');
      current.caseLink = links[0] ?? null;
    } else if (label === 'filer') current.filer = value;
    else {
      current.documentNumber = value;
      current.documentLink = documentLinkOf(links);
    }
  }

  #readOther(text: string, links: readonly string[]): void {
    if (/\bThe following transaction was\b/.test(text)) {
      this.filedOn ??= parseCivilDate(/\bfiled on (\d\S*)/.exec(text)?.[1] ?? '');
      this.enteredAt ??= enteredAt(text);
    }
    const current = this.cases.at(-1);
    if (!current) return;
    current.closedOn ??= parseCivilDate(/\bCASE CLOSED on (\d\S*)/.exec(text)?.[1] ?? '');
    // Mails in plain text give the document's address in a line of its own.
    current.documentLink ??= documentLinkOf(links);
  }
}

function documentLinkOf(links: readonly string[]): string | null {
  return links.find((link) => /\/docs?1\//.test(link)) ?? null;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const entered =
  /\bentered\b.* on (\d{1,2})\/(\d{1,2})\/(\d{4}) (?:at )?(\d{1,2}):(\d\d)(?::(\d\d))? ([AP])M ([A-Z][A-Za-z]*(?: (?:Standard|Daylight) Time)?)/;

/** `entered by … on 10/5/2022 at 10:16 PM CDT`, `entered on 08/19/2022 at 1:31:02 PM Eastern Daylight Time`. */
function enteredAt(text: string): string | null {
  const match = entered.exec(text);
  if (!match) return null;
  const [, month, day, year, hour, minute, second = '00', half, zone] = match;
  const hours = (Number(hour) % 12) + (half === 'P' ? 12 : 0);
  const initials = zone!.replace(/([A-Z])[a-z]+ ?/g, '$1');
  const time = `${hours}:${minute}:${second} ${initials}`;
  return parseFeedTime(`${day} ${months[Number(month) - 1] ?? ''} ${year} ${time}`)?.instant ?? null;
}
