/** Starts a throwaway server, says where it is, and never stops it. */
import { startThrowawayPostgres } from '@vigil/local-stack';

const { url, dataDir } = await startThrowawayPostgres();
process.send({ url, dataDir });
