/** Until the first administrator has typed a name of their own. */
export const FIRST_ADMINISTRATOR_NAME = "首位管理员";

/** What the first administrator signs in with, until a login of their own is added. */
export const FIRST_ADMINISTRATOR_LOGIN = "ADMIN-0001";
