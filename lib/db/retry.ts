/**
 * Which failures of a transaction are worth a second try: those that say "not now" and leave nothing behind.
 * Prisma's codes are the stable part of its errors; they are compared by code because several generated clients have
 * their own error classes.
 */

/** P2028: no transaction slot in time. P1008: the file or server was busy. P2034: write conflict or deadlock. */
const TRANSIENT = new Set(["P2028", "P1008", "P2034"]);

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** A unique constraint refused the write (Prisma's P2002, and the engines' own codes from raw SQL). */
export function isUniqueViolation(error: unknown): boolean {
  const code = codeOf(error);
  if (code === "P2002" || code === "23505") return true;
  if (code === "SQLITE_CONSTRAINT_UNIQUE" || code === "SQLITE_CONSTRAINT_PRIMARYKEY") return true;
  return (
    code === "P2010" &&
    /UniqueConstraintViolation|\b23505\b|UNIQUE constraint failed/.test(String((error as Error).message))
  );
}

function isTransient(error: unknown): boolean {
  const code = codeOf(error);
  return code !== undefined && TRANSIENT.has(code);
}

/** A transaction may say P2028 because its own callback took too long: trying that again would only take longer. */
function isOverrun(error: unknown): boolean {
  return codeOf(error) === "P2028" && error instanceof Error && !/Unable to start a transaction/.test(error.message);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Runs `work` up to `tries` times while it fails transiently, waiting a little longer each time. Any other error is passed on at once. */
export async function withRetry<T>(work: () => Promise<T>, tries: number): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= tries || !isTransient(error) || isOverrun(error)) throw error;
      await pause(20 * 2 ** attempt);
    }
  }
}
