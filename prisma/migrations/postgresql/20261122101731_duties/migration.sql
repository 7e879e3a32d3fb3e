-- CreateTable
CREATE TABLE "duty_template" (
    "year" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "issued_at" TIMESTAMP(3),

    CONSTRAINT "duty_template_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "duty_line" (
    "id" TEXT NOT NULL,
    "year" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "ask" TEXT NOT NULL,
    "rhythm" TEXT NOT NULL,
    "on_date" TEXT,
    "days_before" INTEGER NOT NULL,
    "effort" INTEGER NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'reported',
    "state" TEXT NOT NULL DEFAULT 'active',
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "duty_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duty_adaptation" (
    "organisation_id" TEXT NOT NULL,
    "line_id" TEXT NOT NULL,
    "is_left_out" BOOLEAN NOT NULL DEFAULT false,
    "days_before" INTEGER,
    "effort" INTEGER,
    "reason" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "changed_by_id" TEXT,
    "changed_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "duty_adaptation_pkey" PRIMARY KEY ("organisation_id","line_id")
);

-- CreateTable
CREATE TABLE "duty" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "line_id" TEXT NOT NULL,
    "year" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "ask" TEXT NOT NULL,
    "effort" INTEGER NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'reported',
    "due_on" TEXT NOT NULL,
    "planned_on" TEXT NOT NULL,
    "is_day_known" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "is_started" BOOLEAN NOT NULL DEFAULT false,
    "deferral" TEXT NOT NULL DEFAULT '',
    "deferral_note" TEXT NOT NULL DEFAULT '',
    "manner" TEXT NOT NULL DEFAULT '',
    "evidence" TEXT NOT NULL DEFAULT '',
    "evidence_link" TEXT NOT NULL DEFAULT '',
    "done_by_id" TEXT,
    "done_at" TIMESTAMP(3),
    "confirmed_by_id" TEXT,
    "confirmed_at" TIMESTAMP(3),
    "returned" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "duty_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "duty_line_year_position_idx" ON "duty_line"("year", "position");

-- CreateIndex
CREATE INDEX "duty_adaptation_line_id_idx" ON "duty_adaptation"("line_id");

-- CreateIndex
CREATE INDEX "duty_organisation_id_year_due_on_idx" ON "duty"("organisation_id", "year", "due_on");

-- CreateIndex
CREATE INDEX "duty_line_id_idx" ON "duty"("line_id");

-- CreateIndex
CREATE INDEX "duty_year_state_due_on_idx" ON "duty"("year", "state", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "duty_organisation_id_line_id_period_key" ON "duty"("organisation_id", "line_id", "period");

-- AddForeignKey
ALTER TABLE "duty_line" ADD CONSTRAINT "duty_line_year_fkey" FOREIGN KEY ("year") REFERENCES "duty_template"("year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty_adaptation" ADD CONSTRAINT "duty_adaptation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty_adaptation" ADD CONSTRAINT "duty_adaptation_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "duty_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty" ADD CONSTRAINT "duty_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty" ADD CONSTRAINT "duty_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "duty_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
