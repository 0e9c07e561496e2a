// Parses a folder of court pages (DIR/<kind>/<file>, MANIFEST.json) in one warm process and prints per kind how fast,
// beside a limit measured in the same run: htmlparser2's bare events over the same bytes.
// `npm run bench:parse -- DIR [--json] [--kind KIND]... [--seconds 1.5]`
import { decodeBytes, kinds } from '@vigil/dockets';
import { Parser } from 'htmlparser2';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';

/** MB per CPU second of juriscraper (Python, lxml) on a machine of this kind, and how many times faster we want to be. */
const reference = {
  rss_feeds: [0.73, 10],
  dockets_district: [1.65, 10],
  dockets_bankruptcy: [2.2, 10],
  docket_history_reports: [1.9, 10],
  dockets_appellate: [1.3, 10],
  nef_s3: [4.2, 3],
  nef_html: [4.2, 3],
  attachment_pages: [6.5, 3],
  scotus_html: [14, 3],
  scotus_htm: [20, 3],
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    kind: { type: 'string', multiple: true },
    seconds: { type: 'string', default: '1.5' },
  },
});
const folder = positionals[0];
if (folder === undefined) {
  process.stderr.write('usage: npm run bench:parse -- DIR [--json] [--kind KIND]... [--seconds N]\n');
  process.exit(2);
}
const budget = Number(values.seconds) * 1e6;
const manifest = JSON.parse(await readFile(path.join(folder, 'MANIFEST.json'), 'utf8'));
const names = [...new Set(manifest.map(({ kind }) => kind))].filter(
  (kind) => kind in kinds && (values.kind?.includes(kind) ?? true),
);

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

/** Runs over all files again and again until the budget is spent; CPU microseconds of a round, and of each file. */
function measure(files, work) {
  const cold = cpu();
  while (cpu() - cold < budget / 2) for (const file of files) work(file);
  const perFile = files.map(() => Number.POSITIVE_INFINITY);
  const started = cpu();
  let rounds = 0;
  do {
    files.forEach((file, i) => {
      const began = performance.now();
      work(file);
      perFile[i] = Math.min(perFile[i], performance.now() - began);
    });
    rounds++;
  } while (cpu() - started < budget);
  return { round: (cpu() - started) / rounds, perFile: perFile.toSorted((a, b) => a - b) };
}

const read = (kind) => (file) => {
  try {
    kinds[kind].read(file.bytes, file.origin);
  } catch (error) {
    if (!('code' in error)) throw error; // a page that is none of the kind is a typed error, and takes its time too
  }
};
const bareEvents = (kind) => (file) => {
  const parser = new Parser({}, { xmlMode: kind === 'rss_feeds', decodeEntities: true });
  parser.end(decodeBytes(file.bytes));
};

const results = [];
for (const kind of names) {
  const rows = manifest.filter((row) => row.kind === kind);
  const files = await Promise.all(
    rows.map(async ({ input }) => ({
      bytes: await readFile(path.join(folder, kind, input)),
      origin: { court: input.split(/[._-]/)[0], name: input },
    })),
  );
  const megabytes = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
  const ours = measure(files, read(kind));
  const limit = measure(files, bareEvents(kind));
  const speed = megabytes / (ours.round / 1e6);
  const [theirs, times] = reference[kind] ?? [null, null];
  results.push({
    kind,
    files: files.length,
    megabytes,
    cpuSeconds: ours.round / 1e6,
    megabytesPerCpuSecond: speed,
    medianMs: ours.perFile[Math.floor(files.length / 2)],
    maxMs: ours.perFile.at(-1),
    shareOfBareEvents: limit.round / ours.round,
    timesReference: theirs === null ? null : speed / theirs,
    wantedTimes: times,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  });
}
if (values.json) console.log(JSON.stringify(results, null, 2));
else {
  const heads = ['files', 'MB', 'CPU s', 'MB/CPU s', 'median ms', 'max ms', 'of bare events', '× reference', 'peak MB'];
  console.log('kind'.padEnd(28) + heads.map((head) => head.padStart(15)).join(''));
  for (const r of results) {
    const times = r.timesReference === null ? '–' : `${r.timesReference.toFixed(1)} (≥ ${r.wantedTimes})`;
    const cells = [
      r.files,
      r.megabytes.toFixed(2),
      r.cpuSeconds.toFixed(3),
      r.megabytesPerCpuSecond.toFixed(1),
      r.medianMs.toFixed(2),
      r.maxMs.toFixed(2),
      `${(r.shareOfBareEvents * 100).toFixed(0)} %`,
      times,
      r.peakMegabytes.toFixed(0),
    ];
    console.log(r.kind.padEnd(28) + cells.map((cell) => String(cell).padStart(15)).join(''));
  }
}
