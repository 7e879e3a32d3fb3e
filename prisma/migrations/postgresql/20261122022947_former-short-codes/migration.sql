-- CreateTable
CREATE TABLE "former_short_code" (
    "code" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "ended_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "former_short_code_pkey" PRIMARY KEY ("code")
);

-- CreateIndex
CREATE INDEX "former_short_code_organisation_id_idx" ON "former_short_code"("organisation_id");

-- AddForeignKey
ALTER TABLE "former_short_code" ADD CONSTRAINT "former_short_code_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
