import { VigilError } from '@vigil/errors';
import { Transform, Writable, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Limits } from './limits.js';

/** What is read and how it was packed. */
export interface Packed {
  readonly body: Readable;
  readonly headers: Readonly<Record<string, string>>;
  /** Host and path, for messages. */
  readonly place: string;
  /** What an error of the connection is called. */
  readonly broken: (error: unknown) => VigilError;
}

/** A body with its encodings removed, and its size before. */
export interface Unpacked {
  readonly body: Uint8Array;
  readonly wireBytes: number;
}

type Decoder = ReturnType<typeof createGunzip>;

/** What is sent as Accept-Encoding: what publishers use, without `deflate`, which servers understand in two ways. */
export const acceptEncoding = 'gzip, br';

const decoders: Readonly<Record<string, () => Decoder>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Below this many decoded bytes a high ratio is no bomb, only a dull page. */
const ratioFloor = 2 ** 20;
const mostEncodings = 2;

function decodersFor({ headers, place }: Packed): Decoder[] {
  const encodings = (headers['content-encoding'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity');
  if (encodings.length > mostEncodings)
    throw new VigilError('FETCH_ENCODING', `${place} is packed ${encodings.length} times over`);
  // The last named was applied last, so it comes off first.
  return encodings.reverse().map((name) => {
    if (!Object.hasOwn(decoders, name))
      throw new VigilError('FETCH_ENCODING', `${place} has a content encoding nobody asked for`);
    return (decoders[name] as () => Decoder)();
  });
}

function unpackingError(error: unknown, place: string): VigilError {
  // zlib says Z_BUF_ERROR where the input ends too soon, and other codes where it is not what it claims to be.
  return error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR'
    ? new VigilError('FETCH_TRUNCATED', `${place} ended within its packed body`, { cause: error })
    : new VigilError('FETCH_ENCODING', `${place} has a broken content encoding`, { cause: error });
}

/**
 * Reads a body to its end, counting wire and decoded bytes as they come, so that neither a flood nor a compression
 * bomb is ever held in memory. Throws FETCH_TOO_LARGE, FETCH_ENCODING, FETCH_TRUNCATED, or what `broken` makes.
 */
export async function readBody(packed: Packed, limits: Limits): Promise<Unpacked> {
  const { headers, place, body } = packed;
  const tooLarge = (what: string): VigilError => new VigilError('FETCH_TOO_LARGE', `${place} ${what}`);
  let wireBytes = 0;
  let decodedBytes = 0;
  const chunks: Uint8Array[] = [];

  const counter = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      wireBytes += chunk.byteLength;
      if (wireBytes > limits.wireBytes) done(tooLarge(`sends more than ${limits.wireBytes} bytes`));
      else done(null, chunk);
    },
  });
  const sink = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      decodedBytes += chunk.byteLength;
      chunks.push(chunk);
      if (decodedBytes > limits.decodedBytes) done(tooLarge(`unpacks to more than ${limits.decodedBytes} bytes`));
      else if (decodedBytes > ratioFloor && decodedBytes > wireBytes * limits.ratio)
        done(tooLarge(`unpacks to more than ${limits.ratio} times its size`));
      else done();
    },
  });

  // A pipeline passes an error on to all its stages; the first to speak is the one that broke.
  let connectionBroke: boolean | null = null;
  body.once('error', () => (connectionBroke ??= true));
  try {
    if (Number(headers['content-length']) > limits.wireBytes)
      throw tooLarge(`announces more than ${limits.wireBytes} bytes`);
    // Servers name an encoding even where there is nothing to decode.
    const stages = headers['content-length'] === '0' ? [] : decodersFor(packed);
    for (const stage of stages) stage.once('error', () => (connectionBroke ??= false));
    await pipeline([body, counter, ...stages, sink]);
  } catch (error) {
    body.destroy();
    if (error instanceof VigilError) throw error;
    throw connectionBroke === true ? packed.broken(error) : unpackingError(error, place);
  }
  return { body: Buffer.concat(chunks, decodedBytes), wireBytes };
}
