/**
 * A docket text as history reports and mails print it: where the docket report links the number of another entry
 * (`granting 12 Motion`), they print `[12]`, and `(1)` for that of an attachment (`# 1 Exhibit`).
 */
export function inBrackets(text: string): string {
  return text
    .replaceAll(/# (\d{1,4})(?= )/g, '# ($1)')
    .replaceAll(/(?<=\b(?:re|of|to|granting|denying|on) )(\d{1,4})(?= [A-Z])/g, '[$1]');
}
