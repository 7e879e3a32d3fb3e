import { defineConfig } from "prisma/config";

/** Read by the Prisma CLI; the product itself runs `npm run generate` and `npm run migrate`. */
export default defineConfig({ schema: "prisma/schema" });
