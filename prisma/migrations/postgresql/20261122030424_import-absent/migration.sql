-- AlterTable
ALTER TABLE "import_file" ADD COLUMN     "absent" TEXT NOT NULL DEFAULT '[]';
