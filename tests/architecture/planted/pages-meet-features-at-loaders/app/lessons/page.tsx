import { findLesson } from "../../features/lessons/queries";

export default function Page() {
  return findLesson();
}
