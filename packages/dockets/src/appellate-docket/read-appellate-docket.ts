import { VigilError } from '@vigil/errors';
import { courtById } from '../courts/court-by-id.js';
import type { AppellateAttachment } from '../appellate-attachments/appellate-attachments.js';
import { readAttachmentRow } from '../appellate-attachments/read-attachment-row.js';
import { linesOf, tablesOf, textOf } from '../html/block-text.js';
import { Style, type Block, type Row } from '../html/page.js';
import { cleanHtml, readBlock } from '../html/read-page.js';
import { parseDocketNumber } from '../identifiers/docket-number.js';
import { tidyOrNull } from '../text/tidy.js';
import { parseCivilDate } from '../time/civil-date.js';
import type { AppellateDocket, AppellateEntry, OriginatingCourt, PriorCase } from './appellate-docket.js';
import { labelledValues, type LabelledValue } from './labelled-values.js';
import { readAppellateEntry } from './read-appellate-entry.js';
import { AttorneyReader, readAppellateParty } from './read-appellate-party.js';
import { readAppellateReceipt } from './receipt.js';
import { sectionsOf } from './sections.js';

/**
 * Reads a docket of a court of appeals (CM/ECF: `TransportRoom?servlet=CaseSummary.jsp`). Pure. Throws UNKNOWN_COURT,
 * and NOT_A_DOCKET for pages without a case (errors, receipts, menus of documents).
 */
export function readAppellateDocket(bytes: Uint8Array, { court: id }: { readonly court: string }): AppellateDocket {
  return readAppellate(bytes, id).docket;
}

/** A docket, and the number below as the page prints it, which may be an alien number. */
export interface AppellateReading {
  readonly docket: AppellateDocket;
  readonly printedOrigin: string | null;
}

