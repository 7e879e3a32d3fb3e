import { Card } from "../quizzes/components/card";

export const loadLesson = () => Card;
