import { VigilError } from '@vigil/errors';
import type { z } from 'zod';
import type { CapturedPage } from './define-source.js';

/** A page of JSON (UTF-8) in the shape that is wanted. Throws BAD_RECORD that says where it is not. */
export function readJson<T>(page: Pick<CapturedPage, 'body'>, shape: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(page.body).toString('utf8'));
  } catch (error) {
    throw new VigilError('BAD_RECORD', 'the answer is no JSON, or was cut off', { cause: error });
  }
  const { success, data, error } = shape.safeParse(value);
  if (success) return data;
  const { path, message } = error.issues[0]!;
  throw new VigilError('BAD_RECORD', `${path.join('.') || 'the whole'}: ${message}`);
}
