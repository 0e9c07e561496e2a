#!/usr/bin/env node
/**
 * Completes package-lock.json. npm leaves out optional packages of other platforms that its registry could not serve
 * when the lock was written; `npm ci` then refuses the lock everywhere. What is missing is written from the exact
 * version that its dependent asks for and the platform its name says. Usage: fixlock.mjs [FILE]
 */
import { readFileSync, writeFileSync } from 'node:fs';

const OS = words('aix android darwin freebsd linux netbsd openbsd openharmony sunos win32', { windows: 'win32' });
const CPU = words('arm arm64 ia32 loong64 mips64el ppc64 riscv64 s390x x64 wasm32', { 64: 'x64' });
const LIBC = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' };

/** The words that name a thing in npm's own words, and those that package names use in their place. */
function words(same, others) {
  return { ...Object.fromEntries(same.split(' ').map((word) => [word, word])), ...others };
}

/** Every optional dependency that has no entry, with the entry of the package that wants it. */
function* missingIn(packages) {
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!isResolved(packages, path, name)) yield { name, version, wantedBy: entry };
    }
  }
}

/** Whether Node, standing at `path`, would find a package of this name in the lock. */
function isResolved(packages, path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
  }
}

/** The entry of a package that only one platform takes. */
function entryOf({ name, version, wantedBy }) {
  const parts = name.split(/[/-]/);
  const [os, cpu, libc] = [OS, CPU, LIBC].map((known) => known[parts.findLast((part) => part in known)]);
  if (!/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version) || (os === undefined && cpu === undefined)) {
    throw new Error(`Cannot complete ${name}@${version}: no exact version, or no platform in its name`);
  }
  return {
    version,
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(wantedBy.dev === true ? { dev: true } : {}),
    ...(libc === undefined ? {} : { libc: [libc] }),
    optional: true,
    ...(os === undefined ? {} : { os: [os] }),
  };
}

const file = process.argv[2] ?? new URL('../../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = [...missingIn(lock.packages)];
for (const each of missing) lock.packages[`node_modules/${each.name}`] = entryOf(each);
const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
if (missing.length > 0) {
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, undefined, 2)}\n`);
}
console.log(missing.length === 0 ? 'The lock is complete.' : `Completed the lock with ${missing.length} packages.`);
