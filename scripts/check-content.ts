// `npm run check:content`: proves that content/ keeps the rules of content/README.md; prints every fault at once.
import { checkReport } from "@/features/library/content/check-report";

const { isClean, text } = checkReport();
(isClean ? console.log : console.error)(text);
if (!isClean) process.exitCode = 1;
