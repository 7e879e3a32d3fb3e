import { loadOwnFilms } from "@/features/library/mutations/load-own-films";
import { listOwnFilms, listSearchables } from "@/features/library/queries";
import { faultWords } from "@/features/library/view";
import { indexDocuments } from "@/features/search/mutations";
import { plannedJob } from "./planned-job";

/** What somebody has put into the folder of films is found, can be reported and be taken down; what is wrong with it is told. */
export const takeInFilmsJob = plannedJob("take-in-films", async (now) => {
  const { films, faults } = listOwnFilms();
  await loadOwnFilms(now, () => indexDocuments(listSearchables()));
  const [first] = faults;
  if (!first) return films.length === 0 ? "没有本单位的影片" : `${films.length}部影片，都能看`;
  return `${films.length}部能看，${faults.length}处要改，第一处：${faultWords(first)}`;
});
