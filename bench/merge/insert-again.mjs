// The rows that a bulk load wrote, written again into the same tables of another database by multi-row INSERTs alone.
const tables = ['observation', 'observation_key', 'sighting', 'event', 'timeline_position', 'event_revision', 'change'];
/** Rows of one INSERT; a statement has 65,535 parameters at most. */
const rowsAtOnce = 1_000;

/** Copies all rows; returns how many of each table, and the milliseconds that the INSERTs took. */
export async function insertAgain(source, target) {
  let ms = 0;
  const counts = {};
  for (const table of tables) {
    const columns = await columnsOf(source, table);
    const names = columns.map((name) => `"${name}"`).join(', ');
    const cursor = `copy_${table}`;
    await source.query('BEGIN');
    // As text and in the order in which they were written: neither side pays for what the other does not.
    await source.query(
      `DECLARE ${cursor} CURSOR FOR SELECT ${columns.map((name) => `"${name}"::text`).join(', ')} FROM ${table}`,
    );
    counts[table] = 0;
    for (;;) {
      const { rows } = await source.query({ text: `FETCH ${rowsAtOnce} FROM ${cursor}`, rowMode: 'array' });
      if (rows.length === 0) break;
      const values = rows.map(
        (_row, r) => `(${columns.map((_name, c) => `$${r * columns.length + c + 1}`).join(', ')})`,
      );
      const text = `INSERT INTO ${table} (${names}) VALUES ${values.join(', ')}`;
      const started = performance.now();
      await target.query(text, rows.flat());
      ms += performance.now() - started;
      counts[table] += rows.length;
    }
    await source.query('COMMIT');
  }
  return { ms, counts };
}

async function columnsOf(client, table) {
  const { rows } = await client.query(
    `SELECT column_name FROM information_schema.columns WHERE table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position`,
    [table],
  );
  return rows.map((row) => row.column_name);
}
