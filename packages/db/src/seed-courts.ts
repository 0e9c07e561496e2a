import { courts, publishers } from '@vigil/dockets';
import type pg from 'pg';

/** Writes the court table as this release knows it, publishers among the courts. Those that it does not know stay. */
export async function seedCourts(client: pg.Client): Promise<void> {
  await client.query(
    `INSERT INTO court (id, name, kind, zone, division_zones, feed_url, feed_status)
     SELECT * FROM jsonb_to_recordset($1::jsonb) AS t (id text, name text, kind text, zone text, division_zones jsonb, feed_url text, feed_status text)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, zone = excluded.zone, division_zones = excluded.division_zones,
       feed_url = excluded.feed_url, feed_status = excluded.feed_status`,
    [
      JSON.stringify(
        [...courts, ...publishers].map(({ id, name, kind, zone, divisionZones, feed }) => ({
          id,
          name,
          kind,
          zone,
          division_zones: divisionZones,
          feed_url: feed.url,
          feed_status: feed.status,
        })),
      ),
    ],
  );
}
