import { describe, expect, it } from "vitest";
import { contactFaults, isCorrection, replacementFaults, type ContactInput } from "./consent";

const TODAY = "2026-11-22";
const PERSON: ContactInput = {
  ...{
    isUnder14: false,
    contactKind: "person",
    contactName: "王示例",
    contactAddress: "示例村",
    contactPhone: "13800000000",
  },
  ...{ consentBy: "person", consentOn: "2026-11-20" },
};
const STATION: ContactInput = {
  ...PERSON,
  contactKind: "station",
  contactName: "",
  contactAddress: "",
  contactPhone: "",
};
const fieldsOf = (input: ContactInput) => contactFaults(input, TODAY).map(({ field }) => field);

describe("the contact and the consent", () => {
  it.each([
    ["a person's contact with the person's consent", PERSON, []],
    ["the station as contact", STATION, []],
    ["a guardian may consent for somebody older", { ...PERSON, consentBy: "guardian" }, []],
    ["a landline with an extension", { ...PERSON, contactPhone: "0574-88880000转12" }, []],
    [
      "a contact needs name, address and telephone",
      { ...STATION, contactKind: "person" },
      ["contactName", "contactAddress", "contactPhone"],
    ],
    ["words are no telephone", { ...PERSON, contactPhone: "问村里" }, ["contactPhone"]],
    [
      "with the station as contact nothing of the person is taken",
      { ...PERSON, contactKind: "station" },
      ["contactName", "contactAddress", "contactPhone"],
    ],
    ["consent is not of tomorrow", { ...PERSON, consentOn: "2026-11-23" }, ["consentOn"]],
    ["consent of today counts", { ...PERSON, consentOn: TODAY }, []],
    ["consent of 180 days ago is the oldest", { ...PERSON, consentOn: "2026-05-26" }, []],
    ["consent of 181 days ago carries nothing", { ...PERSON, consentOn: "2026-05-25" }, ["consentOn"]],
    ["consent has a day", { ...PERSON, consentOn: "" }, ["consentOn"]],
    ["a day that does not exist is none", { ...PERSON, consentOn: "2026-02-30" }, ["consentOn"]],
    ["a day of the year alone is none", { ...PERSON, consentOn: "11-20" }, ["consentOn"]],
  ] as const)("%s", (_sentence, input, fields) => {
    expect(fieldsOf(input)).toEqual(fields);
  });
});

describe("a contact in the place of another one", () => {
  const stored = (consentOn: string, storedOn: string | null) => ({ consentOn, storedOn });
  it.each([
    ["needs a consent after the one before", "2026-11-21", stored("2026-11-20", "2026-11-20"), []],
    ["not the same one again", "2026-11-20", stored("2026-11-20", "2026-11-20"), ["consentOn"]],
    ["not the same one once the contact was deleted", "2026-11-20", stored("2026-11-20", null), ["consentOn"]],
    ["not an earlier one", "2026-11-19", stored("2026-11-20", TODAY), ["consentOn"]],
    ["but puts right today what was written down today", "2026-11-20", stored("2026-11-20", TODAY), []],
    ["and says one thing of a consent that is too old", "2026-05-25", stored("2026-05-25", null), ["consentOn"]],
  ] as const)("%s", (_sentence, consentOn, before, fields) => {
    expect(replacementFaults({ ...PERSON, consentOn }, before, TODAY).map(({ field }) => field)).toEqual(fields);
  });

  it("keeps its time when it is only put right", () => {
    expect(isCorrection(PERSON, stored("2026-11-20", TODAY), TODAY)).toBe(true);
    expect(isCorrection({ ...PERSON, consentOn: TODAY }, stored("2026-11-20", TODAY), TODAY)).toBe(false);
  });
});

describe("children under 14", () => {
  const CHILD: ContactInput = { ...STATION, isUnder14: true, consentBy: "guardian" };
  it("have the station as their only contact", () => {
    expect(fieldsOf(CHILD)).toEqual([]);
    expect(fieldsOf({ ...CHILD, contactKind: "person", contactPhone: "13800000000" })).toEqual(["contactKind"]);
  });
  it("their own telephone is refused with the station as contact too", () => {
    expect(fieldsOf({ ...CHILD, contactPhone: "13800000000" })).toEqual(["contactPhone"]);
  });
  it("do not consent themselves", () => {
    expect(fieldsOf({ ...CHILD, consentBy: "person" })).toEqual(["consentBy"]);
  });
});
