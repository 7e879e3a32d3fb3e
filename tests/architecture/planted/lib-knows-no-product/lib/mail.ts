import { findMember } from "../features/members/queries";

export const mail = () => findMember();
