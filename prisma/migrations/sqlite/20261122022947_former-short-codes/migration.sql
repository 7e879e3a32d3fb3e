-- CreateTable
CREATE TABLE "former_short_code" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "organisation_id" TEXT NOT NULL,
    "ended_at" DATETIME NOT NULL,
    CONSTRAINT "former_short_code_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "former_short_code_organisation_id_idx" ON "former_short_code"("organisation_id");
