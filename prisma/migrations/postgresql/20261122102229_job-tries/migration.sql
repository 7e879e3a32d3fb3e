-- AlterTable
ALTER TABLE "job_run" ADD COLUMN     "at" TIMESTAMP(3),
ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 1;
