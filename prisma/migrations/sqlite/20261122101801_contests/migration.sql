-- CreateTable
CREATE TABLE "contest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 0,
    "writers" TEXT NOT NULL DEFAULT '[]',
    "has_practice" BOOLEAN NOT NULL DEFAULT true,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "reviewer_id" TEXT,
    "review_note" TEXT NOT NULL DEFAULT '',
    "released_at" DATETIME,
    "seed" TEXT,
    "seal" TEXT,
    "settled_at" DATETIME,
    CONSTRAINT "contest_id_fkey" FOREIGN KEY ("id") REFERENCES "quiz" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "contest_question" (
    "contest_id" TEXT NOT NULL,
    "question_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "difficulty" TEXT NOT NULL,

    PRIMARY KEY ("contest_id", "question_id"),
    CONSTRAINT "contest_question_contest_id_fkey" FOREIGN KEY ("contest_id") REFERENCES "contest" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "contest_state_updated_at_idx" ON "contest"("state", "updated_at");

-- CreateIndex
CREATE INDEX "contest_question_question_id_idx" ON "contest_question"("question_id");
