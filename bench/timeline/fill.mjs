// Fills a database with Events as record() would leave them, by SQL: a million through record() would take an hour.

/** @param client an owner's connection @param count how many Events; twenty a Case, four Cases a court and day */
export async function fill(client, count) {
  const cases = Math.ceil(count / 20);
  const courts = ['cacd', 'txwd', 'nysd', 'njd', 'wawd', 'azd', 'ilnd', 'mad'];
  await client.query(
    `INSERT INTO "case" (id, court_id, docket_number, printed_number, pacer_case_id, caption, facts)
     SELECT md5('case' || i)::uuid, ($2::text[])[1 + i % 8], '1:26-cv-' || i, '1:26-cv-' || i, i::text, 'Roe ' || i || ' v. Warden', '{}' FROM generate_series(1, $1) i`,
    [cases, courts],
  );
  await client.query(
    `INSERT INTO event (case_id, id, court_id, kind, keys, revision, digest, occurred_ms, content, evidence, possible_duplicate_of, tags, added_seq, recorded_at, revised_at)
     SELECT md5('case' || (1 + i % $2))::uuid, md5('event' || i)::uuid, ($3::text[])[1 + (1 + i % $2) % 8], 'DOCKET_ENTRY', ARRAY['seq:' || i], 1, md5('state' || i)::uuid,
       at, jsonb_build_object('kind', 'DOCKET_ENTRY', 'headline', 'Order on Motion ' || i, 'occurredAt', jsonb_build_object('instant', to_char(to_timestamp(at / 1000.0) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'precision', 'MINUTE', 'day', to_char(to_timestamp(at / 1000.0) AT TIME ZONE 'UTC', 'YYYY-MM-DD'), 'zone', 'America/Los_Angeles'),
         'facts', jsonb_build_object('number', i::text, 'documentId', null, 'documentUrl', null, 'labels', jsonb_build_array('Order on Motion ' || i), 'text', null, 'filedOn', null, 'enteredAt', to_char(to_timestamp(at / 1000.0) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'zone', 'America/Los_Angeles')),
       ARRAY[md5('observation' || i)::uuid], '{}', '{}', i, to_timestamp(at / 1000.0), to_timestamp(at / 1000.0)
     FROM (SELECT i, 1500000000000 + (('x' || substr(md5('time' || i), 1, 8))::bit(32)::bigint % 2000000) * 100000 AS at FROM generate_series(1, $1) i) t`,
    [count, cases, courts],
  );
  await client.query(
    'INSERT INTO timeline_position (event_id, case_id, court_id, kind, occurred_ms, added_seq) SELECT id, case_id, court_id, kind, occurred_ms, added_seq FROM event',
  );
  await client.query('UPDATE change_head SET seq = $1', [count]);
  await client.query('VACUUM ANALYZE');
}
