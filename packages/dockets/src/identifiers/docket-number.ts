import type { CourtKind } from '../courts/court.js';

/** A docket number taken apart. Two printed forms of one docket of a court have equal `canonical`. */
export interface DocketNumber {
  /**
   * The one spelling: `8:17-cv-01898` (district, and bankruptcy where the court prints the type), `18-00079`
   * (bankruptcy), `19-8054` (appellate), `MDL No. 2741`, `23A999` (Supreme Court). Judges are not part of it.
   */
  readonly canonical: string;
  /** Office (division) code, where printed. */
  readonly office: string | null;
  /** Last two digits of the year of filing. */
  readonly year: string | null;
  /** Lower-case (`cv`, `cr`, `bk`, `~gr`), where printed. */
  readonly caseType: string | null;
  readonly serial: string;
  /** Initials as printed. They change when a case is reassigned. */
  readonly assignedInitials: string | null;
  readonly referredInitials: string | null;
  /** The defendant's number in a criminal case, without leading zeros. */
  readonly defendant: string | null;
}

const initials = '[A-Z_]{1,5}|N/A|P1';
const year = String.raw`(?:19|20)?(\d\d)`;
// A type with digits in it is told from the serial by its hyphens only.
const caseType = String.raw`(?:-(?=\d{0,4}[a-z~])(~?[a-z0-9]{1,5})-|[- ]?([a-z]{1,5})[- ]?)`;
const forms = {
  long: new RegExp(String.raw`^(?:(\d{1,2}):)?${year}${caseType}(\d{1,8})(?![\da-z])(.*)$`, 'is'),
  // Panels of three judges have a third pair of initials, which is not kept.
  longTail: new RegExp(String.raw`^(?:-(${initials}))?(?:-(${initials}))?(?:-(?:${initials}))?(?:-(\d{1,3}))?$`, 'i'),
  // The captions of C.D. Cal.: place of the division, type, number, and "(XXXx)" for the magistrate judge.
  captioned: /^(LA|SA|ED)?([A-Z]{2})[ -]?(\d\d)-(\d{1,6})(?:[- ]([A-Z]{1,5}))?(?:-?\s*\(?([A-Z]{1,5})(x)\)?)?$/,
  short: /^(?:(\d)[-:])?(\d\d)-(\d{2,6})(?![\da-z])(.*)$/is,
  shortTail: /^(?:-(\d))?(?:-([A-Z]{1,5})\d*)?$/i,
  appellate: /^(?:[A-Z]{2}-)?(\d\d)-(\d{1,6})(?:-[A-Z]{1,4})?$/i,
  multidistrict: /^MDL\s*(?:No\.?\s*)?(\d{1,5})$/i,
  supreme: /^(\d\d)(-|[AMO])(\d{1,5})$/i,
};
/** Offices of C.D. Cal. by the letters of its captions. */
const captionOffices: Readonly<Record<string, string>> = { LA: '2', ED: '5', SA: '8' };

const pad = (serial: string): string => serial.replace(/^0+(?=\d)/, '').padStart(5, '0');
const unpad = (serial: string): string => serial.replace(/^0+(?=\d)/, '');

/** A number that names no judge and no defendant. Written out: a spread would cost more than the whole reading. */
function bare(canonical: string, year: string | null, caseType: string | null, serial: string): DocketNumber {
  return {
    canonical,
    office: null,
    year,
    caseType,
    serial,
    assignedInitials: null,
    referredInitials: null,
    defendant: null,
  };
}

function long(printed: string): DocketNumber | null {
  const match = forms.long.exec(printed);
  if (!match) return null;
  const [, office = null, yy, hyphened, plain, digits, tail] = match;
  const type = (hyphened ?? plain)!.toLowerCase();
  const serial = pad(digits!);
  const [, assigned = null, referred = null, defendant] = forms.longTail.exec(tail!.trim()) ?? [];
  return {
    canonical: `${office === null ? '' : `${office}:`}${yy}-${type}-${serial}`,
    office,
    year: yy!,
    caseType: type,
    serial,
    assignedInitials: assigned,
    referredInitials: referred,
    defendant: defendant === undefined ? null : unpad(defendant),
  };
}

function captioned(printed: string): DocketNumber | null {
  const match = forms.captioned.exec(printed);
  if (!match) return null;
  const [, place, type, yy, digits, assigned = null, referred = null, suffix] = match;
  const known = place === undefined ? undefined : captionOffices[place];
  // Only C.D. Cal. prints the suffix, and its Western Division prints no place.
  const office = known ?? (suffix === undefined ? null : '2');
  const serial = pad(digits!);
  return {
    canonical: `${office === null ? '' : `${office}:`}${yy}-${type!.toLowerCase()}-${serial}`,
    office,
    year: yy!,
    caseType: type!.toLowerCase(),
    serial,
    assignedInitials: assigned,
    referredInitials: referred,
    defendant: null,
  };
}

function short(printed: string): DocketNumber | null {
  const match = forms.short.exec(printed);
  if (!match) return null;
  const [, front, yy, digits, tail] = match;
  const [, back, assigned = null] = forms.shortTail.exec(tail!.trim()) ?? [];
  const serial = pad(digits!);
  return {
    // An office in front is part of the number (E.D.N.Y.: each office counts by itself); one behind is not.
    canonical: `${front === undefined ? '' : `${front}-`}${yy}-${serial}`,
    office: front ?? back ?? null,
    year: yy!,
    caseType: null,
    serial,
    assignedInitials: assigned,
    referredInitials: null,
    defendant: null,
  };
}

function appellate(printed: string): DocketNumber | null {
  const match = forms.appellate.exec(printed);
  if (!match) return null;
  const serial = unpad(match[2]!);
  return bare(`${match[1]}-${serial}`, match[1]!, null, serial);
}

function multidistrict(printed: string): DocketNumber | null {
  const match = forms.multidistrict.exec(printed);
  if (!match) return null;
  const serial = unpad(match[1]!);
  return bare(`MDL No. ${serial}`, null, null, serial);
}

function supreme(printed: string): DocketNumber | null {
  const match = forms.supreme.exec(printed);
  if (!match) return null;
  const [, yy, letter, digits] = match;
  const serial = unpad(digits!);
  const caseType = letter === '-' ? null : letter!.toLowerCase();
  return bare(`${yy}${letter!.toUpperCase()}${serial}`, yy!, caseType, serial);
}

const formsOf: Readonly<Record<CourtKind, readonly ((printed: string) => DocketNumber | null)[]>> = {
  DISTRICT: [long, captioned],
  BANKRUPTCY: [long, short],
  APPELLATE: [appellate],
  SPECIAL: [long, multidistrict, short],
  SUPREME: [supreme],
  PUBLISHER: [],
};

/**
 * Reads a docket number as courts of this kind print it; `null` where it follows no known form. Two printed
 * numbers of one court name the same docket if their `canonical` is equal.
 */
export function parseDocketNumber(printed: string, kind: CourtKind): DocketNumber | null {
  const text = printed.trim();
  for (const form of formsOf[kind]) {
    const number = form(text);
    if (number) return number;
  }
  return null;
}
