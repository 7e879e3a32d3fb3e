-- AlterTable
ALTER TABLE "notice" ADD COLUMN     "href" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'notice',
ADD COLUMN     "title" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "delivery" (
    "id" TEXT NOT NULL,
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
    "next_at" TIMESTAMP(3) NOT NULL,
    "until" TIMESTAMP(3),
    "tried_at" TIMESTAMP(3),
    "last_error" TEXT NOT NULL DEFAULT '',
    "sent_at" TIMESTAMP(3),
    "created_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channel_setting" (
    "member_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "off_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "channel_setting_pkey" PRIMARY KEY ("member_id","channel")
);

-- CreateTable
CREATE TABLE "email_address" (
    "member_id" TEXT NOT NULL,
    "cipher" TEXT NOT NULL,
    "confirmed_at" TIMESTAMP(3),
    "code_hash" TEXT,
    "code_expires_at" TIMESTAMP(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "off_at" TIMESTAMP(3),
    "off_reason" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "email_address_pkey" PRIMARY KEY ("member_id")
);

-- CreateTable
CREATE TABLE "push_browser" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "endpoint_hash" TEXT NOT NULL,
    "cipher" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "push_browser_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "robot" (
    "id" TEXT NOT NULL,
    "branch_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address_hash" TEXT NOT NULL,
    "cipher" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "off_at" TIMESTAMP(3),
    "off_reason" TEXT NOT NULL DEFAULT '',
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "robot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feed_address" (
    "member_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "cipher" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "feed_address_pkey" PRIMARY KEY ("member_id")
);

-- CreateTable
CREATE TABLE "push_setting" (
    "branch_id" TEXT NOT NULL,
    "is_on" BOOLEAN NOT NULL,
    "at" TEXT NOT NULL,
    "updated_by_id" TEXT NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "push_setting_pkey" PRIMARY KEY ("branch_id")
);

-- CreateTable
CREATE TABLE "push" (
    "branch_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "entry_id" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "push_pkey" PRIMARY KEY ("branch_id","day")
);

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

-- AddForeignKey
ALTER TABLE "channel_setting" ADD CONSTRAINT "channel_setting_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "email_address" ADD CONSTRAINT "email_address_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push_browser" ADD CONSTRAINT "push_browser_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "robot" ADD CONSTRAINT "robot_branch_id_fkey" FOREIGN KEY ("branch_id") REFERENCES "branch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed_address" ADD CONSTRAINT "feed_address_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push_setting" ADD CONSTRAINT "push_setting_branch_id_fkey" FOREIGN KEY ("branch_id") REFERENCES "branch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push" ADD CONSTRAINT "push_branch_id_fkey" FOREIGN KEY ("branch_id") REFERENCES "branch"("id") ON DELETE CASCADE ON UPDATE CASCADE;
