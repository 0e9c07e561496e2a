import { courtById, readOpinionPackage, type OpinionPackage } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import { caseStatement, publication, type CapturedPage, type ParseContext } from '@vigil/source-kit';
import type { CaseFacts, Statement } from '@vigil/timeline';
import { z } from 'zod';
import { packageOf, type CaseParams } from './params.js';

const day = z.iso.date();

/**
 * Reads the metadata of a case's package: one statement of the case, and one publication an opinion, with the words of its docket
 * entry. Throws BAD_RECORD, PAGE_TRUNCATED; EMPTY_WITHOUT_PROOF where it lists no opinion, since a package is made for one;
 * and BAD_INPUT where it is another case's.
 */
export function* parsePackage(page: CapturedPage, context: ParseContext<CaseParams>): Iterable<Statement> {
  const read = readOpinionPackage(page.body, page.headers['content-type']);
  const { court, docketNumber } = context.params;
  const wanted = packageOf(context.params);
  if (read.id !== wanted) throw new VigilError('BAD_INPUT', `the metadata is of ${read.id}, not of ${wanted}`);
  if (read.opinions.length === 0) throw new VigilError('EMPTY_WITHOUT_PROOF');
  const { zone } = courtById(court);
  yield caseStatement({ court, caseId: null, docketNumber }, factsOf(read));
  const known = new Set<string>();
  for (const [n, { id, issuedOn, docketText }] of read.opinions.entries()) {
    const where = `opinion ${n + 1} of ${read.opinions.length}`;
    if (id === null || !isOpinionOf(id, wanted)) context.skip('its id is not one of the package', where);
    else if (known.has(id)) context.skip('another has its id', where);
    else if (!day.safeParse(issuedOn).success) context.skip('it bears no date', where);
    else {
      known.add(id);
      yield publication({
        court,
        docketNumber,
        publisherId: id,
        type: 'OPINION',
        title: read.caption,
        text: docketText,
        url: `https://www.govinfo.gov/app/details/${wanted}/${id}`,
        publishedOn: issuedOn,
        zone,
      });
    }
  }
}

const isOpinionOf = (id: string, packageId: string): boolean =>
  id.startsWith(`${packageId}-`) && /^\d{1,4}$/.test(id.slice(packageId.length + 1));

function factsOf({ caption, caseNumber, office, caseType, cause, ...read }: OpinionPackage): Partial<CaseFacts> {
  const natureOfSuit = [read.natureOfSuitCode, read.natureOfSuit].filter((part) => part !== null).join(' ');
  return { caption, printedNumber: caseNumber, office, caseType, cause, natureOfSuit: natureOfSuit || null };
}
