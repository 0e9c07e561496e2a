import { Client } from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../src/testing.js';

async function ask<Row>(url: string, statement: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows as Row[];
  } finally {
    await client.end();
  }
}

const TABLES = "select table_name from information_schema.tables where table_schema = 'public'";

describe('a test database', () => {
  const made: TestDatabase[] = [];
  afterAll(() => Promise.all(made.map((database) => database.drop())));

  it('holds the current schema and nothing that another test wrote', async () => {
    const [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    made.push(first, second);
    await ask(first.url, 'create table mark (n int)');
    const tables = await ask<{ table_name: string }>(second.url, TABLES);
    expect(tables.length).toBeGreaterThan(0);
    expect(tables).not.toContainEqual({ table_name: 'mark' });
  });

  it('may have no schema at all', async () => {
    const empty = await createEmptyDatabase();
    made.push(empty);
    expect(await ask(empty.url, TABLES)).toEqual([]);
  });

  it('is removed even while somebody is connected', async () => {
    const database = await createEmptyDatabase();
    const client = new Client({ connectionString: database.url });
    const errors: unknown[] = [];
    client.on('error', (error) => errors.push(error));
    const cut = new Promise((resolve) => client.once('end', resolve));
    await client.connect();
    await database.drop();
    await cut;
    expect(errors).toContainEqual(expect.objectContaining({ code: '57P01' }));
    await expect(ask(database.url, 'select')).rejects.toMatchObject({ code: '3D000' });
  });

  it('can be had by many tests at once', async () => {
    const databases = await Promise.all(Array.from({ length: 10 }, createTestDatabase));
    made.push(...databases);
    expect(new Set(databases.map(({ url }) => url)).size).toBe(10);
  });
});
