-- AlterTable
ALTER TABLE "season" ADD COLUMN "boards" TEXT NOT NULL DEFAULT '{}';
ALTER TABLE "season" ADD COLUMN "salt" TEXT;
