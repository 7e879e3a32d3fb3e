-- CreateTable
CREATE TABLE "contest_entry" (
    "contest_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "joined_at" DATETIME NOT NULL,
    "left_at" DATETIME,
    "show_name" BOOLEAN NOT NULL DEFAULT false,
    "paper" TEXT NOT NULL,

    PRIMARY KEY ("contest_id", "member_id"),
    CONSTRAINT "contest_entry_contest_id_fkey" FOREIGN KEY ("contest_id") REFERENCES "contest" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "contest_entry_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "contest_entry_member_id_idx" ON "contest_entry"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "contest_entry_contest_id_pseudonym_key" ON "contest_entry"("contest_id", "pseudonym");
