/**
 * The columns an import knows, by all the names people give them. A head is compared without spaces, line breaks, marks
 * (`*`, `：`) and anything in brackets: `* 单位名称（全称）` is 单位名称.
 *
 * Example: a column headed 企业名称, 组织名称 or 单位全称 holds the name of an organisation.
 */
export interface FieldRule<F extends string> {
  readonly field: F;
  /** As headed in the template. */
  readonly label: string;
  readonly aliases: readonly string[];
  /** A table without this column cannot be read. One of the fields of a group is enough. */
  readonly required: boolean | "login";
}

export const ORGANISATION_FIELDS = ["name", "kind", "shortCode", "creditCode", "station"] as const;
export type OrganisationField = (typeof ORGANISATION_FIELDS)[number];

export const MEMBER_FIELDS = [
  "name",
  "login",
  "phone",
  "workNumber",
  "organisation",
  "branch",
  "standing",
  "joined",
] as const;
export type MemberField = (typeof MEMBER_FIELDS)[number];

export const ORGANISATION_RULES: readonly FieldRule<OrganisationField>[] = [
  {
    field: "name",
    label: "组织名称",
    aliases: [
      "名称",
      "单位名称",
      "企业名称",
      "公司名称",
      "社会组织名称",
      "两新组织名称",
      "组织全称",
      "单位全称",
      "企业全称",
      "单位",
      "企业",
      "组织",
    ],
    required: true,
  },
  {
    field: "kind",
    label: "类型",
    aliases: ["组织类型", "单位类型", "类别", "组织类别", "单位类别", "单位性质", "组织性质", "性质"],
    required: false,
  },
  {
    field: "shortCode",
    label: "组织短码",
    aliases: ["短码", "单位短码", "企业短码", "组织代号", "代号", "简码"],
    required: false,
  },
  {
    field: "creditCode",
    label: "统一社会信用代码",
    aliases: [
      "信用代码",
      "社会信用代码",
      "统一信用代码",
      "统一社会信用编码",
      "统一代码",
      "营业执照号",
      "注册号或统一社会信用代码",
    ],
    required: false,
  },
  {
    field: "station",
    label: "所属党群工作站",
    aliases: [
      "党群工作站",
      "工作站",
      "所属工作站",
      "所在工作站",
      "站点",
      "所属站点",
      "工作站名称",
      "党群服务站",
      "所属党群服务站",
    ],
    required: false,
  },
];

export const MEMBER_RULES: readonly FieldRule<MemberField>[] = [
  { field: "name", label: "姓名", aliases: ["名字", "党员姓名", "员工姓名", "人员姓名", "职工姓名"], required: true },
  {
    field: "login",
    label: "手机号或工号",
    aliases: [
      "登录名",
      "登录账号",
      "账号",
      "帐号",
      "用户名",
      "手机或工号",
      "手机号/工号",
      "工号或手机号",
      "组织短码-工号",
    ],
    required: "login",
  },
  {
    field: "phone",
    label: "手机号",
    aliases: [
      "手机",
      "手机号码",
      "联系电话",
      "电话",
      "电话号码",
      "移动电话",
      "联系方式",
      "联系手机",
      "本人手机",
      "本人手机号",
    ],
    required: "login",
  },
  {
    field: "workNumber",
    label: "工号",
    aliases: ["员工号", "员工编号", "职工号", "职工编号", "员工工号", "人员编号", "工作证号"],
    required: "login",
  },
  {
    field: "organisation",
    label: "所在组织",
    aliases: [
      "组织",
      "单位",
      "单位名称",
      "工作单位",
      "所在单位",
      "所属单位",
      "企业名称",
      "公司名称",
      "所在企业",
      "公司",
      "组织名称",
      "所属组织",
      "单位全称",
      "所属企业",
    ],
    required: true,
  },
  {
    field: "branch",
    label: "所在党支部",
    aliases: [
      "支部",
      "党支部",
      "所属支部",
      "所在支部",
      "所属党支部",
      "支部名称",
      "党支部名称",
      "党组织",
      "所在党组织",
      "所属党组织",
    ],
    required: false,
  },
  {
    field: "standing",
    label: "身份",
    aliases: ["人员类别", "党员类别", "人员类型", "人员身份", "政治面貌", "党员身份", "类别", "党员类型"],
    required: false,
  },
  {
    field: "joined",
    label: "起始日期",
    aliases: [
      "加入日期",
      "入职日期",
      "入职时间",
      "转入日期",
      "转入时间",
      "加入时间",
      "加入支部日期",
      "起始时间",
      "到岗日期",
    ],
    required: false,
  },
];

/** The label of a field in one of the two lists. */
export function fieldLabel<F extends string>(rules: readonly FieldRule<F>[], field: F): string {
  return rules.find((rule) => rule.field === field)?.label ?? field;
}
