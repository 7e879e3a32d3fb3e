-- CreateTable
CREATE TABLE "contest_entry" (
    "contest_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "joined_at" TIMESTAMP(3) NOT NULL,
    "left_at" TIMESTAMP(3),
    "show_name" BOOLEAN NOT NULL DEFAULT false,
    "paper" TEXT NOT NULL,

    CONSTRAINT "contest_entry_pkey" PRIMARY KEY ("contest_id","member_id")
);

-- CreateIndex
CREATE INDEX "contest_entry_member_id_idx" ON "contest_entry"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "contest_entry_contest_id_pseudonym_key" ON "contest_entry"("contest_id", "pseudonym");

-- AddForeignKey
ALTER TABLE "contest_entry" ADD CONSTRAINT "contest_entry_contest_id_fkey" FOREIGN KEY ("contest_id") REFERENCES "contest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contest_entry" ADD CONSTRAINT "contest_entry_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
