-- AlterTable
ALTER TABLE "job_run" ADD COLUMN "attempts" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "job_run" ADD COLUMN "at" DATETIME;
