/**
 * A docket text in the one form in which all pages' are kept: that of docket reports, where the numbers of other entries and
 * of attachments are links, without brackets (`granting [12] Motion`, `# (1) Exhibit` of history reports and notices), and
 * the day of entry stands behind it.
 */
export function docketedText(text: string, enteredOn: string | null): string {
  const words = text.replace(/\[(\d{1,6})\]/g, '$1').replace(/# \((\d{1,4})\)/g, '# $1');
  if (enteredOn === null || /\(Entered: [\d/]+\)\s*$/.test(words)) return words;
  const [year, month, day] = enteredOn.split('-');
  return `${words} (Entered: ${month}/${day}/${year})`;
}
