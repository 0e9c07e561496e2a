#!/usr/bin/env node
// Stands in for Prisma's native `schema-engine`, which the Prisma CLI would download from outside the package
// registry: the same engine compiled to WebAssembly, spoken to over the same JSON-RPC lines on stdin and stdout.
// `prisma.config.ts` switches it on.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { adapterFactory } from './adapter.mjs';
import { asAdministrator, configOf, quote, withClient } from './connection.mjs';

const require = createRequire(import.meta.url);
const renamed = { getDatabaseVersion: 'version' };

async function loadWasm() {
  const js = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bindings = await import(pathToFileURL(js).href);
  const bytes = await readFile(path.join(path.dirname(js), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings;
}

function parseArguments(argv) {
  const parsed = { datamodels: [], datasource: {}, rest: [] };
  for (let i = 0; i < argv.length; i++) {
    if (argv[i] === '--datamodels' || argv[i] === '-d') parsed.datamodels.push(argv[++i]);
    else if (argv[i] === '--datasource') parsed.datasource = JSON.parse(argv[++i]);
    else if (argv[i] === '--enabled-preview-features' || argv[i] === '--extension-types') i++;
    else parsed.rest.push(argv[i]);
  }
  return parsed;
}

const say = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

async function engineOf({ datamodels, datasource }) {
  const { SchemaEngine } = await loadWasm();
  const files = await Promise.all(datamodels.map(async (file) => [file, await readFile(file, 'utf8')]));
  const factory = bindMigrationAwareSqlAdapterFactory(adapterFactory(datasource));
  return {
    factory,
    engine: await SchemaEngine.new({ datamodels: files.length > 0 ? files : undefined }, () => {}, factory),
  };
}

/** Commands that need no engine: `schema-engine cli <command>` and their RPC counterparts. */
async function administer(command, datasource, params) {
  const { config } = configOf(datasource.url);
  if (command === 'can-connect-to-database') return withClient(config, () => ({}));
  if (command === 'create-database') return asAdministrator(config, `CREATE DATABASE ${quote(config.database)}`);
  if (command === 'drop-database')
    return asAdministrator(config, `DROP DATABASE IF EXISTS ${quote(config.database)} WITH (FORCE)`);
  if (command === 'execute') return withClient(config, (client) => client.query(params.script));
  throw new Error(`this schema engine does not know ${JSON.stringify(command)}`);
}

async function answer(started, { method, params }, datasource) {
  if (method === 'createDatabase') {
    await administer('create-database', datasource);
    return { databaseName: configOf(datasource.url).config.database };
  }
  if (method === 'dbExecute') {
    await administer('execute', datasource, params);
    return {};
  }
  const { engine } = await started();
  const name = renamed[method] ?? method;
  if (typeof engine[name] !== 'function')
    throw new Error(`this schema engine does not implement ${JSON.stringify(method)}`);
  return (await engine[name](params ?? {})) ?? {};
}

async function serve(parsed) {
  let starting;
  let factory;
  const started = () => (starting ??= engineOf(parsed).then((it) => ((factory = it.factory), it)));
  const pending = new Set();
  const handle = async (request) => {
    try {
      let result = await answer(started, request, parsed.datasource);
      if (request.method === 'diff' && typeof result.stdout === 'string') {
        say({ id: 1_000_000 + request.id, method: 'print', params: { content: result.stdout } });
        result = { ...result, stdout: null };
      }
      say({ id: request.id, result });
    } catch (error) {
      const external = /External error id#(\d+)/.exec(error?.message ?? '');
      const cause = external && factory?.errorRegistry?.consumeError(Number(external[1]))?.error;
      const message = String(cause?.message ?? cause ?? error?.message ?? error);
      const data = { is_panic: false, message, meta: error?.meta ?? null, error_code: error?.code };
      say({
        id: request.id,
        error: { code: 4466, message: 'An error happened. Check the data field for details.', data },
      });
    }
  };
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const request = line.trim() === '' ? {} : JSON.parse(line);
    if (!request.method) continue; // the CLI's reply to our own `print`
    const work = handle(request).finally(() => pending.delete(work));
    pending.add(work);
  }
  await Promise.allSettled(pending);
}

const parsed = parseArguments(process.argv.slice(2));
if (parsed.rest.includes('--version')) {
  console.log('schema-engine-wasm');
} else if (parsed.rest[0] === 'cli') {
  await administer(parsed.rest[1], parsed.datasource).catch((error) => {
    const fields = { message: error.message, error_code: error.code === '3D000' ? 'P1003' : 'P1001', is_panic: false };
    process.stderr.write(
      `${JSON.stringify({ level: 'ERROR', timestamp: new Date().toISOString(), target: 'schema_engine::logger', fields })}\n`,
    );
    process.exitCode = 1;
  });
} else {
  await serve(parsed);
  process.exit(0);
}
