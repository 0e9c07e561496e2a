import pg from 'pg';

// Partitions of months differ with the day on which a database was made, and are as the table they belong to.
const lines = `
  WITH named AS (SELECT c.oid, c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND NOT c.relispartition)
  SELECT format('column %s.%s %s %s %s', n.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
      pg_get_expr(d.adbin, d.adrelid)) AS line
    FROM named n JOIN pg_attribute a ON a.attrelid = n.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  UNION ALL SELECT pg_get_indexdef(n.oid) FROM named n JOIN pg_index i ON i.indexrelid = n.oid
  UNION ALL SELECT format('constraint %s on %s %s', o.conname, n.relname, pg_get_constraintdef(o.oid)) FROM named n
    JOIN pg_constraint o ON o.conrelid = n.oid WHERE o.contype <> 'n'
  UNION ALL SELECT pg_get_triggerdef(t.oid) FROM named n JOIN pg_trigger t ON t.tgrelid = n.oid WHERE NOT t.tgisinternal
  UNION ALL SELECT pg_get_functiondef(p.oid) FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
  UNION ALL SELECT format('policy %s on %s %s %s %s %s', policyname, tablename, cmd, roles, qual, with_check) FROM pg_policies
  UNION ALL SELECT format('grant %s on %s to %s', privilege_type, table_name, grantee)
    FROM information_schema.role_table_grants JOIN named ON relname = table_name WHERE grantee = 'vigil_app'
  UNION ALL SELECT format('rls %s %s %s', relname, relrowsecurity, relforcerowsecurity) FROM named JOIN pg_class USING (oid, relname)
  ORDER BY 1`;

/** The schema of a database as sorted lines, the same for databases that are of one schema. */
export async function schemaOf(url: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ line: string }>(lines);
    return rows.map(({ line }) => line);
  } finally {
    await client.end();
  }
}
