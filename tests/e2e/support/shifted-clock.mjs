// Read before a server process starts: its clock stands SHIFT_MS later, so that what the calendar brings can be walked through.
const shift = Number(process.env.SHIFT_MS ?? 0);
const RealDate = Date;

globalThis.Date = class extends RealDate {
  // The framework wraps the class and copies what is its own.
  static UTC = RealDate.UTC;
  static parse = RealDate.parse;
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + shift);
    else super(...parts);
  }
  static now() {
    return RealDate.now() + shift;
  }
};
