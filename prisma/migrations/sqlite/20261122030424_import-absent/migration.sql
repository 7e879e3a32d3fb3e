-- AlterTable: added in place, as Prisma would make the table anew.
ALTER TABLE "import_file" ADD COLUMN "absent" TEXT NOT NULL DEFAULT '[]';
