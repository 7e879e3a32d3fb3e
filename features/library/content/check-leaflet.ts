import type { Fault, Leaflet } from "../types";
import { BACK_AT_MOST, CARDS, cardsOf, FRONT_AT_MOST } from "./cards";
import { lengthOf, outline } from "./outlines";

/** The cards of a leaflet: as many as the folded sheet has room for, each with a front, a back that fits, and its source. */
export function checkLeaflet(leaflet: Leaflet): Fault[] {
  const { file } = leaflet;
  const at = (place: string, what: string, fix: string): Fault => ({ file, place, what, fix });
  const { blocks, links, images, plain } = outline(leaflet);
  const cards = cardsOf(leaflet);
  const faults: Fault[] = [];
  if (cards.length !== CARDS)
    faults.push(at("正文", `有${cards.length}张卡片`, `写${CARDS}张：##正面，空一行，背面一段`));
  if (blocks.length !== 2 * cards.length || plain !== blocks.map(({ text }) => text).join("\n"))
    faults.push(at("正文", "卡片以外还有别的段落、标题或表格", "每张卡片一个##标题、一段背面，不写别的"));
  if (links.length > 0 || images.length > 0) faults.push(at("正文", "有链接或图片", "卡片只写字，链接和图片留给课程"));
  for (const [index, { front, back, notes }] of cards.entries()) {
    const place = `第${index + 1}张“${front}”`;
    if (lengthOf(front) < 1 || lengthOf(front) > FRONT_AT_MOST)
      faults.push(at(place, `正面有${lengthOf(front)}字`, `正面写1到${FRONT_AT_MOST}字`));
    if (lengthOf(back) > BACK_AT_MOST) faults.push(at(place, `背面有${lengthOf(back)}字`, `背面最多${BACK_AT_MOST}字`));
    if (notes.length === 0) faults.push(at(place, "背面没有标出处", "在话后面写[^s1]"));
    if (cards.findIndex((card) => card.front === front) < index)
      faults.push(at(place, "正面和前面一张相同", "换一个问法"));
  }
  return faults;
}
