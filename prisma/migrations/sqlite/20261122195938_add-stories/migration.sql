-- CreateTable
CREATE TABLE "story" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "author_id" TEXT NOT NULL,
    "organisation_id" TEXT,
    "branch_id" TEXT,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL DEFAULT '',
    "visibility" TEXT NOT NULL DEFAULT 'organisation',
    "show_name" BOOLEAN NOT NULL DEFAULT false,
    "review_note" TEXT NOT NULL DEFAULT '',
    "shown_id" TEXT,
    "shown_to" TEXT NOT NULL DEFAULT '',
    "shown_at" DATETIME,
    "pictures" INTEGER NOT NULL DEFAULT 0,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "submitted_at" DATETIME,
    "discarded_at" DATETIME,
    CONSTRAINT "story_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "story_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "story_branch_id_fkey" FOREIGN KEY ("branch_id") REFERENCES "branch" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "story_version" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "story_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "visibility" TEXT NOT NULL,
    "show_name" BOOLEAN NOT NULL,
    "published_at" DATETIME NOT NULL,
    "reviewer_id" TEXT NOT NULL,
    CONSTRAINT "story_version_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "story_picture" (
    "story_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "small_width" INTEGER NOT NULL,
    "weight" INTEGER NOT NULL,
    "large" BLOB NOT NULL,
    "small" BLOB NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,

    PRIMARY KEY ("story_id", "number"),
    CONSTRAINT "story_picture_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "story_shelf" (
    "organisation_id" TEXT NOT NULL PRIMARY KEY,
    "bytes" INTEGER NOT NULL DEFAULT 0
);

-- CreateIndex
CREATE INDEX "story_author_id_idx" ON "story"("author_id");

-- CreateIndex
CREATE INDEX "story_branch_id_state_idx" ON "story"("branch_id", "state");

-- CreateIndex
CREATE INDEX "story_state_updated_at_idx" ON "story"("state", "updated_at");

-- CreateIndex
CREATE INDEX "story_organisation_id_shown_at_idx" ON "story"("organisation_id", "shown_at");

-- CreateIndex
CREATE INDEX "story_shown_to_shown_at_idx" ON "story"("shown_to", "shown_at");

-- CreateIndex
CREATE UNIQUE INDEX "story_version_story_id_number_key" ON "story_version"("story_id", "number");

-- CreateIndex
CREATE INDEX "story_picture_created_at_idx" ON "story_picture"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "story_picture_story_id_digest_key" ON "story_picture"("story_id", "digest");
