-- AlterTable
ALTER TABLE "study_total_day" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 0;

-- What figures are made of beside study totals. The same in both engines.
CREATE TRIGGER "study_recall_total_insert" AFTER INSERT ON "recall_total" BEGIN
  INSERT INTO "study_change" ("member_id") VALUES (NEW."member_id");
END;
CREATE TRIGGER "study_recall_total_update" AFTER UPDATE ON "recall_total" BEGIN
  INSERT INTO "study_change" ("member_id") VALUES (NEW."member_id");
END;
CREATE TRIGGER "study_recall_total_delete" AFTER DELETE ON "recall_total" BEGIN
  INSERT INTO "study_change" ("member_id") VALUES (OLD."member_id");
END;
CREATE TRIGGER "study_assignee_insert" AFTER INSERT ON "assignee" BEGIN
  INSERT INTO "study_change" ("member_id") VALUES (NEW."member_id");
END;
CREATE TRIGGER "study_assignee_update" AFTER UPDATE ON "assignee" BEGIN
  INSERT INTO "study_change" ("member_id") VALUES (NEW."member_id");
END;
CREATE TRIGGER "study_assignee_delete" AFTER DELETE ON "assignee" BEGIN
  INSERT INTO "study_change" ("member_id") VALUES (OLD."member_id");
END;
CREATE TRIGGER "study_member_update" AFTER UPDATE OF "standing" ON "member" BEGIN
  INSERT INTO "study_change" ("member_id") VALUES (NEW."id");
END;
CREATE TRIGGER "study_organisation_update" AFTER UPDATE OF "station_id" ON "organisation" BEGIN
  INSERT INTO "study_change" ("member_id") VALUES ('');
END;
