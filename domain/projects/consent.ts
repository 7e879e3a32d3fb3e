import { addDays, parsePlainDate } from "@/domain/calendar/plain-date";
import { DAYS_AT_MOST } from "./retention";

/**
 * The contact of whoever is to be helped, and the recorded consent to that.
 *
 * The person consents, or the guardian; when, and in which way, is written down. For a child under 14 the guardian
 * consents and the only contact is the station: a name, address or telephone of the child or the family is refused. A
 * station's contact is a person of the station, reached there.
 *
 * A consent carries a contact for as long as one is kept at most (retention.ts), so that an older one begins nothing; and
 * another contact needs a consent after the one before, or its time could be begun anew as often as anybody liked. On the
 * day on which it was written down, what was mistyped is put right with the same consent and keeps its time.
 *
 * Example: under 14, contact of kind person → refused; under 14, contact of kind station, consent of the guardian → kept.
 */
export const CONTACT_KINDS = ["person", "station"] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];
export const CONTACT_KIND_LABELS: Readonly<Record<ContactKind, string>> = Object.freeze({
  person: "本人或家里",
  station: "工作站转达",
});

export const CONSENT_BY = ["person", "guardian"] as const;
export type ConsentBy = (typeof CONSENT_BY)[number];
export const CONSENT_BY_LABELS: Readonly<Record<ConsentBy, string>> = Object.freeze({
  person: "本人",
  guardian: "监护人",
});

export const CONSENT_HOW = ["written", "spoken", "telephone"] as const;
export type ConsentHow = (typeof CONSENT_HOW)[number];
export const CONSENT_HOW_LABELS: Readonly<Record<ConsentHow, string>> = Object.freeze({
  written: "书面签字",
  spoken: "当面口头",
  telephone: "电话里",
});

export interface ContactInput {
  readonly isUnder14: boolean;
  readonly contactKind: ContactKind;
  /** Of the person; empty when the station is the contact. */
  readonly contactName: string;
  readonly contactAddress: string;
  readonly contactPhone: string;
  readonly consentBy: ConsentBy;
  /** `YYYY-MM-DD`. */
  readonly consentOn: string;
}

export type ContactField =
  "contactKind" | "contactName" | "contactAddress" | "contactPhone" | "consentBy" | "consentOn";
export type ContactFault = { readonly field: ContactField; readonly detail: string };

const OWN: readonly ["contactName" | "contactAddress" | "contactPhone", string][] = [
  ["contactName", "姓名"],
  ["contactAddress", "住址"],
  ["contactPhone", "电话"],
];

const PHONE = /^[\d+\-() 转]{5,30}$/u;

/** What is wrong with the contact and the consent, field by field; empty when nothing is. `today` is a plain date. */
export function contactFaults(input: ContactInput, today: string): ContactFault[] {
  return [...ofContact(input), ...ofConsent(input, today)];
}

function ofContact(input: ContactInput): ContactFault[] {
  if (input.isUnder14 && input.contactKind === "person") {
    return [{ field: "contactKind", detail: "未满14岁的，只由工作站转达，不收本人和家里的联系方式" }];
  }
  if (input.contactKind === "station") {
    return OWN.filter(([field]) => input[field] !== "").map(([field, word]) => ({
      field,
      detail: `由工作站转达的，不收${word}，请清空这一格`,
    }));
  }
  const missing: ContactFault[] = OWN.filter(([field]) => input[field] === "").map(([field, word]) => ({
    field,
    detail: `请填写${word}，只给认领获准的人看`,
  }));
  const isOdd = input.contactPhone !== "" && !PHONE.test(input.contactPhone.normalize("NFKC"));
  return isOdd ? [...missing, { field: "contactPhone", detail: "电话只写数字，分机前写“转”" }] : missing;
}

function ofConsent({ isUnder14, consentBy, consentOn }: ContactInput, today: string): ContactFault[] {
  const faults: ContactFault[] = [];
  if (isUnder14 && consentBy !== "guardian") {
    faults.push({ field: "consentBy", detail: "未满14岁的，要由监护人同意" });
  }
  const isDay = consentOn.length === 10 && parsePlainDate(consentOn) !== null;
  if (!isDay) faults.push({ field: "consentOn", detail: "请填写哪一天同意的" });
  else if (consentOn > today) faults.push({ field: "consentOn", detail: "这一天还没有到，请填写实际同意的日子" });
  else if (addDays(consentOn, DAYS_AT_MOST) < today) {
    const detail = `这次同意过了${DAYS_AT_MOST}天，不能再用。请重新征得同意，填写那一天`;
    faults.push({ field: "consentOn", detail });
  }
  return faults;
}

/** What a new contact takes the place of: the day of its consent, and of its being stored; null when none is stored. */
export interface Replaced {
  readonly consentOn: string;
  readonly storedOn: string | null;
}

/** True when the new contact only puts right what was written down today, with the same consent. */
export function isCorrection({ consentOn }: ContactInput, before: Replaced, today: string): boolean {
  return consentOn === before.consentOn && before.storedOn === today;
}

/** What is wrong with a contact that takes the place of another one; its consent is a new one, or it is a correction. */
export function replacementFaults(input: ContactInput, before: Replaced, today: string): ContactFault[] {
  const faults = contactFaults(input, today);
  const isFaulty = faults.some(({ field }) => field === "consentOn");
  if (isFaulty || input.consentOn > before.consentOn || isCorrection(input, before, today)) return faults;
  const detail = "换联系方式要重新征得同意，这一天要比上一次同意的晚。原来的联系方式没有动";
  return [...faults, { field: "consentOn", detail }];
}
