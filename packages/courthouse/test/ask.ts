/** A bare HTTP client: it shows what came over the wire, and how the connection ended. */
import { type ClientRequest, type IncomingHttpHeaders, request } from 'node:http';
import type { Courthouse } from '../src/index.js';

export interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The code of the error that ended it; undefined when it ended well. */
  readonly failure: string | undefined;
}

export interface Question {
  readonly host: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
  /** Give up after so many milliseconds; the failure is then TIMEOUT. */
  readonly patience?: number;
  /** Give up after so many bytes of body; the failure is then ENOUGH. */
  readonly appetite?: number;
}

export function ask({ origin }: Pick<Courthouse, 'origin'>, question: Question): Promise<Answer> {
  const { host, path, headers = {}, method = 'GET', patience = 30_000, appetite = Infinity } = question;
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let status: number | undefined;
    let received: IncomingHttpHeaders = {};
    const end = (failure?: string): void => {
      clearTimeout(timer);
      resolve({ status, headers: received, body: Buffer.concat(chunks), failure });
    };
    const stop = (asked: ClientRequest, why: string): void => {
      end(why);
      asked.destroy();
    };
    const asked = request(`${origin}${path}`, { method, headers: { ...headers, host }, agent: false }, (response) => {
      status = response.statusCode;
      received = response.headers;
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size > appetite) stop(asked, 'ENOUGH');
      });
      response.on('end', () => end());
      response.on('error', (error: NodeJS.ErrnoException) => end(error.code));
    });
    const timer = setTimeout(() => stop(asked, 'TIMEOUT'), patience);
    asked.on('error', (error: NodeJS.ErrnoException) => end(error.code));
    asked.end();
  });
}
