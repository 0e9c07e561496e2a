/** Specimens: pages of a Source with what they say, kept in the Source's own folder. */
import { VigilError } from '@vigil/errors';
import { parseParams, type AnySource, type CapturedPage } from '@vigil/source-kit';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
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
  headers: z.record(z.string().lowercase(), z.string()),
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
  if (!statSync(folder).isDirectory()) throw new VigilError('BAD_INPUT', `${folder}: a specimen is a folder`);
  const [response, other] = readdirSync(folder).filter((file) => file.startsWith('response.'));
  if (response === undefined) throw new VigilError('BAD_INPUT', `${folder}: no file response.*`);
  if (other !== undefined)
    throw new VigilError('BAD_INPUT', `${folder}: ${response} and ${other}, where one is wanted`);
  const asked = join(folder, 'request.json');
  const { url, params } = json(request, asked);
  const expected = join(folder, 'expected.json');
  return {
    name,
    folder,
    params: wanted(source, params, asked),
    page: { url, ...json(meta, join(folder, 'meta.json')), body: readFileSync(join(folder, response)) },
    expected: existsSync(expected) ? readFileSync(expected, 'utf8') : null,
  };
}

function wanted(source: AnySource, params: unknown, file: string): unknown {
  try {
    return parseParams(source, params);
  } catch (error) {
    throw new VigilError('BAD_INPUT', `${file}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function json<T>(shape: z.ZodType<T>, file: string): T {
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new VigilError('BAD_INPUT', `${file}: ${why}`, { cause: error });
  }
}
