export const INVITATION_DAYS = 14;

/** So many invitations are issued by one act. */
export const MOST_AT_ONCE = 500;
