import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import pg from "pg";

/**
 * A PostgreSQL adapter that can read the catalogue. The schema engine asks for columns of the one-byte type "char",
 * which the stock adapter refuses to decode ("Column type 'char' could not be deserialized"). Here such a column is
 * passed through the stock adapter under the name of another text type and handed on as what it is, one character.
 *
 * A script goes to the server whole: the stock adapter cuts it at every semicolon, also within the body of a function.
 */

const CHAR_OID = 18;
const BPCHAR_OID = 1042;

type ArrayQuery = (config: pg.QueryArrayConfig) => Promise<pg.QueryArrayResult>;

/** For the rows of a result: which of its columns were "char". */
type CharColumns = WeakMap<object, number[]>;

function renamingPool(url: string, charColumns: CharColumns): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const stock = pool.query.bind(pool) as ArrayQuery;
  const query: ArrayQuery = async (config) => {
    const result = await stock(config);
    const found = result.fields.flatMap((field, index) => (field.dataTypeID === CHAR_OID ? [index] : []));
    for (const field of result.fields) if (field.dataTypeID === CHAR_OID) field.dataTypeID = BPCHAR_OID;
    charColumns.set(result.rows, found);
    return result;
  };
  return Object.assign(pool, { query });
}

/** The server's own words on a failed script, in the form in which the engine expects them. */
function scriptFault(error: unknown): Error {
  if (!(error instanceof pg.DatabaseError)) return error instanceof Error ? error : new Error(String(error));
  const { code = "", severity = "ERROR", message, detail, column, hint } = error;
  return new DriverAdapterError({ kind: "postgres", code, severity, message, detail, column, hint });
}

function restoring(adapter: SqlDriverAdapter, pool: pg.Pool, charColumns: CharColumns): SqlDriverAdapter {
  const stock = adapter.queryRaw.bind(adapter);
  return Object.assign(adapter, {
    executeScript: async (script: string) => {
      const client = await pool.connect();
      try {
        await client.query(script);
      } catch (error) {
        throw scriptFault(error);
      } finally {
        client.release();
      }
    },
    queryRaw: async (query: Parameters<typeof stock>[0]) => {
      const result = await stock(query);
      for (const index of charColumns.get(result.rows) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    },
  });
}

/** The stock factory with that one ability more. Its pool has one connection and closes with the adapter. */
export function catalogueReadingFactory(url: string): SqlMigrationAwareDriverAdapterFactory {
  const charColumns: CharColumns = new WeakMap();
  const pool = renamingPool(url, charColumns);
  const factory = new PrismaPg(pool, { disposeExternalPool: true });
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => restoring(await factory.connect(), pool, charColumns),
    connectToShadowDb: async () => restoring(await factory.connectToShadowDb(), pool, charColumns),
  };
}
