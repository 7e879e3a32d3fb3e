-- AlterTable
ALTER TABLE "station" ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'active';
