/** A whole answer of the courthouse, before any fault spoils it. */
export interface Page {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** The media type of the courts' feeds, as their programs send it. */
export const feedType = 'text/xml; charset=ISO-8859-1';

/** A page of plain text; it says SIMULATOR, as everything invented here does. */
export function textPage(status: number, text: string): Page {
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: Buffer.from(`SIMULATOR: ${text}\n`),
  };
}

/** A page of HTML under a banner that says SIMULATOR. */
export function htmlPage(status: number, title: string, content: string): Page {
  const html = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title></head>
<body>
<p style="background:#fd0;padding:.5em;text-align:center"><strong>SIMULATOR</strong>: nothing here is real</p>
<h1>${title}</h1>
${content}
</body>
</html>
`;
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: Buffer.from(html) };
}
