/**
 * Days off and adjusted working days (调休) as the General Office of the State Council announced them, year by year. A
 * year stands here only when its notice was read; until then nothing is known of it but its weekends.
 *
 * Example: in 2026 the Spring Festival is off from 15 to 23 February, and Saturday 28 February is worked.
 */
export interface Holiday {
  readonly name: string;
  /** First and last day off, plain dates; weekends between them included. */
  readonly from: string;
  readonly to: string;
}

export interface HolidayYear {
  readonly year: string;
  /** Title, number and address of the notice. */
  readonly source: { readonly title: string; readonly number: string; readonly url: string };
  readonly holidays: readonly Holiday[];
  /** Saturdays and Sundays that are worked. */
  readonly workedWeekends: readonly string[];
}

const off = (name: string, from: string, to: string): Holiday => Object.freeze({ name, from, to });

/** Printed by Guangming Daily as well: https://m.gmw.cn/2024-11/12/content_1303894933.htm (read 2026-11-22). */
const YEAR_2025: HolidayYear = Object.freeze({
  year: "2025",
  source: Object.freeze({
    title: "国务院办公厅关于2025年部分节假日安排的通知",
    number: "国办发明电〔2024〕12号",
    url: "https://www.gov.cn/zhengce/content/202411/content_6986382.htm",
  }),
  holidays: Object.freeze([
    off("元旦", "2025-01-01", "2025-01-01"),
    off("春节", "2025-01-28", "2025-02-04"),
    off("清明节", "2025-04-04", "2025-04-06"),
    off("劳动节", "2025-05-01", "2025-05-05"),
    off("端午节", "2025-05-31", "2025-06-02"),
    off("国庆节、中秋节", "2025-10-01", "2025-10-08"),
  ]),
  workedWeekends: Object.freeze(["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"]),
});

/** Printed by Guangming Daily as well: https://politics.gmw.cn/2025-11/04/content_38391083.htm (read 2026-11-22). */
const YEAR_2026: HolidayYear = Object.freeze({
  year: "2026",
  source: Object.freeze({
    title: "国务院办公厅关于2026年部分节假日安排的通知",
    number: "国办发明电〔2025〕7号",
    url: "https://www.gov.cn/zhengce/content/202511/content_7047090.htm",
  }),
  holidays: Object.freeze([
    off("元旦", "2026-01-01", "2026-01-03"),
    off("春节", "2026-02-15", "2026-02-23"),
    off("清明节", "2026-04-04", "2026-04-06"),
    off("劳动节", "2026-05-01", "2026-05-05"),
    off("端午节", "2026-06-19", "2026-06-21"),
    off("中秋节", "2026-09-25", "2026-09-27"),
    off("国庆节", "2026-10-01", "2026-10-07"),
  ]),
  workedWeekends: Object.freeze([
    ...["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
  ]),
});

/** Oldest first. The next year is added when its notice is out, usually in November. */
export const HOLIDAY_YEARS: readonly HolidayYear[] = Object.freeze([YEAR_2025, YEAR_2026]);
