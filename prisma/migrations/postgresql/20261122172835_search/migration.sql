-- CreateTable
CREATE TABLE "search_document" (
    "number" SERIAL NOT NULL,
    "item_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "initials" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "date" TEXT,
    "digest" TEXT NOT NULL,

    CONSTRAINT "search_document_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "search_term" (
    "term" TEXT NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "search_term_pkey" PRIMARY KEY ("term","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "search_document_item_id_key" ON "search_document"("item_id");

-- CreateIndex
CREATE INDEX "search_term_number_idx" ON "search_term"("number");

-- AddForeignKey
ALTER TABLE "search_term" ADD CONSTRAINT "search_term_number_fkey" FOREIGN KEY ("number") REFERENCES "search_document"("number") ON DELETE CASCADE ON UPDATE CASCADE;
