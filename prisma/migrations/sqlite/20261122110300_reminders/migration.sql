-- CreateTable
CREATE TABLE "reminder_list" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organisation_id" TEXT NOT NULL,
    "week" TEXT NOT NULL,
    "drawn_on" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "reminder_list_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "reminder_item" (
    "list_id" TEXT NOT NULL,
    "duty_id" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "reply" TEXT NOT NULL DEFAULT '',
    "replied_by_id" TEXT,
    "replied_at" DATETIME,

    PRIMARY KEY ("list_id", "duty_id"),
    CONSTRAINT "reminder_item_list_id_fkey" FOREIGN KEY ("list_id") REFERENCES "reminder_list" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "reminder_item_duty_id_fkey" FOREIGN KEY ("duty_id") REFERENCES "duty" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "reminder_list_week_idx" ON "reminder_list"("week");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_list_organisation_id_week_key" ON "reminder_list"("organisation_id", "week");

-- CreateIndex
CREATE INDEX "reminder_item_duty_id_reply_idx" ON "reminder_item"("duty_id", "reply");
