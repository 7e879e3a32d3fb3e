-- CreateTable
CREATE TABLE "contest_archive" (
    "contest_id" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "archive" TEXT NOT NULL,
    "made_at" DATETIME NOT NULL,

    PRIMARY KEY ("contest_id", "edition"),
    CONSTRAINT "contest_archive_contest_id_fkey" FOREIGN KEY ("contest_id") REFERENCES "contest" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
