/** Specimens: pages of a Source with what they say, kept in the Source's own folder. */
import { VigilError } from '@vigil/errors';
import { parseParams, type AnySource, type CapturedPage } from '@vigil/source-kit';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A page that a Source reads. */
export interface Specimen {
  readonly name: string;
  readonly folder: string;
  /** As the Source's `params` yields them. */
  readonly params: unknown;
  readonly page: CapturedPage;
  /** What the page says, as JSON text; `null` where nobody has reviewed it yet. */
  readonly expected: string | null;
}

const request = z.strictObject({ url: z.url(), params: z.unknown() });
const meta = z.strictObject({
  capturedAt: z.iso.datetime({ precision: 3 }),
  status: z.int(),
  headers: z.record(z.string(), z.string()),
});

/** The specimens in `fixtures/` of a Source's folder, by name. Throws BAD_INPUT that names the file that is wrong. */
export function readSpecimens(source: AnySource, folder: string): readonly Specimen[] {
  const fixtures = join(folder, 'fixtures');
  if (!existsSync(fixtures)) return [];
  return readdirSync(fixtures)
    .sort()
    .map((name) => readSpecimen(source, join(fixtures, name), name));
}

function readSpecimen(source: AnySource, folder: string, name: string): Specimen {
  const response = readdirSync(folder).find((file) => file.startsWith('response.'));
  if (response === undefined) throw new VigilError('BAD_INPUT', `${folder}: no file response.*`);
  const { url, params } = json(request, join(folder, 'request.json'));
  const expected = join(folder, 'expected.json');
  return {
    name,
    folder,
    params: parseParams(source, params),
    page: { url, ...json(meta, join(folder, 'meta.json')), body: readFileSync(join(folder, response)) },
    expected: existsSync(expected) ? readFileSync(expected, 'utf8') : null,
  };
}

function json<T>(shape: z.ZodType<T>, file: string): T {
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new VigilError('BAD_INPUT', `${file}: ${why}`, { cause: error });
  }
}
