import type { ServerResponse } from 'node:http';
import type { Page } from './page.js';

/** Sends a whole page, its length announced. */
export function sendPage(response: ServerResponse, { status, headers, body }: Page): void {
  response.writeHead(status, { ...headers, ...(status !== 304 && { 'content-length': body.length }) });
  response.end(body);
}
