import { record } from '@vigil/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../page/examples.js';
import { at, entry, feedTarget, reading } from './statements.js';
import { openTestGateway, type TestGateway } from './test-gateway.js';

describe('the GraphiQL page', () => {
  let gateway: TestGateway;
  let page: Response;
  let html: string;
  beforeAll(async () => {
    gateway = await openTestGateway();
    page = await fetch(gateway.url);
    html = await page.text();
  });
  afterAll(() => gateway.close());

  it('is served whole from here', async () => {
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    const parts = [...html.matchAll(/(?:src|href)="([^"]+)"/g)]
      .map(([, address]) => address!)
      .filter((address) => !address.startsWith('data:'));
    expect(parts.length).toBeGreaterThanOrEqual(2);
    for (const part of parts) {
      expect(part).toMatch(/^\/assets\//);
      const response = await fetch(new URL(part, gateway.url));
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toMatch(/immutable/);
      const styles = part.endsWith('.css') ? await response.text() : '';
      expect(styles).not.toMatch(/url\(["']?(?:https?:)?\/\//);
    }
  });

  it('may load nothing from another host, nor be framed by one', () => {
    const policy = page.headers.get('content-security-policy')!;
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(policy).not.toMatch(/https?:|\*/);
  });

  it('shows examples that work', async () => {
    await record(gateway.db, reading(await feedTarget(gateway.db), at(1), [entry({ labels: ['Order'] })]));
    for (const query of examples) {
      const works = query.includes('subscription') ? gateway.follow(query).count(1) : gateway.data(query);
      await expect(works).resolves.toBeDefined();
    }
  });

  it('is all there is: any other address is not found', async () => {
    const response = await fetch(new URL('assets/../../package.json', gateway.url));
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });
});
