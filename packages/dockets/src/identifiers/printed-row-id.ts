/**
 * In front of the case and who docketed it, and of the time that a docket prints last. One with a part (`[8442478-2]`) is
 * another entry's, which this one is about.
 */
const form =
  /\[(\d{6,10})\](?:\s*\[\d\d-\d{1,6}\])*(?:\s*[([][^()[\]]{1,60}[)\]])?\s*(?:\[Entered: [\d/]+ [\d:]+ [AP]M\])?\s*$/;

/**
 * The row id that some courts of appeals (recorded: ca2, ca9, cafc) print behind an entry's own words, on dockets and in
 * notices: `… granted. [10490185] (RR) [Entered: 06/27/2017 04:54 PM]`, `… FILED. [3332664] [26-91975]`; `null` where there
 * is none. It counts on in one row with the ids of their feeds and of their dockets' checkboxes; no recorded entry
 * shows both.
 */
export function printedRowId(text: string): string | null {
  return form.exec(text)?.[1] ?? null;
}
