-- CreateTable
CREATE TABLE "duty_template" (
    "year" TEXT NOT NULL PRIMARY KEY,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" TEXT,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "issued_at" DATETIME
);

-- CreateTable
CREATE TABLE "duty_line" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "duty_line_year_fkey" FOREIGN KEY ("year") REFERENCES "duty_template" ("year") ON DELETE RESTRICT ON UPDATE CASCADE
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
    "changed_at" DATETIME NOT NULL,

    PRIMARY KEY ("organisation_id", "line_id"),
    CONSTRAINT "duty_adaptation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "duty_adaptation_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "duty_line" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "duty" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "done_at" DATETIME,
    "confirmed_by_id" TEXT,
    "confirmed_at" DATETIME,
    "returned" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "duty_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "duty_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "duty_line" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
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
