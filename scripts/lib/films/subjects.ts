// Ink drawings for films: strokes on a ground of 148 by 88, red ones last, as in components/ui/drawing.tsx. They stand for
// what a sentence tells and show no place as it is: no map, no portrait.
import type { DrawnSubject } from "../../../domain/films/scenes";

type Strokes = { ink: readonly string[]; faint?: readonly string[]; red: readonly string[] };

/** Eighteen prints of a thumb on a sheet, three rows of six. */
const PRINTS = Array.from({ length: 18 }, (_, at) => {
  const [x, y] = [50 + (at % 6) * 9.6, 40 + Math.floor(at / 6) * 13];
  return `M${x - 2.6} ${y}a2.6 3.4 0 1 1 5.2 0a2.6 3.4 0 1 1 -5.2 0M${x - 1} ${y + 0.6}a1 1.5 0 1 1 2 0`;
});

export const SUBJECTS: Readonly<Record<DrawnSubject, Strokes>> = {
  road: {
    faint: ["M2 50l24-22 12 9 26-27 20 22 14-11 22 24 26-15"],
    ink: ["M2 66l30-18 18 10 26-23 22 22 20-11 28 18"],
    red: ["M8 82c22-2 34-9 58-7s38 4 70-9"],
  },
  river: {
    faint: ["M2 26l22-10 16 6 20-12 24 12 18-8 44 14"],
    ink: [
      "M4 44c12-5 20 5 32 0s20 5 32 0 20 5 32 0 20 5 40 0",
      "M4 58c12-5 20 5 32 0s20 5 32 0 20 5 32 0 20 5 40 0",
      "M4 72c12-5 20 5 32 0s20 5 32 0 20 5 32 0 20 5 40 0",
    ],
    red: ["M52 84l8-13 9-13 10-14 12-16"],
  },
  house: {
    faint: ["M2 80h144M8 84h60M90 84h40"],
    ink: [
      "M28 36l12-16h68l12 16zM34 36v43M114 36v43M28 57h92M34 57v-1",
      "M44 79V65c0-4 10-4 10 0v14M62 79V65c0-4 10-4 10 0v14M98 79V65c0-4 10-4 10 0v14M44 56V44h10v12M98 56V44h10v12M80 79V65c0-4 10-4 10 0v14",
    ],
    red: ["M64 56V44h22v12M75 44v12M64 50h22"],
  },
  bridge: {
    faint: ["M10 84c14-4 24 3 40 0s30 3 48 0 26 3 40 0M24 76c12-3 20 2 32 0s24 2 40 0 20 2 30 0"],
    ink: [
      "M14 78V26h14v52M120 78V26h14v52M10 26l11-9 11 9M116 26l11-9 11 9",
      "M28 40c24 13 68 13 92 0M28 33c24 13 68 13 92 0M40 38v8M52 42v8M64 44v8M76 44v8M88 43v8M100 41v7M110 37v7",
    ],
    red: ["M28 47c24 13 68 13 92 0"],
  },
  plateau: {
    faint: ["M2 30c18-8 30-8 44 0s34 4 46-2 38-4 54 4"],
    ink: [
      "M2 50c20-12 34-12 52-2s38 2 54-6 26-2 38 4M2 80h144",
      "M26 80V68c0-11 16-11 16 0v12M54 80V68c0-11 16-11 16 0v12M100 80V70c0-9 14-9 14 0v10",
    ],
    red: ["M59 80c-1-4 3-6 3-10 2 3 5 5 3 10M31 80c-1-4 3-6 3-10 2 3 5 5 3 10"],
  },
  "two-roads": {
    faint: ["M2 40l28-16 20 8 24-18 26 16 20-8 26 14"],
    ink: ["M6 78c20-2 34-12 46-16s16-6 22-8", "M142 78c-20-2-34-12-46-16s-16-6-22-8"],
    red: ["M69 50a5 5 0 1 1 0.1 0.2M74 38v-14l12 4-12 4"],
  },
  "three-roads": {
    faint: ["M2 34l28-14 20 8 24-16 26 14 20-8 26 12"],
    ink: ["M6 70c20-2 34-8 46-10s16-4 21-5", "M142 70c-20-2-34-8-46-10s-16-4-21-5", "M60 86c2-8 6-14 10-19s3-8 4-11"],
    red: ["M69 50a5 5 0 1 1 0.1 0.2M74 40v-18l14 5-14 5"],
  },
  letter: {
    faint: ["M20 82h108"],
    ink: ["M36 24h70v50H36z", "M46 36h34M46 44h50M46 52h46M46 60h50"],
    red: ["M92 66l22-34 6 4-22 34-7 3z"],
  },
  newspaper: {
    faint: ["M16 82h116"],
    ink: ["M32 16h84v62H32z", "M40 48h32M40 55h32M40 62h32M40 69h32M80 48h28M80 55h28M80 62h28M80 69h28"],
    red: ["M40 26h68M40 35h50"],
  },
  hall: {
    faint: ["M2 82h144M22 20v54M126 20v54M12 20h124M18 12h112"],
    ink: [
      "M34 46h80v8H34zM44 54v20M104 54v20",
      "M26 74c0-8 12-8 12 0M50 74c0-8 12-8 12 0M68 74c0-8 12-8 12 0M86 74c0-8 12-8 12 0M110 74c0-8 12-8 12 0",
    ],
    red: ["M74 46V34M68 34h12l-3-8h-6z"],
  },
  prints: {
    faint: ["M18 84h112"],
    ink: ["M40 10h70v68H40z", "M48 20h54M48 27h40"],
    red: PRINTS,
  },
  field: {
    faint: ["M2 34c24-8 44-8 70 0s50 6 74-2"],
    ink: ["M2 46h144M14 86l46-40M46 86l20-40M80 86l-2-40M112 86l-24-40M142 84l-44-38"],
    red: ["M74 28a9 9 0 1 1 .1 0M74 4v-3M60 10l-3-3M88 10l3-3M54 22h-4M94 22h4"],
  },
  lamp: {
    faint: ["M74 75V52M52 22l4 4M96 22l-4 4M74 8v6M40 36h6M102 26l5-3"],
    ink: [
      "M12 70c20-6 42-4 62 5 20-9 42-11 62-5M18 77c18-5 38-3 56 5 18-8 38-10 56-5",
      "M58 46c0 7 7 11 16 11s16-4 16-11zM54 46h40M66 57l-3 8h22l-3-8M90 48c8 0 11-4 11-8s-4-6-9-4",
    ],
    red: ["M74 43c-4 0-6-3-6-6 0-5 5-7 6-13 2 5 6 8 6 13 0 3-2 6-6 6z"],
  },
};
