import { isMaskedPhone, maskLogin, normaliseLogin } from "@/domain/people/login";
import { normaliseName } from "@/domain/people/name";
import { RowReader } from "./cells";
import { MEMBER_RULES, type MemberField } from "./fields";
import type { ImportTable } from "./header";
import type { MemberReader, WrittenLogin } from "./member-row";
import type { KnownOrganisation } from "./places";

/**
 * Phones as a station's own export shows them, with stars in the middle. Such a cell changes nothing: it stands for the
 * phone on record that has this mask, of whoever the row's other login belongs to, else of the one person with that name
 * at that organisation. What fits nobody, or several, is a fault: nobody comes in under half a number.
 *
 * Example: 王示例 with 139****0001 is 王示例 who signs in with 13900000001; 139****0002 in their row is a fault.
 */
const MASKABLE_FIELDS = ["login", "phone"] as const satisfies readonly MemberField[];

/** The names in rows with a masked phone: with these and the whole logins their owners can be looked up. */
export function maskedNames(table: ImportTable<MemberField>): ReadonlySet<string> {
  const names = table.rows.flatMap((row) => {
    const reader: MemberReader = new RowReader(row, table.columns, MEMBER_RULES);
    const isMasked = MASKABLE_FIELDS.some((field) => isMaskedPhone(reader.cell(field).text));
    return isMasked ? [nameIn(reader)] : [];
  });
  return new Set(names);
}

const nameIn = (reader: MemberReader): string => normaliseName(reader.cell("name").text);

interface Owner {
  readonly id: string;
  readonly name: string;
  readonly organisationId: string | null;
}

export class MaskedPhones {
  private readonly byMask = new Map<string, { readonly phone: string; readonly owner: Owner }[]>();
  private readonly owners: ReadonlyMap<string, Owner>;

  constructor(membersByLogin: ReadonlyMap<string, Owner>) {
    this.owners = membersByLogin;
    for (const [phone, owner] of membersByLogin) {
      const mask = maskLogin("phone", phone);
      if (isMaskedPhone(mask)) this.byMask.set(mask, [...(this.byMask.get(mask) ?? []), { phone, owner }]);
    }
  }

  /** The whole phones that the masked cells of the row stand for; a fault for each that stands for none or several. */
  read(
    reader: MemberReader,
    whole: readonly WrittenLogin[],
    organisation: KnownOrganisation | null,
  ): readonly WrittenLogin[] {
    const owner = whole.map(({ value }) => this.owners.get(value)).find((each) => each !== undefined);
    return MASKABLE_FIELDS.flatMap((field): WrittenLogin[] => {
      const mask = normaliseLogin(reader.cell(field).text);
      if (!isMaskedPhone(mask)) return [];
      const isMeant = owner ? (each: Owner) => each.id === owner.id : fitting(reader, organisation);
      const found = (this.byMask.get(mask) ?? []).filter((each) => isMeant(each.owner));
      const [only] = found;
      if (only !== undefined && found.every((each) => each.owner.id === only.owner.id))
        return [asLogin(field, only.phone)];
      if (owner) reader.fault(field, "打了星号的手机号和这个人在册的手机号对不上。", DIFFERS);
      else if (found.length === 0) reader.fault(field, "手机号打了星号，按姓名和组织没有找到这个号码的人。", WHOLE);
      else reader.fault(field, "手机号打了星号，按姓名和组织有几个人对得上。", "请写全11位手机号，或者补上工号。");
      return [];
    });
  }
}

const WHOLE = "请写全11位手机号；从名册导出的，请把姓名和组织改回原样。";
const DIFFERS = "请写全11位手机号，或者留空：留空不改原来的。";

function fitting(reader: MemberReader, organisation: KnownOrganisation | null): (owner: Owner) => boolean {
  const name = nameIn(reader);
  return (owner) =>
    normaliseName(owner.name) === name && (organisation === null || owner.organisationId === organisation.id);
}

const asLogin = (field: WrittenLogin["field"], value: string): WrittenLogin => ({
  ...{ field, value, kind: "phone", workNumber: null, shortCode: null, isNumber: false },
});
