-- AlterTable
ALTER TABLE "question" ADD COLUMN "declined_id" TEXT;
