import type { DrawingName } from "@/components/ui/drawing";

/** Which drawing belongs to a topic. */
export const TOPIC_DRAWINGS: Readonly<Record<string, DrawingName>> = {
  meetings: "boat",
  revolution: "hills",
  spirits: "lamp",
  people: "lamp",
  construction: "crane",
  science: "rocket",
  reform: "crane",
  "party-building": "boat",
  "united-front": "bridge",
  diplomacy: "bridge",
  livelihood: "field",
  region: "crane",
};
