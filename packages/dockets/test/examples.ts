import type { KindName } from '../src/index.js';

/** An invented file, and the kind that it is of. */
export interface Example {
  readonly kind: KindName;
  readonly court: string;
  /** Under `fixtures/`. */
  readonly file: string;
}

const of = (kind: KindName, court: string, ...files: readonly string[]): readonly Example[] =>
  files.map((file) => ({ kind, court, file }));

/** Every invented file that can be read. */
export const examples: readonly Example[] = [
  ...of('attachment_pages', 'cacd', 'attachment-page/district.html'),
  ...of('attachment_pages', 'nced', 'attachment-page/district-counting-the-main.html'),
  ...of('attachment_pages', 'azd', 'attachment-page/district-without-main.html'),
  ...of('attachment_pages', 'deb', 'attachment-page/bankruptcy.html'),
  ...of('nef_s3', 'cacd', 'court-notice/district.txt', 'court-notice/forwarded.txt'),
  ...of('nef_s3', 'njb', 'court-notice/bankruptcy.txt'),
  ...of('nef_s3', 'jpml', 'court-notice/panel.txt'),
  ...of('nef_s3', 'dcd', 'court-notice/plain.txt'),
  ...of('nef_html', 'cacd', 'court-notice/body.html'),
  ...of('nda', 'ca2', 'court-notice/appellate.txt', 'court-notice/acms.txt'),
  ...of('scotus_json', '', 'scotus/docket.json'),
  ...of('scotus_html', '', 'scotus/today.html', 'scotus/of-2017.html'),
  ...of('scotus_htm', '', 'scotus/of-2005.htm', 'scotus/of-2002.htm'),
  ...of('scotus_email', '', 'scotus/entry.eml', 'scotus/entry-without-text.eml'),
  ...of('dockets_appellate', 'ca6', 'appellate-docket/docket.html', 'appellate-docket/immigration.html'),
  ...of('appellate_attachment_pages', 'ca5', 'appellate-attachments/list.html'),
  ...of('dockets_acms', 'ca9', 'acms/docket.json'),
  ...of('acms_attachment_pages', 'ca2', 'acms/attachments.json'),
  ...of('dockets_district', 'cacd', 'docket-report/civil.html'),
  ...of('dockets_district', 'txsd', 'docket-report/criminal.html'),
  ...of('dockets_district', 'cand', 'docket-report/selectable.html'),
  ...of('dockets_bankruptcy', 'azb', 'docket-report/bankruptcy.html'),
  ...of('dockets_bankruptcy', 'cacb', 'docket-report/adversary.html'),
  ...of('dockets_bankruptcy', 'txnb', 'docket-report/one-column.html'),
  ...of('dockets_bankruptcy', 'vawb', 'docket-report/selectable-bankruptcy.html'),
  ...of('dockets_special', 'cit', 'docket-report/trade.html'),
  ...of('docket_history_reports', 'cacd', 'docket-history/district.html'),
  ...of('docket_history_reports', 'paeb', 'docket-history/bankruptcy.html'),
  ...of('case_queries', 'casd', 'case-query/district.html'),
  ...of('case_queries', 'arwb', 'case-query/bankruptcy.html'),
  ...of('case_queries', 'txsd', 'case-query/endless-note.html', 'case-query/remark.html'),
];
