/**
 * Figures of an organisation in one quarter follow the people who work there. An assignment belongs to the quarter in
 * which it is due. It asks the people of its branch, or those chosen, on the decisive day (domain/assignments/coverage),
 * and each of them counts for the organisation of that day. Done is answered or studied offline; whoever is excused is
 * not expected.
 *
 * A sum over several organisations holds everything that was assigned; of what people did it holds the organisations
 * with five people or more, and the smaller ones together when they have five between them: otherwise a small one could
 * be worked out as the difference.
 *
 * Example: A with 10 people has 8 of 9 done, B with 3 has 3 of 3: the sum says 8 of 9, and B says nothing. With C, 2
 * people and 0 of 2, the sum says 11 of 14.
 */
import { groupBy } from "../grouping";
import { SMALLEST_GROUP, shareOf, type Share } from "./share";

/**
 * A stay in a branch while working in an organisation, the people who share its dates, and what assignments for the whole
 * branch asked of them together.
 */
export interface Stay {
  readonly memberIds: readonly string[];
  readonly organisationId: string;
  readonly branchId: string;
  readonly since: string;
  /** The last day; null while it lasts. */
  readonly until: string | null;
  readonly asked: number;
  readonly done: number;
  readonly excused: number;
}

/** An assignment for a whole branch, with its decisive day. */
export interface WholeAssignment {
  readonly id: string;
  readonly branchId: string;
  readonly day: string;
}

/** One of the people chosen for an assignment, with the organisation of the decisive day. */
export interface ChosenOne {
  readonly memberId: string;
  readonly organisationId: string;
  readonly assignmentId: string;
  readonly outcome: "open" | "done" | "excused";
}

export interface FirstAnswers {
  readonly organisationId: string;
  readonly firsts: number;
  readonly rights: number;
  readonly people: number;
}

export interface Tally {
  readonly assignments: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly expected: number;
  readonly done: number;
  readonly excused: number;
  readonly firsts: number;
  readonly rights: number;
  /** People with a first answer. */
  readonly answering: number;
}

export interface Counted {
  readonly stays: readonly Stay[];
  readonly whole: readonly WholeAssignment[];
  readonly chosen: readonly ChosenOne[];
  readonly answers: readonly FirstAnswers[];
}

type Open = { -readonly [Key in keyof Tally]: Tally[Key] extends ReadonlySet<string> ? Set<string> : Tally[Key] };

const emptyTally = (): Open => ({
  ...{ assignments: new Set(), people: new Set(), expected: 0, done: 0, excused: 0 },
  ...{ firsts: 0, rights: 0, answering: 0 },
});

/** By organisation; one of whom nothing was asked and who answered nothing is left out. */
export function talliesByOrganisation({ stays, whole, chosen, answers }: Counted): Map<string, Tally> {
  const tallies = new Map<string, Open>();
  const of = (organisationId: string): Open => {
    const tally = tallies.get(organisationId) ?? emptyTally();
    tallies.set(organisationId, tally);
    return tally;
  };
  const asked = stays.filter((stay) => stay.asked > 0);
  for (const stay of asked) {
    const tally = of(stay.organisationId);
    for (const id of stay.memberIds) tally.people.add(id);
    tally.expected += stay.asked - stay.excused;
    tally.done += stay.done;
    tally.excused += stay.excused;
  }
  for (const [organisationId, ids] of assignedTo(asked, whole))
    ids.forEach((id) => of(organisationId).assignments.add(id));
  for (const { organisationId, memberId, assignmentId, outcome } of chosen) {
    const tally = of(organisationId);
    tally.people.add(memberId);
    tally.assignments.add(assignmentId);
    if (outcome === "excused") tally.excused += 1;
    else tally.expected += 1;
    if (outcome === "done") tally.done += 1;
  }
  for (const { organisationId, firsts, rights, people } of answers) {
    Object.assign(of(organisationId), { firsts, rights, answering: people });
  }
  return tallies;
}

/** Which assignments asked somebody of each organisation. */
function assignedTo(stays: readonly Stay[], whole: readonly WholeAssignment[]): [string, string[]][] {
  const ofBranch = groupBy(whole, (one) => one.branchId);
  return stays.map(({ organisationId, branchId, since, until }) => {
    const fitting = (ofBranch.get(branchId) ?? []).filter(
      ({ day }) => since <= day && (until === null || until >= day),
    );
    return [organisationId, fitting.map(({ id }) => id)];
  });
}

const isFew = (people: number): boolean => people > 0 && people < SMALLEST_GROUP;

/** The sum over several organisations, without what would tell of fewer than five people. */
export function uniteTallies(tallies: readonly Tally[]): Tally {
  const small = tallies.filter((tally) => isFew(tally.people.size));
  const studying = new Set(small.flatMap((tally) => [...tally.people])).size < SMALLEST_GROUP ? small : [];
  const quiet = tallies.filter((tally) => isFew(tally.answering));
  const answering = quiet.reduce((sum, tally) => sum + tally.answering, 0) < SMALLEST_GROUP ? quiet : [];
  const study = shownOrAll(tallies, studying, (tally) => tally.people.size);
  const recall = shownOrAll(tallies, answering, (tally) => tally.answering);
  const sum = (list: readonly Tally[], pick: (tally: Tally) => number) =>
    list.reduce((total, tally) => total + pick(tally), 0);
  return {
    assignments: new Set(tallies.flatMap((tally) => [...tally.assignments])),
    people: new Set(study.flatMap((tally) => [...tally.people])),
    expected: sum(study, (tally) => tally.expected),
    done: sum(study, (tally) => tally.done),
    excused: sum(study, (tally) => tally.excused),
    firsts: sum(recall, (tally) => tally.firsts),
    rights: sum(recall, (tally) => tally.rights),
    answering: sum(recall, (tally) => tally.answering),
  };
}

/** Without those to be left out; when nobody else is there, all of them, so that the sum says 不足5人 and not nothing. */
function shownOrAll(all: readonly Tally[], without: readonly Tally[], people: (tally: Tally) => number): Tally[] {
  const rest = all.filter((tally) => !without.includes(tally));
  return rest.some((tally) => people(tally) > 0) ? rest : [...all];
}

/** What may be shown. */
export interface Figures {
  /** Assignments that asked somebody here. */
  readonly assigned: number;
  readonly answered: Share;
  /** Excuses with a reason; null when they are of fewer than five people. */
  readonly excused: number | null;
  readonly recall: Share;
}

export function figuresOf(tally: Tally = emptyTally()): Figures {
  const people = tally.people.size;
  return {
    assigned: tally.assignments.size,
    answered: shareOf({ people, part: tally.done, whole: tally.expected }),
    excused: isFew(people) ? null : tally.excused,
    recall: shareOf({ people: tally.answering, part: tally.rights, whole: tally.firsts }),
  };
}
