-- AlterTable: in place, because organisations and branches refer to the table.
ALTER TABLE "station" ADD COLUMN "state" TEXT NOT NULL DEFAULT 'active';
