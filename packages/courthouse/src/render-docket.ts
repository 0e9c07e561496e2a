import { DateTime } from 'luxon';
import { courtHost } from './court-address.js';
import type { ScenarioCase, ScenarioCourt, ScenarioEntry } from './scenario.js';
import { htmlEscape, simulatorMark } from './shapes/markup.js';

/** A case's docket report at a virtual time (epoch milliseconds), as CM/ECF prints it, as ISO-8859-1 bytes. */
export function renderDocket(court: ScenarioCourt, docketCase: ScenarioCase, instant: number): Buffer {
  const zone = court.seatZone;
  const rows = reportRows(court, docketCase, instant).map((row) => rowOf(court, docketCase, row));
  const html = `<html><head><title>CM/ECF - ${htmlEscape(court.name)}</title><!-- ${simulatorMark} --></head><body BGCOLOR=F9F9F9><div id="cmecfMainContent">
${headOf(court, docketCase)}
<table align=center width="99%" border=1 rules=all cellpadding=5><tr><td style="font-weight:bold; width:94px">Date Filed</td><th>#</th><td style="font-weight:bold">Docket Text</td></tr>
${rows.join('\n')}
</table><br>
${receiptOf(docketCase, 'Docket Report', DateTime.fromMillis(instant, { zone }))}
</div></body></html>
`;
  return Buffer.from(html, 'latin1');
}

/** A row of a case's reports. */
export interface ReportRow {
  readonly entry: ScenarioEntry;
  /** `MM/DD/YYYY`. */
  readonly filed: string;
  readonly entered: string;
}

/** What reports of a case list at a virtual time (epoch milliseconds), in their order: by the day of filing. */
export function reportRows(court: ScenarioCourt, docketCase: ScenarioCase, instant: number): readonly ReportRow[] {
  return docketCase.entries
    .filter(({ at }) => at <= instant)
    .map((entry) => ({ entry, entered: dayOf(court, entry.at), filed: printed(entry.filed) ?? dayOf(court, entry.at) }))
    .sort((a, b) => sortable(a.filed) - sortable(b.filed) || a.entry.sequence - b.entry.sequence);
}

const dayOf = ({ seatZone: zone }: ScenarioCourt, at: number): string =>
  DateTime.fromMillis(at, { zone }).toFormat('MM/dd/yyyy');

const printed = (date: string | undefined): string | undefined => date?.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$2/$3/$1');
const sortable = (date: string): number => Number(date.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3$1$2'));

function headOf(court: ScenarioCourt, docketCase: ScenarioCase): string {
  const { report, entries } = docketCase;
  const filed =
    printed(report?.filed) ?? (entries.length === 0 ? '' : dayOf(court, Math.min(...entries.map(({ at }) => at))));
  const line = (label: string, value: string | undefined): string =>
    value === undefined ? '' : `${label}: ${htmlEscape(value)}<br>\n`;
  const flags = (report?.flags ?? []).map((flag) => `<span>${htmlEscape(flag)}</span>`).join(',');
  return `<table border=0 width="100%"><tr><td align=right>${flags}</td></tr></table>
${headingOf(court, docketCase)}
<table width="100%" border=0 cellspacing=5><tr><td valign=top width="60%"><br>${htmlEscape(docketCase.caption)}<br>
${line('Assigned to', report?.assignedTo)}${line('Referred to', report?.referredTo)}${line('Cause', report?.cause)}</td><td valign=top width="40%"><br>
${line('Date Filed', filed)}${line('Date Terminated', printed(report?.terminated))}${line('Nature of Suit', report?.natureOfSuit)}${line('Jurisdiction', report?.jurisdiction)}</td></tr></table>`;
}

/** Bankruptcy courts print it in large letters, and other courts as a heading. */
function headingOf({ name, shape }: ScenarioCourt, { number }: ScenarioCase): string {
  return shape === 'bankruptcy'
    ? `<center><b><font size="+1">U.S. Bankruptcy Court<br>${htmlEscape(name)}<br>Bankruptcy Petition #: ${htmlEscape(number)}</font></b></center>`
    : `<h3 align=center>U.S. District Court<br>
${htmlEscape(name)}<br>
CIVIL DOCKET FOR CASE #: ${htmlEscape(number)}</h3>`;
}

function rowOf(court: ScenarioCourt, docketCase: ScenarioCase, { entry, filed, entered }: ReportRow): string {
  const text = htmlEscape(entry.text ?? entry.labels.join(', ')).replaceAll('\n', '<br>');
  const stamp = /\(Entered: [\d/]+\)\s*$/.test(text) ? '' : ` (Entered: ${entered})`;
  return `<tr><td width=94 nowrap valign=top>${filed}</td><td valign=top align=right>${numberCell(court, docketCase, entry)}</td><td valign=top>${text}${stamp}</td></tr>`;
}

/** The number, with its link where a document hangs on the entry. Only the link tells the court's row id. */
export function numberCell(court: ScenarioCourt, docketCase: ScenarioCase, entry: ScenarioEntry): string {
  if (entry.document === null) return `${entry.unlinkedNumber ?? entry.number ?? ''}&nbsp;`;
  const path = `/doc1/${court.documentPrefix}1${entry.document}`;
  return `<a href="https://${courtHost(court.id)}${path}" onClick="goDLS('${path}','${docketCase.id}','${entry.sequence}','','1','1','','');return(false);">${entry.number}</a>&nbsp;`;
}

/** The receipt at the foot of what PACER charges for. */
export function receiptOf(docketCase: ScenarioCase, report: string, now: DateTime): string {
  return `<hr><center><table border=1 width=400><tr><th colspan=4>PACER Service Center</th></tr><tr><th colspan=4>Transaction Receipt</th></tr>
<tr><td colspan=4 align=center>${now.toFormat('MM/dd/yyyy HH:mm:ss')}</td></tr>
<tr><th>PACER Login:</th><td>simulator</td><th>Client Code:</th><td></td></tr>
<tr><th>Description:</th><td>${report}</td><th>Search Criteria:</th><td>${htmlEscape(docketCase.number)}</td></tr>
<tr><th>Billable Pages:</th><td>0</td><th>Cost:</th><td>0.00</td></tr></table></center>`;
}
