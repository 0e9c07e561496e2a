import { DateTime } from 'luxon';
import { inBrackets } from './references.js';
import { numberCell, receiptOf, reportRows, type ReportRow } from './render-docket.js';
import type { ScenarioCase, ScenarioCourt } from './scenario.js';
import { htmlEscape, simulatorMark } from './shapes/markup.js';

/** Which history report is asked for. */
export interface HistoryRequest {
  /** The virtual time, in epoch milliseconds. */
  readonly instant: number;
  /** Whether it prints docket texts; where it does not, each row has a button that shows its text. */
  readonly texts: boolean;
}

/** A case's history report, as CM/ECF prints it: a row for each docketing event, by its short description. ISO-8859-1 bytes. */
export function renderHistory(
  court: ScenarioCourt,
  docketCase: ScenarioCase,
  { instant, texts }: HistoryRequest,
): Buffer {
  const rows = reportRows(court, docketCase, instant).flatMap((row) =>
    row.entry.labels.map((label) => rowOf(court, docketCase, { ...row, label, texts })),
  );
  const { caption, number, report } = docketCase;
  const heading = court.shape === 'bankruptcy' ? '<font size="+1">History</font>' : '<h2 align="center">History</h2>';
  const html = `<html><head><title>CM/ECF - ${htmlEscape(court.name)}-History/Documents Query</title><!-- ${simulatorMark} --></head><body bgcolor="F9F9F9"><div id="cmecfMainContent">
<center><b><font size="+1">${htmlEscape(number)}</font></b> ${htmlEscape(caption)}<br>${htmlEscape(report?.assignedTo ?? 'Unassigned')}, presiding<br></center><br>
${heading}
<center><table cellpadding="2" cellspacing="0" border="1"><tr><th>Doc.<br>No.</th><th>Dates</th><th>Description</th></tr>
${rows.join('\n')}
</table></center>
${receiptOf(docketCase, 'History/Documents', DateTime.fromMillis(instant, { zone: court.seatZone }))}
</div></body></html>
`;
  return Buffer.from(html, 'latin1');
}

interface EventRow extends ReportRow {
  readonly label: string;
  readonly texts: boolean;
}

function rowOf(
  court: ScenarioCourt,
  docketCase: ScenarioCase,
  { entry, filed, entered, label, texts }: EventRow,
): string {
  const dates =
    filed === entered
      ? `<tr><td><i>Filed &amp; Entered: &nbsp;</i></td><td>${filed}</td></tr>`
      : `<tr><td><i>Filed: </i></td><td>${filed}</td></tr><tr><td><i>Entered: </i></td><td>${entered}</td></tr>`;
  const number = entry.number ?? entry.unlinkedNumber ?? '';
  const button = texts
    ? ''
    : `<a href="javascript:DktText('1','${docketCase.id}','${number}','${entry.sequence}','')"><img src="/graphics/silverball.gif" alt="Docket Text"></a> `;
  const text =
    texts && entry.text !== undefined
      ? `\n<tr><td></td><td colspan="2"><i>Docket Text:</i> ${inBrackets(htmlEscape(entry.text)).replaceAll('\n', '<br>')}</td></tr>`
      : '';
  return `<tr valign="top"><td align="center">${numberCell(court, docketCase, entry)}</td><td><table>${dates}</table></td><td>${button}${htmlEscape(label)}</td></tr>${text}`;
}
