/** Lines of the ledger on one page, and the most that the API gives at once. */
export const PAGE_SIZE = 30;
export const MAX_PAGE_SIZE = 100;
