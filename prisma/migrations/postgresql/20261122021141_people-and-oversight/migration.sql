-- AlterTable
ALTER TABLE "member" ADD COLUMN     "merged_into_id" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "station" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "organisation" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "branch" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "question" ADD COLUMN     "end_reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "ended_at" TIMESTAMP(3),
ADD COLUMN     "ended_by_id" TEXT;

-- AlterTable
ALTER TABLE "response" ADD COLUMN     "first" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "join_code" (
    "id" TEXT NOT NULL,
    "branch_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "token_cipher" TEXT NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "revoked_at" TIMESTAMP(3),

    CONSTRAINT "join_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application" (
    "id" TEXT NOT NULL,
    "branch_id" TEXT NOT NULL,
    "join_code_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "login_kind" TEXT NOT NULL,
    "login_hash" TEXT NOT NULL,
    "login_cipher" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "matched_member_id" TEXT,
    "member_id" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_id" TEXT,
    "decided_at" TIMESTAMP(3),
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" TEXT NOT NULL,
    "branch_id" TEXT NOT NULL,
    "target_kind" TEXT NOT NULL,
    "target_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "set_on" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "whole" BOOLEAN NOT NULL DEFAULT true,
    "state" TEXT NOT NULL DEFAULT 'open',
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMP(3),

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignee" (
    "assignment_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,

    CONSTRAINT "assignee_pkey" PRIMARY KEY ("assignment_id","member_id")
);

-- CreateTable
CREATE TABLE "assignment_result" (
    "assignment_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "manner" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "recorded_by_id" TEXT,
    "recorded_at" TIMESTAMP(3) NOT NULL,
    "objected_at" TIMESTAMP(3),
    "objection" TEXT NOT NULL DEFAULT '',
    "resolved_at" TIMESTAMP(3),
    "resolved_by_id" TEXT,

    CONSTRAINT "assignment_result_pkey" PRIMARY KEY ("assignment_id","member_id")
);

-- CreateTable
CREATE TABLE "recall_total" (
    "member_id" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "branch_id" TEXT NOT NULL DEFAULT '',
    "organisation_id" TEXT NOT NULL DEFAULT '',
    "firsts" INTEGER NOT NULL,
    "rights" INTEGER NOT NULL,

    CONSTRAINT "recall_total_pkey" PRIMARY KEY ("member_id","quarter","topic","branch_id","organisation_id")
);

-- CreateTable
CREATE TABLE "figure_objection" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "figure" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_by_id" TEXT,
    "answered_at" TIMESTAMP(3),

    CONSTRAINT "figure_objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_file" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "station_id" TEXT,
    "file_name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "content" BYTEA,
    "state" TEXT NOT NULL DEFAULT 'uploaded',
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "columns" TEXT NOT NULL DEFAULT '{}',
    "counts" TEXT NOT NULL DEFAULT '{}',
    "note" TEXT NOT NULL DEFAULT '',
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMP(3),
    "holder" TEXT NOT NULL DEFAULT '',
    "held_until" TIMESTAMP(3),

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "import_id" TEXT NOT NULL,
    "sheet_row" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "row_key" TEXT NOT NULL DEFAULT '',
    "data" TEXT NOT NULL DEFAULT '',
    "faults" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","sheet_row")
);

