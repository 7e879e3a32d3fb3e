-- CreateTable
CREATE TABLE "certificate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "issue" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "place" INTEGER,
    "score" INTEGER,
    "issued_at" DATETIME NOT NULL,
    "key_id" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "revoked_at" DATETIME,
    "revoked_reason" TEXT,
    CONSTRAINT "certificate_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "certificate_member_id_idx" ON "certificate"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_kind_source_id_member_id_issue_key" ON "certificate"("kind", "source_id", "member_id", "issue");
