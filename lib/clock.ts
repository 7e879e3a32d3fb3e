/** The server's time. Rules and mutations take it as an argument; only gates, route handlers, jobs and commands call this. */
export function now(): Date {
  return new Date();
}
