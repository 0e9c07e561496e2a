/* eslint-disable no-control-regex -- control characters are what is looked for */
/** White space of any kind, and the control characters that neither XML nor a database's text may hold. */
const blank = /[\s\u0000-\u001f\u007f-\u009f\u200b\ufeff]+/g;
const untidy = /[^\S ]| {2}|^ | $|[\u0000-\u001f\u007f-\u009f\u200b]/;

/** Trims; every run of white space and control characters becomes one space. */
export function collapse(text: string): string {
  return untidy.test(text) ? text.replace(blank, ' ').trim() : text;
}
