import { courtById, parseDocketNumber, type Court } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';

/** GovInfo's names of courts where they are not the courts' own. */
const slugs: Readonly<Record<string, string>> = { cafc: 'ca13' };

/** What GovInfo calls a court. */
export const slugOf = ({ id }: Court): string => slugs[id] ?? id;

/** Courts whose opinions GovInfo does not collect. */
const uncollected = /^(?:bap\d+|cavc|scotus)$/;

/** The court of an id, where GovInfo collects its opinions. Throws UNKNOWN_COURT, NO_FEED. */
export function collectedCourt(id: string): Court {
  const court = courtById(id);
  if (uncollected.test(court.id))
    throw new VigilError('NO_FEED', `GovInfo has no opinions of ${court.name}`, { details: { court: id } });
  return court;
}

/** The id of a case's package; `null` where its docket number follows no form that such ids have. */
export function packageIdOf(court: Court, docketNumber: string): string | null {
  // Serial numbers have five digits at least, which courts of appeals leave out.
  const number = docketNumber.replace(':', '_').replace(/(?<=-)\d{1,4}$/, (serial) => serial.padStart(5, '0'));
  const id = `USCOURTS-${slugOf(court)}-${number}`;
  return readPackageId(id, court) === null ? null : id;
}

/** What the id of a package, or of one opinion in it, tells. */
export interface PackageId {
  /** `USCOURTS-cacd-8_17-cv-01898`; of one opinion `USCOURTS-cacd-8_17-cv-01898-2`. */
  readonly id: string;
  /** Canonical. */
  readonly docketNumber: string;
}

/** Collection, court, number (`8_17-cv-01898`, `15-35824`), place among the opinions of its case. */
const form = /^USCOURTS-([a-z0-9]+)-((?:(\d{1,2})_)?(\d\d-(?:[a-z]{1,5}-)?\d{1,6}))(?:-\d{1,4})?$/;

/**
 * Reads an id of GovInfo's collection of opinions; `null` where it is none of this court, or its docket number follows
 * no form that the court's numbers have.
 */
export function readPackageId(id: string, court: Court): PackageId | null {
  const [, slug, , office, number] = form.exec(id) ?? [];
  if (slug !== slugOf(court) || number === undefined) return null;
  const printed = office === undefined ? number : `${office}:${number}`;
  const docketNumber = parseDocketNumber(printed, court.kind)?.canonical;
  return docketNumber === undefined ? null : { id, docketNumber };
}
