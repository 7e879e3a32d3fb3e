import { writingFaults } from "@/domain/writing/habits";
import type { Fault } from "../types";

/** The faults of one piece of running text. */
export function checkWriting(file: string, place: string, text: string): Fault[] {
  return writingFaults(text).map((fault) => ({ file, place, ...fault }));
}
