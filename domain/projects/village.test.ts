import { expect, it } from "vitest";
import { shownToVillage, type Sent } from "./village";

const CONTACT = { name: "示例暗记甲", address: "示例暗记乙路", phone: "13900001357" };
const SENT: Sent = { state: "submitted", title: "添四盏台灯", reviewNote: "", contactKind: "person", contact: CONTACT };
const NAMING = "给示例暗记甲添台灯";

it.each<[string, Partial<Sent>, string | null, string | null]>([
  ["the title while it waits", {}, "添四盏台灯", null],
  ["the reason of what came back", { state: "returned", reviewNote: "写明几盏" }, "添四盏台灯", "写明几盏"],
  ["no reason of what was taken back", { state: "withdrawn", reviewNote: "不办了" }, "添四盏台灯", null],
  ["no title that names the contact", { title: NAMING }, null, null],
  ["no title with a house number", { title: "给3栋502室添台灯", contact: null, contactKind: "station" }, null, null],
  ["no reason that repeats a telephone", { state: "returned", reviewNote: "删去13900001357" }, "添四盏台灯", null],
  ["nothing that cannot be compared any more", { state: "returned", reviewNote: "改", contact: null }, null, null],
  ["what two people passed", { state: "published", title: NAMING, contact: null }, NAMING, null],
])("shows %s", (_sentence, over, title, reason) => {
  expect(shownToVillage({ ...SENT, ...over })).toEqual({ title, reason });
});