-- CreateTable
CREATE TABLE "question_proposal" (
    "id" TEXT NOT NULL,
    "question_id" TEXT,
    "content" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 0,
    "author_id" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL,
    "submitted_at" TIMESTAMP(3),
    "reviewer_id" TEXT,
    "reviewed_at" TIMESTAMP(3),
    "review_note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "question_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt_correction" (
    "id" TEXT NOT NULL,
    "attempt_id" TEXT NOT NULL,
    "question_id" TEXT NOT NULL,
    "score_before" INTEGER NOT NULL,
    "score_after" INTEGER NOT NULL,
    "passed_before" BOOLEAN NOT NULL,
    "passed_after" BOOLEAN NOT NULL,
    "points_added" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "attempt_correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "transfer" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "from_id" TEXT,
    "to_id" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'open',
    "requested_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "from_assent_by_id" TEXT,
    "from_assent_at" TIMESTAMP(3),
    "to_assent_by_id" TEXT,
    "to_assent_at" TIMESTAMP(3),
    "closed_by_id" TEXT,
    "closed_at" TIMESTAMP(3),
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "transfer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "join_code_token_hash_key" ON "join_code"("token_hash");

-- CreateIndex
CREATE INDEX "join_code_branch_id_idx" ON "join_code"("branch_id");

-- CreateIndex
CREATE UNIQUE INDEX "application_secret_hash_key" ON "application"("secret_hash");

-- CreateIndex
CREATE INDEX "application_branch_id_state_idx" ON "application"("branch_id", "state");

-- CreateIndex
CREATE INDEX "application_login_hash_idx" ON "application"("login_hash");

-- CreateIndex
CREATE INDEX "assignment_branch_id_due_on_idx" ON "assignment"("branch_id", "due_on");

-- CreateIndex
CREATE INDEX "assignment_target_kind_target_id_idx" ON "assignment"("target_kind", "target_id");

-- CreateIndex
CREATE INDEX "assignee_member_id_idx" ON "assignee"("member_id");

-- CreateIndex
CREATE INDEX "assignment_result_member_id_idx" ON "assignment_result"("member_id");

-- CreateIndex
CREATE INDEX "recall_total_quarter_organisation_id_idx" ON "recall_total"("quarter", "organisation_id");

-- CreateIndex
CREATE INDEX "recall_total_quarter_branch_id_idx" ON "recall_total"("quarter", "branch_id");

-- CreateIndex
CREATE INDEX "figure_objection_state_created_at_idx" ON "figure_objection"("state", "created_at");

-- CreateIndex
CREATE INDEX "figure_objection_organisation_id_quarter_idx" ON "figure_objection"("organisation_id", "quarter");

-- CreateIndex
CREATE INDEX "import_file_created_at_idx" ON "import_file"("created_at");

-- CreateIndex
CREATE INDEX "import_row_import_id_state_idx" ON "import_row"("import_id", "state");

-- CreateIndex
CREATE INDEX "question_proposal_state_updated_at_idx" ON "question_proposal"("state", "updated_at");

-- CreateIndex
CREATE INDEX "question_proposal_question_id_idx" ON "question_proposal"("question_id");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_correction_attempt_id_question_id_key" ON "attempt_correction"("attempt_id", "question_id");

-- CreateIndex
CREATE INDEX "transfer_member_id_idx" ON "transfer"("member_id");

-- CreateIndex
CREATE INDEX "transfer_state_from_id_idx" ON "transfer"("state", "from_id");

-- CreateIndex
CREATE INDEX "transfer_state_to_id_idx" ON "transfer"("state", "to_id");

-- AddForeignKey
ALTER TABLE "join_code" ADD CONSTRAINT "join_code_branch_id_fkey" FOREIGN KEY ("branch_id") REFERENCES "branch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_branch_id_fkey" FOREIGN KEY ("branch_id") REFERENCES "branch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_join_code_id_fkey" FOREIGN KEY ("join_code_id") REFERENCES "join_code"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_branch_id_fkey" FOREIGN KEY ("branch_id") REFERENCES "branch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignee" ADD CONSTRAINT "assignee_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignee" ADD CONSTRAINT "assignee_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_result" ADD CONSTRAINT "assignment_result_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_result" ADD CONSTRAINT "assignment_result_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recall_total" ADD CONSTRAINT "recall_total_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure_objection" ADD CONSTRAINT "figure_objection_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_correction" ADD CONSTRAINT "attempt_correction_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- First answers of the time before, and their sums by quarter and topic.
UPDATE "response" SET "first" = true WHERE "value" IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM "response" AS "earlier" WHERE "earlier"."member_id" = "response"."member_id"
    AND "earlier"."question_id" = "response"."question_id" AND "earlier"."value" IS NOT NULL
    AND ("earlier"."business_date" < "response"."business_date"
      OR ("earlier"."business_date" = "response"."business_date" AND "earlier"."id" < "response"."id")));
INSERT INTO "recall_total" ("member_id", "quarter", "topic", "branch_id", "organisation_id", "firsts", "rights")
SELECT r."member_id", substr(r."business_date", 1, 4) || 'Q' || CAST((CAST(substr(r."business_date", 6, 2) AS INTEGER) + 2) / 3 AS TEXT) AS "quarter",
  q."topic", COALESCE(m."branch_id", ''), COALESCE(e."organisation_id", ''),
  COUNT(*), SUM(CASE WHEN r."fraction" = 100 THEN 1 ELSE 0 END)
FROM "response" AS r JOIN "question" AS q ON q."id" = r."question_id"
LEFT JOIN "membership" AS m ON m."member_id" = r."member_id" AND m."since" <= r."business_date"
  AND (m."until" IS NULL OR m."until" >= r."business_date")
LEFT JOIN "employment" AS e ON e."member_id" = r."member_id" AND e."since" <= r."business_date"
  AND (e."until" IS NULL OR e."until" >= r."business_date")
WHERE r."first" = true
GROUP BY r."member_id", substr(r."business_date", 1, 4) || 'Q' || CAST((CAST(substr(r."business_date", 6, 2) AS INTEGER) + 2) / 3 AS TEXT),
  q."topic", COALESCE(m."branch_id", ''), COALESCE(e."organisation_id", '');
