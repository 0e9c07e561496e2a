import { access, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { courtById } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import { assertOk } from '@vigil/fetcher';
import { assertHealthy } from '@vigil/source-kit';
import type { Command } from 'commander';
import { fetchOnce } from '../../sourcing/fetch-once.js';
import { platformOf } from '../../sourcing/platform.js';
import { sourcesPackage } from '../../sourcing/workbench.js';
import { sourceText } from '../../sourcing/source-text.js';
import type { World } from '../../world.js';
import { examples } from '../examples.js';

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** Of the answer's headers those that tell how to read it. */
const kept = ['content-type', 'last-modified', 'etag'] as const;

/** `vigil source new` */
export function newSource(command: Command, world: World): void {
  command
    .description('Begin a Source: its page is fetched once and kept as a specimen, and source.ts is written')
    .argument('<id>', 'its name, in words joined by -')
    .requiredOption('--url <url>', 'the page or feed that it reads')
    .requiredOption('--court <id>', 'whose it is, see `vigil courts`')
    .addHelpText('after', examples('vigil source new cit-orders --url https://orders.example/feed.xml --court cit'))
    .action(async (id: string, { url, court: named }: { readonly url: string; readonly court: string }) => {
      if (!kebab.test(id))
        throw new VigilError('BAD_INPUT', `a Source is named in small letters joined by -, not ${id}`);
      const court = courtById(named).id;
      const folder = path.join(sourcesPackage(), 'src', id);
      if (
        await access(folder).then(
          () => true,
          () => false,
        )
      )
        throw new VigilError('BAD_INPUT', `${folder} is there already`);
      const fetched = await fetchOnce(world, { url, accept: '*/*' });
      assertHealthy(fetched);
      assertOk(fetched);
      const platform = platformOf(fetched);
      const specimen = path.join(folder, 'fixtures', 'first');
      await mkdir(specimen, { recursive: true });
      const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
      const headers = Object.fromEntries(
        kept.flatMap((name) => (name in fetched.headers ? [[name, fetched.headers[name]!]] : [])),
      );
      await writeFile(path.join(specimen, `response.${platform.extension}`), fetched.body);
      await writeFile(path.join(specimen, 'request.json'), json({ url: fetched.finalUrl, params: {} }));
      await writeFile(
        path.join(specimen, 'meta.json'),
        json({ capturedAt: fetched.receivedAt, status: fetched.status, headers }),
      );
      await writeFile(path.join(folder, 'source.ts'), sourceText({ id, url: fetched.finalUrl, court, platform }));
      world.terminal.show(
        { id, folder, platform: platform.name, bytes: fetched.body.length },
        `${platform.title}, ${fetched.body.length} bytes.\nNow say in ${path.join(folder, 'source.ts')} what the page says (look for TODO), then:\n  vigil source test ${id}\n  vigil source check ${id}\n  vigil source drill ${id}\n  vigil source try ${id}`,
      );
    });
}
