import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** A database that was made. */
export interface MadeDatabase {
  readonly name: string;
  readonly url: string;
}

/** Makes and removes the databases of one test run on one server. */
export class DatabaseMaker {
  readonly #url: string;
  readonly #migrate: (url: string) => Promise<unknown>;
  /** Part of each name, so that runs on one server keep apart. */
  readonly #run = `vigil_test_${randomBytes(4).toString('hex')}`;
  readonly #made = new Set<string>();
  #count = 0;
  #template: Promise<string> | undefined;

  constructor(url: string, migrate: (url: string) => Promise<unknown>) {
    this.#url = url;
    this.#migrate = migrate;
  }

  /** A database without any schema. */
  makeEmpty(): Promise<MadeDatabase> {
    return this.#make(`${this.#run}_${++this.#count}`, 'template0');
  }

  /** A database with the current schema. */
  async makeMigrated(): Promise<MadeDatabase> {
    this.#template ??= this.#makeTemplate();
    return await this.#make(`${this.#run}_${++this.#count}`, await this.#template);
  }

  /** Removes one of the databases made here, whoever is still connected. */
  async drop(name: string): Promise<void> {
    if (!this.#made.delete(name)) throw new Error(`No test database ${name}`);
    await this.#administer(`drop database if exists ${name} with (force)`);
  }

  /** Removes all that are left. */
  async close(): Promise<void> {
    for (const name of this.#made) await this.drop(name);
  }

  async #makeTemplate(): Promise<string> {
    const { name, url } = await this.#make(`${this.#run}_template`, 'template0');
    await this.#migrate(url);
    return name;
  }

  async #make(name: string, template: string): Promise<MadeDatabase> {
    this.#made.add(name);
    // On a server that does not wait for the disk, copying files is twice as fast as writing them to the log.
    await this.#administer(`create database ${name} template ${template} strategy file_copy`);
    const url = new URL(this.#url);
    url.pathname = `/${name}`;
    return { name, url: url.href };
  }

  async #administer(statement: string): Promise<void> {
    const client = new Client({ connectionString: this.#url });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }
}
