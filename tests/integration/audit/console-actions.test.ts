// First of all imports: it gives the framework its request scope.
import { consoleActions, hostActions, writtenKinds, type Act } from "./act-host";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { SUBJECT_LABELS } from "@/features/audit/constants/subjects";
import { nameSubjects } from "@/features/audit/queries/subjects";
import { subjectKey } from "@/features/audit/view";
import { TARGET_KINDS } from "@/features/takedowns/schema";
import { db } from "@/lib/db";
import { withDatabase } from "@/tests/support/database";
import { SCENARIOS } from "./console-scenarios";
import { makeWorld, type World } from "./console-setting";

// Pages of the framework are no part of this: only what an action writes.
vi.mock("next/cache", () => ({ revalidatePath: () => undefined, refresh: () => undefined }));

/** Actions of consoles that write no act, each with its reason. */
const WITHOUT_ACT: Readonly<Record<string, string>> = {
  chooseColumnsAction: "Only how an uploaded sheet is read again; what is written of it is an act of its own.",
};

/** Actions whose act is shown by the tests of their own feature, because they need more than an input. */
const SHOWN_ELSEWHERE: Readonly<Record<string, string>> = {
  writeImportAction: "tests/integration/imports",
  cancelImportAction: "tests/integration/imports",
  // It would call the other side.
  testRobotAction: "tests/integration/deliveries",
};

const writtenBy = (actorId: string) =>
  db().auditEntry.findMany({ where: { actorId }, select: { id: true, subjectKind: true, subjectId: true } });

describe("what is done at a console is written to the log", () => {
  withDatabase("sqlite");
  let world: World;
  let act: Act;
  let close: () => Promise<void>;

  beforeAll(async () => {
    ({ act, close } = await hostActions());
    world = await makeWorld();
  });
  afterAll(() => close());

  it("every action of the consoles has a way to be called here, or a reason why it writes nothing", () => {
    const known = [...Object.keys(SCENARIOS), ...Object.keys(WITHOUT_ACT), ...Object.keys(SHOWN_ELSEWHERE)].sort();
    expect(known).toEqual(consoleActions());
  });

  it("every kind of subject that the code names has its label, and with it its page and its name", () => {
    const written = [...writtenKinds(), ...TARGET_KINDS];
    expect(written.filter((kind) => !(kind in SUBJECT_LABELS))).toEqual([]);
    expect(Object.keys(SUBJECT_LABELS).filter((kind) => !written.includes(kind))).toEqual([]);
  });

  it.each(Object.keys(SCENARIOS).sort())("%s", async (name) => {
    const scenario = SCENARIOS[name];
    if (!scenario) throw new Error(name);
    const { as, input } = await scenario(world);
    const before = await writtenBy(as);
    const reply = await act(name, as, input);
    expect(reply).not.toHaveProperty("serverError");
    expect(reply).not.toHaveProperty("validationErrors");
    const known = new Set(before.map(({ id }) => id));
    const written = (await writtenBy(as)).filter(({ id }) => !known.has(id));
    expect(written).not.toEqual([]);
    const subjects = await nameSubjects(written);
    const unnamed = written.filter((row) => !subjects.get(subjectKey(row.subjectKind, row.subjectId))?.name);
    expect(unnamed).toEqual([]);
  });
});
