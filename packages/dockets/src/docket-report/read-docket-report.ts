import { VigilError } from '@vigil/errors';
import { courtById } from '../courts/court-by-id.js';
import { tablesOf, textOf } from '../html/block-text.js';
import { Style, type Block, type Table } from '../html/page.js';
import { readPage } from '../html/read-page.js';
import { parseDocketNumber } from '../identifiers/docket-number.js';
import { collapse } from '../text/collapse.js';
import { tidyOrNull } from '../text/tidy.js';
import type { DocketReport } from './docket-report.js';
import { readEntries } from './entries.js';
import { listsParties, readParties } from './parties.js';
import { refusalIn } from './refusal.js';
import { headingOf, headTable, ReportHead } from './report-head.js';

/** What is known of a page from outside it. */
export interface PageOrigin {
  /** Court id or alias. */
  readonly court: string;
  /** The Content-Type header, where the page came by HTTP. */
  readonly contentType?: string | undefined;
}

/**
 * Reads a docket report (CM/ECF, `DktRpt.pl`) of any court that prints one. Pure. Throws UNKNOWN_COURT, and
 * NOT_A_DOCKET where the page is none, with the court's own words where it says why.
 */
export function readDocketReport(bytes: Uint8Array, { court: id, contentType }: PageOrigin): DocketReport {
  const court = courtById(id);
  const { html, body } = readPage(bytes, contentType);
  const found = readEntries(body, court);
  const table = headTable(body);
  if (table === null || (found === null && refusalIn(html) !== null)) throw notADocket(html);
  const partyTables = [...tablesOf(body)].filter(listsParties);
  const heading = headingOf(body, court.kind === 'BANKRUPTCY' ? Style.CENTERED | Style.FONT : Style.HEADING);
  const head = new ReportHead(table);
  const printedNumber = printedNumberIn(heading?.text ?? '');
  const adversary = /Adversary Proceeding/.test(heading?.text ?? '');
  return {
    court: court.id,
    docketNumber: printedNumber === null ? null : parseDocketNumber(printedNumber, court.kind),
    printedNumber,
    flags: heading?.flags ?? [],
    caption: court.kind === 'BANKRUPTCY' ? head.value(/Lead BK Title:\s+(.*)/) : captionIn(head.firstLine),
    adversary,
    filedOn: head.date(/(?:Date [fF]iled|Filed Date):\s+([\d/–—-]+)/),
    terminatedOn: head.date(/terminated:\s+([\d/–—-]+)/i),
    convertedOn: head.date(/Date [Cc]onverted:\s+([\d/–—-]+)/),
    // Not "Joint debtor discharged".
    dischargedOn: head.date(/(?:Date|Debtor)\s+[Dd]ischarged:\s+([\d/–—-]+)/),
    assignedTo: head.value(/Assigned to:\s+(.*)/i) ?? besideParties(partyTables, /Assigned to:\s+(.*)/i),
    referredTo: head.value(/Referred to:\s+(.*)/i) ?? besideParties(partyTables, /Referred to:\s+(.*)/i),
    cause: head.value(/Cause:\s+(.*)/),
    natureOfSuit: adversary ? naturesOfSuit(body) : head.value(/Nature of Suit:\s+(.*)/),
    juryDemand: head.value(/Jury Demand:\s+(.*)/),
    demand: head.value(/^Demand:\s+(.*)/),
    jurisdiction: head.value(/Jurisdiction:\s+(.*)/),
    mdlStatus: head.value(/MDL Status:\s+(.*)/),
    orderedBy: found?.orderedBy ?? null,
    parties: readParties(partyTables, adversary),
    entries: found?.entries ?? [],
  };
}

const numberForms = /(?<!\d)(?:\d{1,2}:)?\d\d-[a-z~]\w{0,4}-\d+[\w/-]*|(?:\d-)?\d\d-\d{2,}[\w-]*|MDL No\.\s*\d+/i;

function printedNumberIn(heading: string): string | null {
  return numberForms.exec(heading)?.[0] ?? null;
}

/** `X v. Y`, `Case title: USA v. X`, `IN RE: X`. */
function captionIn(line: string): string | null {
  const title = /^Case title:\s+(.*)/i.exec(line)?.[1];
  const caption = /\bvs?\.?\s/i.test(line) ? (title ?? line) : (title ?? /\bIn\s+(?:re:?|the\s+matter)\s.*/i.exec(line)?.[0]);
  return tidyOrNull(caption);
}

/** Criminal dockets print each defendant's judge above the defendant. The first is the case's. */
function besideParties(tables: readonly Table[], label: RegExp): string | null {
  for (const run of tables.flatMap(({ rows }) => rows).flatMap(({ cells }) => cells).flatMap(({ nodes }) => nodes)) {
    const value = run.type === 'text' ? label.exec(collapse(run.text))?.[1] : undefined;
    if (value !== undefined) return tidyOrNull(value);
  }
  return null;
}

/** The table of an adversary proceeding's kinds of suit: columns for code and text behind the label. */
function naturesOfSuit(body: Block): string | null {
  for (const table of tablesOf(body)) {
    if (!table.rows.some(({ cells }) => cells.some((cell) => cell.nodes.some((node) => node.type === 'text' && node.text.includes('Nature[s] of'))))) continue;
    const natures = table.rows
      .map(({ cells }) => cells.slice(2).map((cell) => collapse(textOf(cell))).filter((text) => text !== ''))
      .filter((texts) => texts.length > 1)
      .map((texts) => texts.join(' '));
    return tidyOrNull(natures.join('; '));
  }
  return null;
}

function notADocket(html: string): VigilError {
  const words = refusalIn(html);
  return new VigilError('NOT_A_DOCKET', words === null ? 'expected a docket report, got another page' : `the court says: ${words}`);
}
