-- AlterTable
ALTER TABLE "assignment_result" ADD COLUMN "answer" TEXT NOT NULL DEFAULT '';
