import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { skipBecause, testStores } from '@vigil/tooling/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi, type TestContext } from 'vitest';
import { openHouse } from './house.js';

const megabyte = 1_048_576;

/** A disk of two megabytes. The test is skipped, and says so, where this account may not mount one. */
function smallDisk(test: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'vigil-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder]);
  test.onTestFinished(() => {
    if (status === 0) spawnSync('umount', ['-l', folder]);
    rmdirSync(folder);
  });
  return status === 0 ? folder : skipBecause('this account may not mount a small disk', test);
}

describe.concurrent.each(testStores())('with the queue on %s', (store) => {
  it('the archive’s disk is full for a while: the timeline equals the model’s', { timeout: 480_000 }, async (test) => {
    const disk = smallDisk(test);
    const house = await openHouse(test, store, 12, disk);
    const scraper = await house.start('scraper');
    house.begin();
    await sleep(3_000);
    const ballast = path.join(disk, 'ballast');
    await writeFile(ballast, Buffer.alloc(3 * megabyte)).catch(() => undefined);
    const before = await house.events();
    await vi.waitFor(() => expect(scraper.said()).toContain('ARCHIVE_DISK'), { timeout: 60_000, interval: 100 });
    await sleep(1_000);
    expect(await house.events()).toBeLessThan(before + 20);
    await rm(ballast);
    expect(await house.finish()).toEqual(house.model);
  });
});
