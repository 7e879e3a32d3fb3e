-- AlterTable
ALTER TABLE "question_proposal" ADD COLUMN     "base_id" TEXT,
ADD COLUMN     "writers" TEXT NOT NULL DEFAULT '[]';
