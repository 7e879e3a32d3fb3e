-- AlterTable
ALTER TABLE "feedback" ADD COLUMN "erratum_id" TEXT;
ALTER TABLE "feedback" ADD COLUMN "verdict" TEXT;

-- CreateTable
CREATE TABLE "erratum" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "target_kind" TEXT NOT NULL,
    "target_id" TEXT NOT NULL,
    "content_id" TEXT NOT NULL,
    "wrong" TEXT NOT NULL,
    "correct" TEXT NOT NULL,
    "corrected_on" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "published_at" DATETIME NOT NULL,
    "published_by_id" TEXT NOT NULL,
    "revoked_at" DATETIME,
    "revoked_by_id" TEXT,
    "revoke_reason" TEXT NOT NULL DEFAULT '',
    "told_at" DATETIME
);

-- CreateIndex
CREATE UNIQUE INDEX "erratum_key_key" ON "erratum"("key");

-- CreateIndex
CREATE INDEX "erratum_content_id_idx" ON "erratum"("content_id");

-- CreateIndex
CREATE INDEX "erratum_published_at_idx" ON "erratum"("published_at");

-- CreateIndex
CREATE INDEX "feedback_target_id_state_idx" ON "feedback"("target_id", "state");
