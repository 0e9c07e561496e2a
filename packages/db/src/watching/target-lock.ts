import type { Database } from '../open-database.js';

/**
 * Runs a function while no other process runs one for the same Target; `undefined` where another
 * does. The lock lives in a database session, so that a killed process gives it back at once.
 */
export async function withTargetLock<T>(db: Database, targetId: string, run: () => Promise<T>): Promise<T | undefined> {
  const session = await db.pool.connect();
  let broken = false;
  try {
    const { rows } = await session.query<{ taken: boolean }>(
      "SELECT pg_try_advisory_lock(hashtextextended('vigil target ' || $1, 0)) AS taken",
      [targetId],
    );
    if (!rows[0]!.taken) return undefined;
    try {
      return await run();
    } finally {
      await session
        .query("SELECT pg_advisory_unlock(hashtextextended('vigil target ' || $1, 0))", [targetId])
        .catch(() => (broken = true));
    }
  } finally {
    session.release(broken);
  }
}
