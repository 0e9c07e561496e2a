import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VigilError } from '@vigil/errors';
import { courtAddress } from './court-address.js';
import { feedType } from './page.js';
import type { Site } from './site.js';

/** `cacd.xml`, `cacd_2.xml`: the court id is what goes before the first `_`. */
const recording = /^([a-z][a-z0-9]{1,6})(?:_[^.]*)?\.xml$/;

const inOrder = new Intl.Collator('en', { numeric: true }).compare;

/**
 * The sites of the courts whose feeds were recorded in a folder. A court with several recordings (`cacd_1.xml`,
 * `cacd_2.xml`) shows them one after another, one a request, and stays at the last. Other files are not served.
 * Throws BAD_INPUT when the folder cannot be read or holds no recording.
 */
export async function recordedSites(folder: string): Promise<readonly Site[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new VigilError('BAD_INPUT', `The folder of recordings ${folder} cannot be read`, { cause });
  });
  const bodies = new Map<string, Buffer[]>();
  for (const name of names.sort(inOrder)) {
    const courtId = recording.exec(name)?.[1];
    if (courtId === undefined) continue;
    const body = await readFile(join(folder, name));
    bodies.set(courtId, [...(bodies.get(courtId) ?? []), body]);
  }
  if (bodies.size === 0) {
    throw new VigilError('BAD_INPUT', `The folder ${folder} holds no recording: expected files such as cacd_1.xml`);
  }
  return [...bodies].map(([courtId, recordings]) => recordedSite(courtId, recordings));
}

function recordedSite(courtId: string, recordings: readonly Buffer[]): Site {
  const court = courtAddress(courtId);
  let shown = 0;
  return {
    host: court.host,
    court,
    robots: '# SIMULATOR\nUser-agent: *\nAllow: /\n',
    page(path) {
      if (path !== court.feedPath) return null;
      const body = recordings[Math.min(shown, recordings.length - 1)] ?? Buffer.alloc(0);
      shown += 1;
      return { status: 200, headers: { 'content-type': feedType }, body };
    },
  };
}
