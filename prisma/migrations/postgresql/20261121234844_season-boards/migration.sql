-- AlterTable
ALTER TABLE "season" ADD COLUMN     "boards" TEXT NOT NULL DEFAULT '{}',
ADD COLUMN     "salt" TEXT;
