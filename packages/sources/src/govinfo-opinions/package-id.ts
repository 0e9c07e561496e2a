import { parseDocketNumber, type Court } from '@vigil/dockets';

/** GovInfo's names of courts where they are not the courts' own. */
const slugs: Readonly<Record<string, string>> = { cafc: 'ca13' };

/** What GovInfo calls a court. */
export const slugOf = ({ id }: Court): string => slugs[id] ?? id;

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
