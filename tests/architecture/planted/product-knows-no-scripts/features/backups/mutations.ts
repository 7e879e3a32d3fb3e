import { backup } from "../../scripts/backup";

export const makeBackup = () => backup();
