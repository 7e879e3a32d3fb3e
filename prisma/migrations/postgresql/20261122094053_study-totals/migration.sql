-- DropIndex
DROP INDEX "recall_total_quarter_organisation_id_idx";

-- CreateTable
CREATE TABLE "study_total" (
    "id" SERIAL NOT NULL,
    "quarter" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "branch_id" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "until" TEXT,
    "member_id" TEXT NOT NULL,
    "asked" INTEGER NOT NULL,
    "done" INTEGER NOT NULL,
    "excused" INTEGER NOT NULL,

    CONSTRAINT "study_total_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study_total_day" (
    "quarter" TEXT NOT NULL,
    "day" TEXT NOT NULL,

    CONSTRAINT "study_total_day_pkey" PRIMARY KEY ("quarter")
);

-- CreateTable
CREATE TABLE "study_change" (
    "id" SERIAL NOT NULL,
    "member_id" TEXT NOT NULL DEFAULT '',
    "branch_id" TEXT NOT NULL DEFAULT '',
    "taken" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "study_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "study_total_sums_idx" ON "study_total"("quarter", "organisation_id", "branch_id", "since", "until", "member_id", "asked", "done", "excused");

-- CreateIndex
CREATE INDEX "study_total_member_id_idx" ON "study_total"("member_id");

-- CreateIndex
CREATE INDEX "study_total_branch_id_idx" ON "study_total"("branch_id");

-- CreateIndex
CREATE INDEX "recall_total_quarter_topic_member_id_organisation_id_firsts_idx" ON "recall_total"("quarter", "topic", "member_id", "organisation_id", "firsts", "rights");

-- CreateIndex
CREATE INDEX "recall_total_quarter_organisation_id_member_id_firsts_right_idx" ON "recall_total"("quarter", "organisation_id", "member_id", "firsts", "rights");

-- AddForeignKey
ALTER TABLE "study_total" ADD CONSTRAINT "study_total_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whoever is touched by a change of what study totals are made of stands in study_change. The same in both engines.
CREATE FUNCTION "study_of_member"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN INSERT INTO "study_change" ("member_id") VALUES (OLD."member_id"); END IF;
  IF TG_OP <> 'DELETE' THEN INSERT INTO "study_change" ("member_id") VALUES (NEW."member_id"); END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION "study_of_branch"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN INSERT INTO "study_change" ("branch_id") VALUES (OLD."branch_id"); END IF;
  IF TG_OP <> 'DELETE' THEN INSERT INTO "study_change" ("branch_id") VALUES (NEW."branch_id"); END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION "study_of_attempt"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "study_change" ("member_id") SELECT "member_id" FROM "attempt"
    WHERE "id" = CASE WHEN TG_OP = 'DELETE' THEN OLD."attempt_id" ELSE NEW."attempt_id" END;
  RETURN NULL;
END $$;
CREATE TRIGGER "study_assignment_result" AFTER INSERT OR UPDATE OR DELETE ON "assignment_result" FOR EACH ROW EXECUTE FUNCTION "study_of_member"();
CREATE TRIGGER "study_recall" AFTER INSERT OR UPDATE OR DELETE ON "recall" FOR EACH ROW EXECUTE FUNCTION "study_of_member"();
CREATE TRIGGER "study_membership" AFTER INSERT OR UPDATE OR DELETE ON "membership" FOR EACH ROW EXECUTE FUNCTION "study_of_member"();
CREATE TRIGGER "study_employment" AFTER INSERT OR UPDATE OR DELETE ON "employment" FOR EACH ROW EXECUTE FUNCTION "study_of_member"();
CREATE TRIGGER "study_assignment" AFTER INSERT OR UPDATE OR DELETE ON "assignment" FOR EACH ROW EXECUTE FUNCTION "study_of_branch"();
CREATE TRIGGER "study_attempt" AFTER UPDATE OF "state", "member_id", "quiz_id" OR DELETE ON "attempt" FOR EACH ROW EXECUTE FUNCTION "study_of_member"();
CREATE TRIGGER "study_receipt" AFTER INSERT OR UPDATE OF "answered", "attempt_id" OR DELETE ON "receipt" FOR EACH ROW EXECUTE FUNCTION "study_of_attempt"();
