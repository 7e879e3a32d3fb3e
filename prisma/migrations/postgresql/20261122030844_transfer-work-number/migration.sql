-- AlterTable
ALTER TABLE "transfer" ADD COLUMN     "work_number" TEXT;
