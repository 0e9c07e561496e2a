/** The GraphiQL page, from files that the build made: nothing of it comes from another host. */
import type { FastifyInstance } from 'fastify';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '../../dist/page');

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Only from here. GraphiQL sets styles of its own, and its fonts and icons are data addresses. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  'font-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves the page at `/` and its parts under `/assets/`. Throws where the build has not made them. */
export async function serveGraphiql(app: FastifyInstance): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  for (const name of names.filter((file) => path.extname(file) in mediaTypes)) {
    const bytes = await readFile(path.join(folder, name));
    const isPage = name === 'index.html';
    app.get(isPage ? '/' : `/${name.split(path.sep).join('/')}`, (_request, reply) =>
      reply
        .type(mediaTypes[path.extname(name)]!)
        .header('content-security-policy', policy)
        // The parts have their digest in their name.
        .header('cache-control', isPage ? 'no-cache' : 'public, max-age=31536000, immutable')
        .send(bytes),
    );
  }
}
