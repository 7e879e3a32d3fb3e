import { loadLesson } from "../../../features/lessons/loaders";

export const GET = () => Response.json(loadLesson());
