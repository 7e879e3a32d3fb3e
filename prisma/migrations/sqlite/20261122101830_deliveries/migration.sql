-- CreateTable
CREATE TABLE "delivery" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "target_id" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "href" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" DATETIME NOT NULL,
    "until" DATETIME,
    "tried_at" DATETIME,
    "last_error" TEXT NOT NULL DEFAULT '',
    "sent_at" DATETIME,
    "created_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "channel_setting" (
    "member_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "off_at" DATETIME NOT NULL,

    PRIMARY KEY ("member_id", "channel"),
    CONSTRAINT "channel_setting_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "email_address" (
    "member_id" TEXT NOT NULL PRIMARY KEY,
    "cipher" TEXT NOT NULL,
    "confirmed_at" DATETIME,
    "code_hash" TEXT,
    "code_expires_at" DATETIME,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "off_at" DATETIME,
    "off_reason" TEXT NOT NULL DEFAULT '',
    "created_at" DATETIME NOT NULL,
    CONSTRAINT "email_address_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "push_browser" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "member_id" TEXT NOT NULL,
    "endpoint_hash" TEXT NOT NULL,
    "cipher" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "created_at" DATETIME NOT NULL,
    CONSTRAINT "push_browser_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "robot" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "branch_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address_hash" TEXT NOT NULL,
    "cipher" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "off_at" DATETIME,
    "off_reason" TEXT NOT NULL DEFAULT '',
    "created_by_id" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    CONSTRAINT "robot_branch_id_fkey" FOREIGN KEY ("branch_id") REFERENCES "branch" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "feed_address" (
    "member_id" TEXT NOT NULL PRIMARY KEY,
    "token_hash" TEXT NOT NULL,
    "cipher" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    CONSTRAINT "feed_address_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "push_setting" (
    "branch_id" TEXT NOT NULL PRIMARY KEY,
    "is_on" BOOLEAN NOT NULL,
    "at" TEXT NOT NULL,
    "updated_by_id" TEXT NOT NULL,
    "updated_at" DATETIME NOT NULL,
    CONSTRAINT "push_setting_branch_id_fkey" FOREIGN KEY ("branch_id") REFERENCES "branch" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "push" (
    "branch_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "entry_id" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,

    PRIMARY KEY ("branch_id", "day"),
    CONSTRAINT "push_branch_id_fkey" FOREIGN KEY ("branch_id") REFERENCES "branch" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- AlterTable
ALTER TABLE "notice" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'notice';
ALTER TABLE "notice" ADD COLUMN "title" TEXT NOT NULL DEFAULT '';
ALTER TABLE "notice" ADD COLUMN "href" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE UNIQUE INDEX "delivery_key_key" ON "delivery"("key");

-- CreateIndex
CREATE INDEX "delivery_state_next_at_idx" ON "delivery"("state", "next_at");

-- CreateIndex
CREATE INDEX "delivery_lane_tried_at_idx" ON "delivery"("lane", "tried_at");

-- CreateIndex
CREATE INDEX "delivery_target_id_created_at_idx" ON "delivery"("target_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "push_browser_endpoint_hash_key" ON "push_browser"("endpoint_hash");

-- CreateIndex
CREATE INDEX "push_browser_member_id_idx" ON "push_browser"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "robot_branch_id_address_hash_key" ON "robot"("branch_id", "address_hash");

-- CreateIndex
CREATE UNIQUE INDEX "feed_address_token_hash_key" ON "feed_address"("token_hash");
