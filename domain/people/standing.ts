/**
 * 身份: what a person is to the Party. Dashboards count full and probationary members as members; applicants and
 * employees may study like everybody else and are counted apart.
 *
 * Example: a probationary member counts, an applicant does not.
 */
export const STANDINGS = ["full", "probationary", "applicant", "employee"] as const;
export type Standing = (typeof STANDINGS)[number];

export const STANDING_LABELS: Readonly<Record<Standing, string>> = Object.freeze({
  full: "正式党员",
  probationary: "预备党员",
  applicant: "入党申请人",
  employee: "职工",
});

/** Narrows text from a form or a column. */
export function isStanding(text: string): text is Standing {
  return STANDINGS.some((standing) => standing === text);
}

/** True for those whom figures about members count. */
export function countsAsMember(standing: Standing): boolean {
  return standing === "full" || standing === "probationary";
}
