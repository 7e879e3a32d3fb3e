import { title } from "../../../../../features/members/components/title";

export const GET = () => new Response(title);
