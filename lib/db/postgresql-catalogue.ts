import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import pg from "pg";

/**
 * A PostgreSQL adapter that can read the catalogue. The schema engine asks for columns of the one-byte type "char",
 * which the stock adapter refuses to decode ("Column type 'char' could not be deserialized"). Here such a column is
 * passed through the stock adapter under the name of another text type and handed on as what it is, one character.
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

function restoring(adapter: SqlDriverAdapter, charColumns: CharColumns): SqlDriverAdapter {
  const stock = adapter.queryRaw.bind(adapter);
  return Object.assign(adapter, {
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
  const factory = new PrismaPg(renamingPool(url, charColumns), { disposeExternalPool: true });
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => restoring(await factory.connect(), charColumns),
    connectToShadowDb: async () => restoring(await factory.connectToShadowDb(), charColumns),
  };
}
