#!/usr/bin/env node
/**
 * Holds the drawing of the house: imports run downward only, by the front door of a package, and what is imported is
 * declared. Prints one line for each violation and ends with 1 if there is any. Usage: check-imports.mjs [ROOT]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importsOf } from './imports-of.mjs';

/** From the roof to the ground. A room imports from floors below its own, never from its own or above. */
const FLOORS = [
  ['scraper', 'gateway', 'cli'],
  ['intake'],
  ['sources', 'db', 'queue', 'local-stack', 'courthouse'],
  ['source-lab'],
  ['source-kit', 'fetcher', 'archive', 'settings', 'postgres'],
  ['timeline', 'dockets', 'telemetry'],
  ['errors'],
];
/** Belongs to no floor: development only, so in tests and devDependencies only. */
const TOOLING = '@vigil/tooling';

const floorOf = new Map(FLOORS.flatMap((rooms, floor) => rooms.map((room) => [`@vigil/${room}`, floor])));
const builtins = new Set(builtinModules);

/** All violations under a root, each with the file and line it stands at. */
function violationsIn(root) {
  const provided = Object.keys(readJson(join(root, 'package.json')).devDependencies ?? {});
  return ['packages', 'apps']
    .flatMap((part) => foldersIn(join(root, part)))
    .flatMap((room) => violationsOfRoom(room, new Set(provided)))
    .map(({ file, line, text }) => `${relative(root, file)}:${line} ${text}`);
}

function violationsOfRoom(room, provided) {
  const manifest = join(room, 'package.json');
  const { name, dependencies = {}, devDependencies = {} } = readJson(manifest);
  const found = [];
  const seen = { src: new Set(), other: new Set() };
  const report = (file, line, text) => found.push({ file, line, text });
  const lineOf = (word) =>
    readFileSync(manifest, 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(`"${word}"`)) + 1;

  if (name !== TOOLING && !floorOf.has(name)) report(manifest, 1, `${name} is on no floor of check-imports.mjs`);
  for (const target of [...Object.keys(dependencies), ...Object.keys(devDependencies)]) {
    const wrong = target === TOOLING && target in devDependencies ? undefined : wrongDirection(name, target);
    if (wrong !== undefined) report(manifest, lineOf(target), wrong);
  }

  for (const file of ['src', 'bin', 'test'].flatMap((folder) => sourceFilesIn(join(room, folder)))) {
    const inSource = relative(room, file).startsWith(`src${sep}`);
    for (const { specifier, line } of importsOf(readFileSync(file, 'utf8'))) {
      if (specifier.startsWith('.') || specifier.startsWith('/')) {
        if (leaves(room, file, specifier)) report(file, line, `${specifier} leaves the package`);
        continue;
      }
      const target = packageOf(specifier);
      if (target === undefined) continue;
      seen[inSource ? 'src' : 'other'].add(target);
      for (const text of wrongImport({ name, target, specifier, inSource, dependencies, devDependencies, provided })) {
        report(file, line, text);
      }
    }
  }

  for (const target of Object.keys(dependencies).filter(isOurs)) {
    if (!seen.src.has(target)) report(manifest, lineOf(target), `${target} is declared and not imported by src`);
  }
  for (const target of Object.keys(devDependencies).filter(isOurs)) {
    if (!seen.other.has(target))
      report(manifest, lineOf(target), `${target} is declared for development and not imported`);
  }
  return found;
}

function* wrongImport({ name, target, specifier, inSource, dependencies, devDependencies, provided }) {
  if (target === TOOLING && !inSource) {
    if (!(target in devDependencies)) yield `${target} is not declared in devDependencies`;
    return;
  }
  const direction = target === name ? undefined : wrongDirection(name, target);
  if (direction !== undefined) yield direction;
  if (isOurs(target) && specifier !== target) yield `${specifier} goes past the front door of ${target}`;
  if (target === name) {
    if (inSource) yield `${name} imports itself by name`;
    return;
  }
  const forDevelopment = !inSource || name === TOOLING;
  if (target in dependencies || (forDevelopment && (target in devDependencies || provided.has(target)))) return;
  yield `${target} is not declared in ${inSource ? 'dependencies' : 'dependencies or devDependencies'}`;
}

function wrongDirection(from, to) {
  if (!isOurs(to)) return undefined;
  if (from === TOOLING) return `${TOOLING} must stand alone, and imports ${to}`;
  if (to === TOOLING) return `${TOOLING} is for development only`;
  if (!floorOf.has(to)) return `${to} is on no floor of check-imports.mjs`;
  if (floorOf.get(from) < floorOf.get(to)) return undefined;
  return `${from} must not import ${to}, which is ${floorOf.get(from) === floorOf.get(to) ? 'beside' : 'above'} it`;
}

function leaves(room, file, specifier) {
  const target = resolve(dirname(file), specifier);
  return target !== room && !target.startsWith(room + sep);
}

/** The package a specifier names; undefined for what Node brings itself. */
function packageOf(specifier) {
  if (specifier.startsWith('node:') || builtins.has(specifier)) return undefined;
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0];
}

const isOurs = (name) => name.startsWith('@vigil/');
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

function foldersIn(parent) {
  if (!existsSync(parent)) return [];
  const names = readdirSync(parent).sort();
  return names.map((name) => join(parent, name)).filter((folder) => existsSync(join(folder, 'package.json')));
}

function sourceFilesIn(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'fixtures' ? [] : sourceFilesIn(path);
    return /\.[cm]?[jt]sx?$/.test(entry.name) ? [path] : [];
  });
}

const root = resolve(process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '..', '..'));
const violations = violationsIn(root);
for (const violation of violations) console.error(violation);
console.log(violations.length === 0 ? 'Imports run downward only.' : `${violations.length} imports are wrong.`);
process.exitCode = violations.length === 0 ? 0 : 1;
