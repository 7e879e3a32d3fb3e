import { organisationKey, parseShortCode } from "@/domain/people/organisation";
import type { MemberReader } from "./member-row";
import { parseCreditCode } from "../people/credit-code";
import { suggester } from "./suggestion";

/**
 * Where a member belongs. The organisation is named by its credit code, its short code or its exact name, in this
 * order; the branch by its exact name, among those that the organisation's members can join: its own and the joint
 * ones. A name that is nearly right is never taken: the one that was probably meant is offered.
 *
 * Example: `第二支部` where there is 第二党支部 is a fault with the question 是不是“第二党支部”？
 */
export interface KnownOrganisation {
  readonly id: string;
  readonly name: string;
  readonly shortCode: string;
  readonly creditCode: string | null;
  readonly stationId: string;
  readonly state: "active" | "closed";
}

export interface KnownBranch {
  readonly id: string;
  readonly name: string;
  readonly kind: "hosted" | "joint";
  readonly stationId: string;
  readonly hostOrganisationId: string | null;
  readonly state: "active" | "closed";
}

export class OrganisationFinder {
  private readonly byCode = new Map<string, KnownOrganisation>();
  private readonly byShortCode = new Map<string, KnownOrganisation>();
  private readonly byName = new Map<string, KnownOrganisation>();
  private readonly suggest: (written: string) => string | null;

  constructor(organisations: readonly KnownOrganisation[]) {
    for (const organisation of organisations) {
      if (organisation.creditCode !== null) this.byCode.set(organisation.creditCode, organisation);
      this.byShortCode.set(organisation.shortCode, organisation);
      this.byName.set(organisationKey(organisation.name), organisation);
    }
    this.suggest = suggester(organisations.filter(({ state }) => state === "active").map(({ name }) => name));
  }

  private lookUp(text: string): KnownOrganisation | undefined {
    const code = parseCreditCode(text);
    if ("value" in code) return this.byCode.get(code.value);
    return this.byName.get(organisationKey(text)) ?? this.byShortCode.get(parseShortCode(text) ?? "");
  }

  /** The organisation of the row; null with a fault when there is none or it takes nobody. See `checkStation`. */
  find(reader: MemberReader): KnownOrganisation | null {
    const text = reader.read("organisation");
    if (text === "") return null;
    const found = this.lookUp(text);
    if (found === undefined) {
      const close = this.suggest(text);
      const remedy =
        close === null ? "请填写系统里的组织全称、组织短码或统一社会信用代码；新组织请先导入。" : `是不是“${close}”？`;
      reader.fault("organisation", "没有找到这家组织。", remedy);
      return null;
    }
    if (found.state === "closed") reader.fault("organisation", "这家组织已经停用。", "请改填现在的组织。");
    return found;
  }

  /**
   * Whoever has one station names its organisations alone, except where somebody works already: of the people of a
   * station's branches some work for an organisation of another one.
   */
  checkStation(
    reader: MemberReader,
    found: KnownOrganisation | null,
    { employerId, onlyStationId }: { employerId: string | null; onlyStationId: string | null },
  ): void {
    if (found === null || onlyStationId === null || found.stationId === onlyStationId) return;
    if (found.id === employerId || reader.isFaulty("organisation")) return;
    reader.fault("organisation", "这家组织不在你负责的工作站。", "请删去这一行，由它所在的工作站或工委导入。");
  }
}

export class BranchFinder {
  private readonly byName = new Map<string, KnownBranch[]>();
  private readonly branches: readonly KnownBranch[];
  private readonly suggesters = new Map<string, (written: string) => string | null>();

  constructor(branches: readonly KnownBranch[]) {
    this.branches = branches.filter(({ state }) => state === "active");
    for (const branch of this.branches) {
      const key = organisationKey(branch.name);
      this.byName.set(key, [...(this.byName.get(key) ?? []), branch]);
    }
  }

  /**
   * The branch of the row; null when the cell is empty, and with a fault when it is none of the organisation's. Of another
   * station it is a fault for whoever has one station, where somebody would be put into it.
   */
  find(reader: MemberReader, organisation: KnownOrganisation | null, onlyStationId: string | null): KnownBranch | null {
    const text = reader.read("branch");
    if (text === "" || organisation === null) return null;
    const named = this.byName.get(organisationKey(text)) ?? [];
    const open = named.filter((branch) => isOpenTo(branch, organisation));
    const [only, second] = preferred(open, organisation);
    if (only !== undefined && second === undefined) {
      if (onlyStationId !== null && only.stationId !== onlyStationId) {
        reader.fault("branch", "这个支部不在你负责的工作站。", "请留空或改填本站的支部，也可以由工委导入。");
      }
      return only;
    }
    if (second !== undefined) {
      reader.fault("branch", "有几个支部叫这个名称，分不清是哪一个。", "请在支部页把名称改得不同，再重新导入。");
    } else if (named.length > 0) {
      reader.fault("branch", "这个支部是别的组织单独建立的。", "请核对组织和支部，或者留空。");
    } else {
      const close = this.suggest(text, organisation);
      const remedy = close === null ? "请填写系统里的支部名称，或者留空。" : `是不是“${close}”？`;
      reader.fault("branch", "没有找到这个支部。", remedy);
    }
    return null;
  }

  private suggest(text: string, organisation: KnownOrganisation): string | null {
    const known =
      this.suggesters.get(organisation.id) ??
      suggester(this.branches.filter((branch) => isOpenTo(branch, organisation)).map(({ name }) => name));
    this.suggesters.set(organisation.id, known);
    return known(text);
  }
}

function isOpenTo(branch: KnownBranch, organisation: KnownOrganisation): boolean {
  return branch.kind === "joint" || branch.hostOrganisationId === organisation.id;
}

/** Of several with one name the organisation's own, else those of its station. */
function preferred(branches: readonly KnownBranch[], organisation: KnownOrganisation): readonly KnownBranch[] {
  const own = branches.filter(({ hostOrganisationId }) => hostOrganisationId === organisation.id);
  if (own.length > 0) return own;
  const near = branches.filter(({ stationId }) => stationId === organisation.stationId);
  return near.length > 0 ? near : branches;
}
