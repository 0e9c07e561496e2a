import type pg from 'pg';

/** What the functions of one transaction share. */
export type Transaction = pg.PoolClient;

const worthAnotherTry = new Set(['40001', '40P01']); // serialization failure, deadlock
const tries = 6;

/** Runs a function in one transaction, and takes back all that it wrote. */
export async function inPassing<T>(pool: pg.Pool, run: (tx: Transaction) => Promise<T>): Promise<T> {
  let result: { readonly value: T } | undefined;
  const taken = new Error('taken back');
  try {
    return await inTransaction(pool, async (tx): Promise<never> => {
      result = { value: await run(tx) };
      throw taken;
    });
  } catch (error) {
    if (error === taken && result) return result.value;
    throw error;
  }
}

/**
 * Runs a function in one transaction; again from the start after a deadlock or a serialization
 * failure. The function must have no effect but through the transaction.
 */
export async function inTransaction<T>(pool: pg.Pool, run: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const tx = await pool.connect();
    let broken = false;
    try {
      await tx.query('BEGIN');
      const result = await run(tx);
      await tx.query('COMMIT');
      return result;
    } catch (error) {
      await tx.query('ROLLBACK').catch(() => (broken = true));
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (attempt === tries || !worthAnotherTry.has(code)) throw error;
    } finally {
      tx.release(broken);
    }
  }
}
