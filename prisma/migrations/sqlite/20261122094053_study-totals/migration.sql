-- DropIndex
DROP INDEX "recall_total_quarter_organisation_id_idx";

-- CreateTable
CREATE TABLE "study_total" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "quarter" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "branch_id" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "until" TEXT,
    "member_id" TEXT NOT NULL,
    "asked" INTEGER NOT NULL,
    "done" INTEGER NOT NULL,
    "excused" INTEGER NOT NULL,
    CONSTRAINT "study_total_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "study_total_day" (
    "quarter" TEXT NOT NULL PRIMARY KEY,
    "day" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "study_change" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "member_id" TEXT NOT NULL DEFAULT '',
    "branch_id" TEXT NOT NULL DEFAULT '',
    "taken" BOOLEAN NOT NULL DEFAULT false
);

-- CreateIndex
CREATE INDEX "study_total_sums_idx" ON "study_total"("quarter", "organisation_id", "branch_id", "since", "until", "member_id", "asked", "done", "excused");

-- CreateIndex
CREATE INDEX "study_total_member_id_idx" ON "study_total"("member_id");

-- CreateIndex
CREATE INDEX "study_total_branch_id_idx" ON "study_total"("branch_id");

-- CreateIndex
CREATE INDEX "recall_total_quarter_topic_member_id_organisation_id_firsts_rights_idx" ON "recall_total"("quarter", "topic", "member_id", "organisation_id", "firsts", "rights");

-- CreateIndex
CREATE INDEX "recall_total_quarter_organisation_id_member_id_firsts_rights_idx" ON "recall_total"("quarter", "organisation_id", "member_id", "firsts", "rights");

-- Whoever is touched by a change of what study totals are made of stands in study_change. The same in both engines.
CREATE TRIGGER "study_assignment_result_insert" AFTER INSERT ON "assignment_result" BEGIN
  INSERT INTO "study_change" ("member_id") VALUES (NEW."member_id");
END;
CREATE TRIGGER "study_assignment_result_update" AFTER UPDATE ON "assignment_result" BEGIN
  INSERT INTO "study_change" ("member_id") VALUES (OLD."member_id"), (NEW."member_id");
END;
CREATE TRIGGER "study_assignment_result_delete" AFTER DELETE ON "assignment_result" BEGIN
  INSERT INTO "study_change" ("member_id") VALUES (OLD."member_id");
END;
CREATE TRIGGER "study_recall_insert" AFTER INSERT ON "recall" BEGIN
  INSERT INTO "study_change" ("member_id") VALUES (NEW."member_id");
END;
CREATE TRIGGER "study_recall_update" AFTER UPDATE ON "recall" BEGIN
  INSERT INTO "study_change" ("member_id") VALUES (OLD."member_id"), (NEW."member_id");
END;
CREATE TRIGGER "study_recall_delete" AFTER DELETE ON "recall" BEGIN
  INSERT INTO "study_change" ("member_id") VALUES (OLD."member_id");
END;
CREATE TRIGGER "study_membership_insert" AFTER INSERT ON "membership" BEGIN
  INSERT INTO "study_change" ("member_id") VALUES (NEW."member_id");
END;
CREATE TRIGGER "study_membership_update" AFTER UPDATE ON "membership" BEGIN
  INSERT INTO "study_change" ("member_id") VALUES (OLD."member_id"), (NEW."member_id");
END;
CREATE TRIGGER "study_membership_delete" AFTER DELETE ON "membership" BEGIN
  INSERT INTO "study_change" ("member_id") VALUES (OLD."member_id");
END;
CREATE TRIGGER "study_employment_insert" AFTER INSERT ON "employment" BEGIN
  INSERT INTO "study_change" ("member_id") VALUES (NEW."member_id");
END;
CREATE TRIGGER "study_employment_update" AFTER UPDATE ON "employment" BEGIN
  INSERT INTO "study_change" ("member_id") VALUES (OLD."member_id"), (NEW."member_id");
END;
CREATE TRIGGER "study_employment_delete" AFTER DELETE ON "employment" BEGIN
  INSERT INTO "study_change" ("member_id") VALUES (OLD."member_id");
END;
CREATE TRIGGER "study_assignment_insert" AFTER INSERT ON "assignment" BEGIN
  INSERT INTO "study_change" ("branch_id") VALUES (NEW."branch_id");
END;
CREATE TRIGGER "study_assignment_update" AFTER UPDATE ON "assignment" BEGIN
  INSERT INTO "study_change" ("branch_id") VALUES (OLD."branch_id"), (NEW."branch_id");
END;
CREATE TRIGGER "study_assignment_delete" AFTER DELETE ON "assignment" BEGIN
  INSERT INTO "study_change" ("branch_id") VALUES (OLD."branch_id");
END;
CREATE TRIGGER "study_attempt_update" AFTER UPDATE OF "state", "member_id", "quiz_id" ON "attempt" BEGIN
  INSERT INTO "study_change" ("member_id") VALUES (OLD."member_id"), (NEW."member_id");
END;
CREATE TRIGGER "study_attempt_delete" AFTER DELETE ON "attempt" BEGIN
  INSERT INTO "study_change" ("member_id") VALUES (OLD."member_id");
END;
CREATE TRIGGER "study_receipt_insert" AFTER INSERT ON "receipt" BEGIN
  INSERT INTO "study_change" ("member_id") SELECT "member_id" FROM "attempt" WHERE "id" = NEW."attempt_id";
END;
CREATE TRIGGER "study_receipt_update" AFTER UPDATE OF "answered", "attempt_id" ON "receipt" BEGIN
  INSERT INTO "study_change" ("member_id") SELECT "member_id" FROM "attempt" WHERE "id" = NEW."attempt_id";
END;
CREATE TRIGGER "study_receipt_delete" AFTER DELETE ON "receipt" BEGIN
  INSERT INTO "study_change" ("member_id") SELECT "member_id" FROM "attempt" WHERE "id" = OLD."attempt_id";
END;
