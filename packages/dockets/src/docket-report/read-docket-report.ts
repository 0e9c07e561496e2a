import { VigilError } from '@vigil/errors';
import { courtById } from '../courts/court-by-id.js';
import type { Court } from '../courts/court.js';
import { Style, type Table } from '../html/page.js';
import type { PageOrigin } from '../html/page-origin.js';
import { readPage, type Page } from '../html/read-page.js';
import { parseDocketNumber } from '../identifiers/docket-number.js';
import { collapse } from '../text/collapse.js';
import { tidyOrNull } from '../text/tidy.js';
import type { DocketReport } from './docket-report.js';
import { readEntries } from './entries.js';
import { naturesOfSuit } from './natures-of-suit.js';
import { listsParties, readParties } from './parties.js';
import { readReceipt } from './receipt.js';
import { refusalIn } from './refusal.js';
import { headingOf, headTable, ReportHead } from './report-head.js';

/**
 * Reads a docket report (CM/ECF, `DktRpt.pl`) of any court that prints one. Pure. Throws UNKNOWN_COURT, and
 * NOT_A_DOCKET where the page is none, with the court's own words where it says why.
 */
export function readDocketReport(bytes: Uint8Array, { court, contentType }: PageOrigin): DocketReport {
  return docketReportOf(readPage(bytes, contentType), courtById(court));
}

/** The docket report that a page is. Throws NOT_A_DOCKET. */
export function docketReportOf({ html, body, tables }: Page, court: Court): DocketReport {
  const found = readEntries(body, court);
  const table = headTable(tables);
  const refusal = table === null || found === null ? refusalIn(html) : null;
  if (table === null || refusal !== null) throw notADocket(refusal);
  const partyTables = tables.filter(listsParties);
  const heading = headingOf(body, court.kind === 'BANKRUPTCY' ? Style.CENTERED | Style.FONT : Style.HEADING);
  const head = new ReportHead(table);
  const printedNumber = printedNumberIn(heading?.text ?? '');
  const adversary = /Adversary Proceeding/.test(heading?.text ?? '');
  const filedOn = head.date(/(?:Date [fF]iled|Filed Date):\s+([\d/–—-]+)/);
  return {
    court: court.id,
    caseId: found?.caseId ?? null,
    docketNumber: printedNumber === null ? null : parseDocketNumber(printedNumber, court.kind),
    printedNumber,
    flags: heading?.flags ?? [],
    caption: court.kind === 'BANKRUPTCY' ? head.value(/Lead BK Title:\s+(.*)/) : captionIn(head.firstLine),
    adversary,
    filedOn,
    terminatedOn: head.date(/terminated:\s+([\d/–—-]+)/i),
    convertedOn: head.date(/Date [Cc]onverted:\s+([\d/–—-]+)/),
    // Not "Joint debtor discharged".
    dischargedOn: head.date(/(?:Date|Debtor)\s+[Dd]ischarged:\s+([\d/–—-]+)/),
    assignedTo: head.value(/Assigned to:\s+(.*)/i) ?? besideParties(partyTables, /Assigned to:\s+(.*)/i),
    referredTo: head.value(/Referred to:\s+(.*)/i) ?? besideParties(partyTables, /Referred to:\s+(.*)/i),
    cause: head.value(/Cause:\s+(.*)/),
    natureOfSuit: adversary ? naturesOfSuit(tables) : head.value(/Nature of Suit:\s+(.*)/),
    juryDemand: head.value(/Jury Demand:\s+(.*)/),
    demand: head.value(/^Demand:\s+(.*)/),
    jurisdiction: head.value(/Jurisdiction:\s+(.*)/),
    mdlStatus: head.value(/MDL Status:\s+(.*)/),
    orderedBy: found?.orderedBy ?? null,
    parties: readParties(partyTables, adversary),
    entries: found?.entries ?? [],
    receipt: readReceipt(html, court, filedOn),
  };
}

const numberForms = /(?<!\d)(?:\d{1,2}:)?\d\d-[a-z~]\w{0,4}-\d+[\w/-]*|(?:\d-)?\d\d-\d{2,}[\w-]*|MDL No\.\s*\d+/i;

function printedNumberIn(heading: string): string | null {
  return numberForms.exec(heading)?.[0] ?? null;
}

/** `X v. Y`, `Case title: USA v. X`, `IN RE: X`. */
function captionIn(line: string): string | null {
  const title = /^Case title:\s+(.*)/i.exec(line)?.[1];
  const caption = /\bvs?\.?\s/i.test(line)
    ? (title ?? line)
    : (title ?? /\bIn\s+(?:re:?|the\s+matter)\s.*/i.exec(line)?.[0]);
  return tidyOrNull(caption);
}

/** Criminal dockets print each defendant's judge above the defendant. The first is the case's. */
function besideParties(tables: readonly Table[], label: RegExp): string | null {
  for (const table of tables) {
    for (const row of table.rows) {
      for (const cell of row.cells) {
        const node = cell.nodes.find((node) => node.type === 'text' && label.test(node.text));
        if (node?.type === 'text') return tidyOrNull(label.exec(collapse(node.text))?.[1]);
      }
    }
  }
  return null;
}

function notADocket(refusal: string | null): VigilError {
  const what = refusal === null ? 'expected a docket report, got another page' : `the court says: ${refusal}`;
  return new VigilError('NOT_A_DOCKET', what);
}
