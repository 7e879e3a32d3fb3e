-- CreateTable
CREATE TABLE "reminder_list" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "week" TEXT NOT NULL,
    "drawn_on" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reminder_list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder_item" (
    "list_id" TEXT NOT NULL,
    "duty_id" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "reply" TEXT NOT NULL DEFAULT '',
    "replied_by_id" TEXT,
    "replied_at" TIMESTAMP(3),

    CONSTRAINT "reminder_item_pkey" PRIMARY KEY ("list_id","duty_id")
);

-- CreateIndex
CREATE INDEX "reminder_list_week_idx" ON "reminder_list"("week");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_list_organisation_id_week_key" ON "reminder_list"("organisation_id", "week");

-- CreateIndex
CREATE INDEX "reminder_item_duty_id_reply_idx" ON "reminder_item"("duty_id", "reply");

-- AddForeignKey
ALTER TABLE "reminder_list" ADD CONSTRAINT "reminder_list_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder_item" ADD CONSTRAINT "reminder_item_list_id_fkey" FOREIGN KEY ("list_id") REFERENCES "reminder_list"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder_item" ADD CONSTRAINT "reminder_item_duty_id_fkey" FOREIGN KEY ("duty_id") REFERENCES "duty"("id") ON DELETE CASCADE ON UPDATE CASCADE;
