/** Prefix of all that Vigil keeps in Redis. The braces keep all keys in one slot of a Redis Cluster. */
export const keyPrefix = '{vigil}';
