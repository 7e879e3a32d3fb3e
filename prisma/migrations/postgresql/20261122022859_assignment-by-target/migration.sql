-- DropIndex
DROP INDEX "assignment_target_kind_target_id_idx";

-- CreateIndex
CREATE INDEX "assignment_target_kind_target_id_branch_id_idx" ON "assignment"("target_kind", "target_id", "branch_id");
