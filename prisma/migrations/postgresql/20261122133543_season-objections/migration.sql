-- CreateTable
CREATE TABLE "season_objection" (
    "id" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "open_key" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMP(3),
    "answered_by_id" TEXT,
    "correction" INTEGER,

    CONSTRAINT "season_objection_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "season_objection_open_key_key" ON "season_objection"("open_key");

-- CreateIndex
CREATE INDEX "season_objection_quarter_state_created_at_idx" ON "season_objection"("quarter", "state", "created_at");

-- CreateIndex
CREATE INDEX "season_objection_member_id_quarter_idx" ON "season_objection"("member_id", "quarter");

-- AddForeignKey
ALTER TABLE "season_objection" ADD CONSTRAINT "season_objection_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
