import { DateTime } from 'luxon';
import { courtHost } from './court-address.js';
import { inBrackets } from './references.js';
import type { ScenarioCase, ScenarioCourt, ScenarioEntry } from './scenario.js';
import { htmlEscape, simulatorMark } from './shapes/markup.js';

/** The Notice of Electronic Filing that CM/ECF mails when an entry is docketed, in which it is told as `entry` has it. */
export function renderNotice(court: ScenarioCourt, docketCase: ScenarioCase, entry: ScenarioEntry): Buffer {
  const site = `https://${courtHost(court.id)}`;
  const { id, number, caption } = docketCase;
  const entered = DateTime.fromMillis(entry.at, { zone: court.seatZone, locale: 'en-US' });
  const filed = entry.filed === undefined ? entered : DateTime.fromISO(entry.filed);
  const document =
    entry.document === null
      ? `${entry.unlinkedNumber ?? 'No document attached'}`
      : `<a href='${site}/doc1/${court.documentPrefix}1${entry.document}?caseid=${id}&de_seq_num=${entry.sequence}&magic_num=SIMULATOR'>${entry.number}</a>`;
  const text = inBrackets(htmlEscape(entry.text ?? entry.labels.join(' AND '))).replaceAll('\n', '<br>');
  const mail = `Date: ${entered.plus({ seconds: 20 }).toRFC2822()}
MIME-Version: 1.0
From: cmecf@${courtHost(court.id)}
To: counsel@example.org
Subject: ${court.shape === 'bankruptcy' ? '' : 'Activity in Case '}${number} ${caption} ${entry.labels.join(' AND ')}
X-Simulator: ${simulatorMark}
Content-Type: text/html; charset=iso-8859-1
Content-Transfer-Encoding: 8bit

<p align=center><strong>${htmlEscape(court.name)}</strong></p>
<p align=center><strong>Notice of Electronic Filing</strong></p>
<div><BR>
The following transaction was entered on ${entered.toFormat('L/d/yyyy')} at ${entered.toFormat('h:mm a ZZZZ')} and filed on ${filed.toFormat('L/d/yyyy')}
<BR>
<table border=0 cellspacing=0>
<tr><td><strong>Case Name:</strong></td><td>${htmlEscape(caption)}</td></tr>
<tr><td><strong>Case Number:</strong></td><td><A HREF=${site}/cgi-bin/DktRpt.pl?${id}>${htmlEscape(number)}</A></td></tr>
<tr><td><strong>Filer:</strong></td><td></td></tr>
<tr><td><strong>Document Number:</strong></td><td>${document}</td></tr>
</table>
<p><strong>Docket Text:</strong>
<BR>
<FONT FACE="arial,helvetica" COLOR="#0000cc" SIZE=3><b>${text}</b></FONT></p>
<BR>
<B>${htmlEscape(number)} Notice has been electronically mailed to:</B>
<BR>A. Counsel &nbsp;&nbsp;counsel@example.org<BR>
</div>
`;
  return Buffer.from(mail, 'latin1');
}