/** The same as `readAppellateDocket`, with what that leaves out. */
export function readAppellate(bytes: Uint8Array, id: string): AppellateReading {
  const court = courtById(id);
  const html = cleanHtml(bytes);
  const sections = sectionsOf(html);
  const stubHtml = sections.get('Case Stub');
  if (stubHtml === undefined) throw new VigilError('NOT_A_DOCKET', 'the page has no section “Case Stub”');
  const block = (name: string): Block => readBlock(sections.get(name) ?? '');
  const stub = readBlock(stubHtml);
  const valueOf = finder(labelledValues(stub));
  const panelOf = finder(labelledValues(block('Panel Assignment')));
  const printedNumber = valueOf(/^(?:.* Docket #|Case Number)$/);
  if (printedNumber === null) throw new VigilError('NOT_A_DOCKET', 'the page has no docket number');
  const origin = labelledValues(block('Orig Court'));
  const attorneys = new AttorneyReader();
  return {
    docket: {
      court: court.id,
      printedNumber,
      docketNumber: parseDocketNumber(printedNumber, court.kind),
      caption: captionOf(stub),
      longCaption: tidyOrNull(linesOf(block('Case Caption')).join(' ')),
      docketedOn: dateOf(valueOf(/^Docketed$/)),
      terminatedOn: dateOf(valueOf(/^Termed$/)),
      natureOfSuit: valueOf(/^Nature of Suit$/),
      appealFrom: valueOf(/^Appeal From$/),
      feeStatus: valueOf(/^Fee Status$/),
      caseTypes: caseTypesOf(labelledValues(block('Case Type'))),
      originatingCourt: origin.length === 0 ? null : originOf(origin),
      priorCases: priorCasesOf(block('Prior and/or Assoc Cases')),
      panel: panelOf(/^Panel$/)?.split(' ') ?? [],
      heardOn: dateOf(panelOf(/^Date of Hearing$/)),
      parties: rowsOf(block('Party/Aty List')).flatMap((row) => readAppellateParty(row, attorneys) ?? []),
      entries: entriesOf(block('DOCKET ENTRIES')),
      receipt: readAppellateReceipt(html, court.zone, printedNumber),
    },
    printedOrigin: numberBelow(origin),
  };
}

/** Finds the value of the first label that matches; `null` where it has none. */
function finder(values: readonly LabelledValue[]): (label: RegExp) => string | null {
  return (label) => tidyOrNull(values.find((each) => label.test(each.label))?.value);
}

function dateOf(printed: string | null): string | null {
  return parseCivilDate(printed ?? '');
}

/** The short caption is the cell of the stub that has no label. */
function captionOf(stub: Block): string | null {
  for (const { cells } of rowsOf(stub)) {
    const [cell] = cells;
    if (!cell || cell.nodes.some((node) => node.type === 'text' && (node.style & Style.BOLD) !== 0)) continue;
    const caption = tidyOrNull(textOf(cell));
    if (caption !== null) return caption;
  }
  return null;
}

/** Rows that hold no table of their own. */
function rowsOf(block: Block): readonly Row[] {
  return [...tablesOf(block)].flatMap(({ rows }) =>
    rows.filter(({ cells }) => cells.every(({ nodes }) => nodes.every((node) => node.type !== 'table'))),
  );
}

const noExtents = new Map<string, never>();

/** Documents stand in a table below their entry, and name it. */
function entriesOf(block: Block): readonly AppellateEntry[] {
  const rows = rowsOf(block);
  const documents = new Map<string, AppellateAttachment[]>();
  for (const row of rows) {
    const document = readAttachmentRow(row, noExtents);
    if (document === null || document.sequence === null) continue;
    const known = documents.get(document.sequence);
    if (known) known.push(document.attachment);
    else documents.set(document.sequence, [document.attachment]);
  }
  return rows.flatMap((row) => {
    const entry = readAppellateEntry(row);
    if (entry === null) return [];
    return [{ ...entry, attachments: documents.get(entry.sequence ?? '') ?? [] }];
  });
}

/** `1) civil 2) private 3) null` */
function caseTypesOf(values: readonly LabelledValue[]): readonly string[] {
  return values.flatMap(({ label, value }) =>
    /^\d\)$/.test(label) && !/^(?:|-|null|none)$/i.test(value) ? (tidyOrNull(value) ?? []) : [],
  );
}

function originOf(values: readonly LabelledValue[]): OriginatingCourt {
  const valueOf = finder(values);
  const district = values.find(({ label }) => label === 'District');
  return {
    court: /^https?:\/\/ecf\.(\w+)\.uscourts\.gov\//i.exec(district?.href ?? '')?.[1] ?? null,
    code: tidyOrNull(/^(\S+) :/.exec(district?.value ?? '')?.[1]),
    number: tidyOrNull(numberBelow(values)),
    trialJudge: valueOf(/^Trial Judge$/),
    orderingJudge: valueOf(/^Ordering Judge$/),
    courtReporters: values.flatMap(({ label, value }) => (label === 'Court Reporter' ? (tidyOrNull(value) ?? []) : [])),
    filedOn: dateOf(valueOf(/^Date Filed$/)),
    judgmentOn: dateOf(valueOf(/^Date Order\/Judgment$/)),
    judgmentEnteredOn: dateOf(valueOf(/^Date Order\/Judgment EOD$/)),
    noticeOfAppealOn: dateOf(valueOf(/^Date NOA Filed$/)),
    receivedOn: dateOf(valueOf(/^Date Rec'd COA$/)),
  };
}

function numberBelow(values: readonly LabelledValue[]): string | null {
  const printed = values.find(({ label }) => label === 'District')?.value ?? '';
  return printed.replace(/^\S+ :\s*/, '') || null;
}

function priorCasesOf(block: Block): readonly PriorCase[] {
  return rowsOf(block).flatMap((row) => {
    const valueOf = finder(row.cells.flatMap((cell) => labelledValues(cell)));
    const disposedOn = dateOf(valueOf(/^Date Disposed$/));
    const disposition = valueOf(/^Disposition$/);
    if (disposedOn === null && disposition === null) return [];
    const number = /^\S+/.exec(tidyOrNull(row.cells.map(textOf).join(' ')) ?? '')?.[0] ?? null;
    return [{ number, filedOn: dateOf(valueOf(/^Date Filed$/)), disposedOn, disposition }];
  });
}
