// @prisma/adapter-pg serves Prisma Client. The schema engine needs three things of it that it does not do:
// the "char" type (OID 18) of pg_catalog, scripts with `;` inside functions, and a shadow database of its own.
import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import { asAdministrator, configOf, quote } from './connection.mjs';

const charOid = 18;
const textOid = 25;

function readsCharColumns(queryable) {
  const performIO = queryable.performIO.bind(queryable);
  const queryRaw = queryable.queryRaw.bind(queryable);
  queryable.queryRaw = async (query) => {
    const columns = [];
    queryable.performIO = async (inner) => {
      const result = await performIO(inner);
      result.fields.forEach((field, index) => {
        if (field.dataTypeID !== charOid) return;
        columns.push(index);
        field.dataTypeID = textOid;
      });
      return result;
    };
    const result = await queryRaw(query);
    for (const index of columns) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  return queryable;
}

function forSchemaEngine(adapter) {
  const pool = adapter.underlyingDriver();
  const startTransaction = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (...args) => readsCharColumns(await startTransaction(...args));
  adapter.executeScript = async (script) => {
    try {
      await pool.query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  return readsCharColumns(adapter);
}

/** The driver adapter factory that the WebAssembly schema engine is bound to. */
export function adapterFactory({ url }) {
  const { config, schema } = configOf(url);
  const base = new PrismaPg(config, { schema });
  return {
    provider: base.provider,
    adapterName: base.adapterName,
    connect: async () => forSchemaEngine(await base.connect()),
    async connectToShadowDb() {
      const database = `vigil_shadow_${randomUUID()}`;
      await asAdministrator(config, `CREATE DATABASE ${quote(database)} TEMPLATE template0`);
      const adapter = forSchemaEngine(await new PrismaPg({ ...config, database }, { schema }).connect());
      const dispose = adapter.dispose.bind(adapter);
      adapter.dispose = async () => {
        await dispose();
        await asAdministrator(config, `DROP DATABASE IF EXISTS ${quote(database)} WITH (FORCE)`);
      };
      return adapter;
    },
  };
}
