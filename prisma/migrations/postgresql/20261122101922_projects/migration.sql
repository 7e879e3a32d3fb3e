-- CreateTable
CREATE TABLE "project" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "station_id" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "need" TEXT NOT NULL,
    "conditions" TEXT NOT NULL DEFAULT '',
    "days" INTEGER NOT NULL DEFAULT 30,
    "state" TEXT NOT NULL DEFAULT 'submitted',
    "version" INTEGER NOT NULL DEFAULT 0,
    "writers" TEXT NOT NULL DEFAULT '[]',
    "link_id" TEXT,
    "submission_key" TEXT,
    "contact_kind" TEXT NOT NULL,
    "is_under_14" BOOLEAN NOT NULL DEFAULT false,
    "consent_by" TEXT NOT NULL,
    "consent_on" TEXT NOT NULL,
    "consent_how" TEXT NOT NULL,
    "consent_recorded_by_id" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL,
    "checker_id" TEXT,
    "checked_at" TIMESTAMP(3),
    "publisher_id" TEXT,
    "published_at" TIMESTAMP(3),
    "review_note" TEXT NOT NULL DEFAULT '',
    "arrivals" INTEGER NOT NULL DEFAULT 0,
    "confirmed_at" TIMESTAMP(3),
    "thanks" TEXT NOT NULL DEFAULT '',
    "ended_on" TEXT,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_contact" (
    "project_id" TEXT NOT NULL,
    "cipher" TEXT NOT NULL,
    "stored_on" TEXT NOT NULL,
    "stored_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "project_contact_pkey" PRIMARY KEY ("project_id")
);

-- CreateTable
CREATE TABLE "project_link" (
    "id" TEXT NOT NULL,
    "station_id" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "token_cipher" TEXT NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "revoked_at" TIMESTAMP(3),

    CONSTRAINT "project_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_claim" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "claimant_kind" TEXT NOT NULL,
    "claimant_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "active_key" TEXT,
    "holder_of" TEXT,
    "ticket" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "claimed_at" TIMESTAMP(3) NOT NULL,
    "approved_at" TIMESTAMP(3),
    "decided_by_id" TEXT,
    "due_on" TEXT,
    "completion" TEXT NOT NULL DEFAULT '',
    "completed_at" TIMESTAMP(3),
    "ended_at" TIMESTAMP(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "points_awarded" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "project_claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_note" (
    "id" TEXT NOT NULL,
    "claim_id" TEXT NOT NULL,
    "note_key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "claim_note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "project_submission_key_key" ON "project"("submission_key");

-- CreateIndex
CREATE INDEX "project_state_published_at_idx" ON "project"("state", "published_at");

-- CreateIndex
CREATE INDEX "project_station_id_state_idx" ON "project"("station_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "project_link_token_hash_key" ON "project_link"("token_hash");

-- CreateIndex
CREATE INDEX "project_link_station_id_idx" ON "project_link"("station_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_claim_active_key_key" ON "project_claim"("active_key");

-- CreateIndex
CREATE UNIQUE INDEX "project_claim_holder_of_key" ON "project_claim"("holder_of");

-- CreateIndex
CREATE INDEX "project_claim_member_id_idx" ON "project_claim"("member_id");

-- CreateIndex
CREATE INDEX "project_claim_claimant_kind_claimant_id_idx" ON "project_claim"("claimant_kind", "claimant_id");

-- CreateIndex
CREATE INDEX "project_claim_state_due_on_idx" ON "project_claim"("state", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "project_claim_project_id_ticket_key" ON "project_claim"("project_id", "ticket");

-- CreateIndex
CREATE UNIQUE INDEX "claim_note_claim_id_note_key_key" ON "claim_note"("claim_id", "note_key");

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_station_id_fkey" FOREIGN KEY ("station_id") REFERENCES "station"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_contact" ADD CONSTRAINT "project_contact_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_link" ADD CONSTRAINT "project_link_station_id_fkey" FOREIGN KEY ("station_id") REFERENCES "station"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_claim" ADD CONSTRAINT "project_claim_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_note" ADD CONSTRAINT "claim_note_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "project_claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;
