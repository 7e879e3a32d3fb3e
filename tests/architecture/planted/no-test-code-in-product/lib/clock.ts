import { frozen } from "../tests/support/clock";

export const now = () => frozen;
