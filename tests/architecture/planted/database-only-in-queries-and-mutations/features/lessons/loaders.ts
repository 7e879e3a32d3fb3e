import { db } from "../../lib/db";

export const loadLesson = () => db;
