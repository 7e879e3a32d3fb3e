-- AlterTable
ALTER TABLE "study_total_day" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- What figures are made of beside study totals. The same in both engines.
CREATE FUNCTION "study_of_person"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "study_change" ("member_id") VALUES (NEW."id");
  RETURN NULL;
END $$;
CREATE FUNCTION "study_of_nobody"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "study_change" ("member_id") VALUES ('');
  RETURN NULL;
END $$;
CREATE TRIGGER "study_recall_total" AFTER INSERT OR UPDATE OR DELETE ON "recall_total" FOR EACH ROW EXECUTE FUNCTION "study_of_member"();
CREATE TRIGGER "study_assignee" AFTER INSERT OR UPDATE OR DELETE ON "assignee" FOR EACH ROW EXECUTE FUNCTION "study_of_member"();
CREATE TRIGGER "study_member" AFTER UPDATE OF "standing" ON "member" FOR EACH ROW EXECUTE FUNCTION "study_of_person"();
CREATE TRIGGER "study_organisation" AFTER UPDATE OF "station_id" ON "organisation" FOR EACH ROW EXECUTE FUNCTION "study_of_nobody"();
