-- AlterTable: added in place, as Prisma would make the table anew.
ALTER TABLE "question_proposal" ADD COLUMN "writers" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "question_proposal" ADD COLUMN "base_id" TEXT;
