/** Starts the server of a home and says so; lets go of it when its input ends. */
import { startPostgres } from '@vigil/local-stack';

const server = await startPostgres({ home: process.argv[2] });
process.send({ url: server.url, alreadyRunning: server.alreadyRunning });
process.once('disconnect', () => void server.stop());
