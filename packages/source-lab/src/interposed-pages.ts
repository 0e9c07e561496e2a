/** Pages that stand in place of what was asked for. The words are invented. */
const html = (title: string, text: string): string =>
  `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`;

/** What publishers show in place of a page, and the code that each must be told as. */
export const interposedPages = [
  {
    name: 'challenge',
    code: 'BLOCKED_BY_PUBLISHER',
    status: 200,
    body: html('Just a moment...', 'Verify that you are human.'),
  },
  { name: 'refusal', code: 'BLOCKED_BY_PUBLISHER', status: 403, body: html('Access Denied', 'Reference 18.0') },
  {
    name: 'maintenance',
    code: 'MAINTENANCE',
    status: 200,
    body: html('Down for maintenance', 'The system is down for scheduled maintenance.'),
  },
  {
    name: 'maintenance with 503',
    code: 'MAINTENANCE',
    status: 503,
    body: html('Service Unavailable', 'Please come back later.'),
  },
] as const;
