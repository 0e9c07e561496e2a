/** Whether what two pages print of a case can be of one docket. */
import { courtOrPublisherById, parseDocketNumber } from '@vigil/dockets';

/**
 * Whether two docket numbers of a court can be of one case: year, type and serial are what names it. The office is
 * another where a case is moved within the court, judges are no part of it.
 */
export function sameNumber(court: string, one: string, other: string): boolean {
  if (one === other) return true;
  const { kind } = courtOrPublisherById(court);
  const [a, b] = [parseDocketNumber(one, kind), parseDocketNumber(other, kind)];
  if (a === null || b === null) return false;
  const sameType = a.caseType === null || b.caseType === null || a.caseType === b.caseType;
  return a.year === b.year && a.serial === b.serial && sameType;
}

/** Whether two captions are the same but for spaces, stops and the case of letters; never where one is not known. */
export function sameCaption(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && plain(one) === plain(other);
}

const plain = (caption: string): string =>
  caption
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? '';
