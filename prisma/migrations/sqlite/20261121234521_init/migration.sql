-- CreateTable
CREATE TABLE "content_item" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "recall" TEXT NOT NULL,
    "mourning" BOOLEAN NOT NULL DEFAULT false,
    "loaded_at" DATETIME NOT NULL,
    "retired_at" DATETIME
);

-- CreateTable
CREATE TABLE "takedown" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "target_kind" TEXT NOT NULL,
    "target_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "taken_by_id" TEXT NOT NULL,
    "taken_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lifted_at" DATETIME,
    "lifted_by_id" TEXT
);

-- CreateTable
CREATE TABLE "feedback" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "target_kind" TEXT NOT NULL,
    "target_id" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "member_id" TEXT,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" TEXT NOT NULL DEFAULT 'open',
    "answer" TEXT,
    "answered_at" DATETIME,
    "answered_by_id" TEXT
);

-- CreateTable
CREATE TABLE "recall" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "member_id" TEXT NOT NULL,
    "content_id" TEXT NOT NULL,
    "occasion" TEXT NOT NULL,
    "business_date" TEXT NOT NULL,
    "answers" TEXT NOT NULL,
    "right_count" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "answered_at" DATETIME NOT NULL,
    CONSTRAINT "recall_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "recall_content_id_fkey" FOREIGN KEY ("content_id") REFERENCES "content_item" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "job_run" (
    "job" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "started_at" DATETIME NOT NULL,
    "finished_at" DATETIME,
    "note" TEXT NOT NULL DEFAULT '',

    PRIMARY KEY ("job", "period")
);

-- CreateTable
CREATE TABLE "job_lease" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "holder" TEXT NOT NULL,
    "until" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "member" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "standing" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'invited',
    "password_hash" TEXT,
    "time_factor" INTEGER NOT NULL DEFAULT 100,
    "left_on" TEXT,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "login" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "member_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "cipher" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "login_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "employment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "member_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "work_number" TEXT,
    "since" TEXT NOT NULL,
    "until" TEXT,
    CONSTRAINT "employment_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "employment_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "membership" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "member_id" TEXT NOT NULL,
    "branch_id" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "until" TEXT,
    CONSTRAINT "membership_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "membership_branch_id_fkey" FOREIGN KEY ("branch_id") REFERENCES "branch" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "member_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "scope_kind" TEXT NOT NULL,
    "scope_id" TEXT NOT NULL DEFAULT '',
    "since" TEXT NOT NULL,
    "until" TEXT,
    "revoked_at" DATETIME,
    "granted_by_id" TEXT,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "role_grant_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "station" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "short_code" TEXT NOT NULL,
    "credit_code" TEXT,
    "station_id" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'active',
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "organisation_station_id_fkey" FOREIGN KEY ("station_id") REFERENCES "station" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "branch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "station_id" TEXT NOT NULL,
    "host_organisation_id" TEXT,
    "state" TEXT NOT NULL DEFAULT 'active',
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "branch_station_id_fkey" FOREIGN KEY ("station_id") REFERENCES "station" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "branch_host_organisation_id_fkey" FOREIGN KEY ("host_organisation_id") REFERENCES "organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "points_entry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "member_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "business_date" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "table_version" TEXT NOT NULL,
    "branch_id" TEXT,
    "organisation_id" TEXT,
    "reverses_id" TEXT,
    CONSTRAINT "points_entry_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "points_total" (
    "member_id" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "total" INTEGER NOT NULL,

    PRIMARY KEY ("member_id", "quarter", "reason"),
    CONSTRAINT "points_total_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "season_entry" (
    "quarter" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "joined_at" DATETIME NOT NULL,
    "show_name" BOOLEAN NOT NULL DEFAULT false,

    PRIMARY KEY ("quarter", "member_id"),
    CONSTRAINT "season_entry_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "season" (
    "quarter" TEXT NOT NULL PRIMARY KEY,
    "closed_at" DATETIME NOT NULL,
    "digest" TEXT NOT NULL,
    "archive" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "season_place" (
    "quarter" TEXT NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "member_id" TEXT,
    "place" INTEGER NOT NULL,
    "points" INTEGER NOT NULL,
    "show_name" BOOLEAN NOT NULL,

    PRIMARY KEY ("quarter", "pseudonym"),
    CONSTRAINT "season_place_quarter_fkey" FOREIGN KEY ("quarter") REFERENCES "season" ("quarter") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "question" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "origin" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'active',
    "type" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "difficulty" TEXT NOT NULL,
    "version_id" TEXT,
    "upstream_id" TEXT,
    "retired_at" DATETIME,
    CONSTRAINT "question_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "question_version" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "question_version" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "question_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "stem" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "explanation" TEXT NOT NULL,
    "anchor" TEXT NOT NULL,
    "passage" TEXT NOT NULL,
    "sources" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    CONSTRAINT "question_version_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "quiz" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL,
    "opens_at" DATETIME NOT NULL,
    "closes_at" DATETIME,
    "limit_seconds" INTEGER,
    "max_attempts" INTEGER,
    "pass_percent" INTEGER NOT NULL,
    "review_opens" TEXT NOT NULL,
    "blueprint" TEXT,
    "fixed_list" TEXT,
    "state" TEXT NOT NULL DEFAULT 'released',
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "quiz_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "started_at" DATETIME NOT NULL,
    "deadline" DATETIME,
    "paper" TEXT NOT NULL,
    "draft" TEXT NOT NULL DEFAULT '{}',
    "draft_version" INTEGER NOT NULL DEFAULT 0,
    "late" TEXT,
    "closed_at" DATETIME,
    "closed_by" TEXT,
    "score" INTEGER,
    "max_score" INTEGER,
    "passed" BOOLEAN,
    CONSTRAINT "attempt_quiz_id_fkey" FOREIGN KEY ("quiz_id") REFERENCES "quiz" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "attempt_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "receipt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "attempt_id" TEXT NOT NULL,
    "submitted_at" DATETIME NOT NULL,
    "answered" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "score" INTEGER NOT NULL,
    "max_score" INTEGER NOT NULL,
    "points_awarded" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    CONSTRAINT "receipt_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "response" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "member_id" TEXT NOT NULL,
    "question_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "attempt_id" TEXT,
    "recall_id" TEXT,
    "value" TEXT,
    "fraction" INTEGER NOT NULL,
    "business_date" TEXT NOT NULL,
    CONSTRAINT "response_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "member_id" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" DATETIME NOT NULL,
    "console_until" DATETIME,
    "active_role_id" TEXT,
    "revoked_at" DATETIME,
    CONSTRAINT "session_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "member_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_by_id" TEXT,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" DATETIME NOT NULL,
    "consumed_at" DATETIME,
    "revoked_at" DATETIME,
    CONSTRAINT "invitation_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "one_time_code" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "member_id" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "issued_by_id" TEXT,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" DATETIME NOT NULL,
    "consumed_at" DATETIME,
    CONSTRAINT "one_time_code_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "consent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "member_id" TEXT NOT NULL,
    "notice_version" TEXT NOT NULL,
    "given_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "consent_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "oidc_link" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "member_id" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "oidc_link_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "sign_in_failure" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "count" INTEGER NOT NULL,
    "window_start" DATETIME NOT NULL,
    "blocked_until" DATETIME
);

-- CreateTable
CREATE TABLE "security_event" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "member_id" TEXT,
    "login_key" TEXT,
    "address" TEXT
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" TEXT,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '{}'
);

-- CreateTable
CREATE TABLE "notice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "member_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" DATETIME,
    CONSTRAINT "notice_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "takedown_target_kind_target_id_idx" ON "takedown"("target_kind", "target_id");

-- CreateIndex
CREATE INDEX "feedback_state_created_at_idx" ON "feedback"("state", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "recall_member_id_content_id_occasion_key" ON "recall"("member_id", "content_id", "occasion");

-- CreateIndex
CREATE UNIQUE INDEX "login_hash_key" ON "login"("hash");

-- CreateIndex
CREATE INDEX "login_member_id_idx" ON "login"("member_id");

-- CreateIndex
CREATE INDEX "employment_member_id_idx" ON "employment"("member_id");

-- CreateIndex
CREATE INDEX "employment_organisation_id_idx" ON "employment"("organisation_id");

-- CreateIndex
CREATE INDEX "membership_member_id_idx" ON "membership"("member_id");

-- CreateIndex
CREATE INDEX "membership_branch_id_idx" ON "membership"("branch_id");

-- CreateIndex
CREATE INDEX "role_grant_member_id_idx" ON "role_grant"("member_id");

-- CreateIndex
CREATE INDEX "role_grant_scope_kind_scope_id_idx" ON "role_grant"("scope_kind", "scope_id");

-- CreateIndex
CREATE UNIQUE INDEX "station_name_key" ON "station"("name");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_name_key_key" ON "organisation"("name_key");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_short_code_key" ON "organisation"("short_code");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_credit_code_key" ON "organisation"("credit_code");

-- CreateIndex
CREATE INDEX "organisation_station_id_idx" ON "organisation"("station_id");

-- CreateIndex
CREATE INDEX "branch_station_id_idx" ON "branch"("station_id");

-- CreateIndex
CREATE INDEX "branch_host_organisation_id_idx" ON "branch"("host_organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "points_entry_reverses_id_key" ON "points_entry"("reverses_id");

-- CreateIndex
CREATE INDEX "points_entry_member_id_quarter_idx" ON "points_entry"("member_id", "quarter");

-- CreateIndex
CREATE INDEX "points_entry_member_id_at_idx" ON "points_entry"("member_id", "at");

-- CreateIndex
CREATE INDEX "points_entry_quarter_idx" ON "points_entry"("quarter");

-- CreateIndex
CREATE UNIQUE INDEX "points_entry_member_id_reason_source_key" ON "points_entry"("member_id", "reason", "source");

-- CreateIndex
CREATE INDEX "season_place_member_id_idx" ON "season_place"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "question_version_id_key" ON "question"("version_id");

-- CreateIndex
CREATE INDEX "question_state_topic_idx" ON "question"("state", "topic");

-- CreateIndex
CREATE UNIQUE INDEX "question_version_question_id_number_key" ON "question_version"("question_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "question_version_question_id_digest_key" ON "question_version"("question_id", "digest");

-- CreateIndex
CREATE UNIQUE INDEX "quiz_key_key" ON "quiz"("key");

-- CreateIndex
CREATE INDEX "quiz_state_opens_at_idx" ON "quiz"("state", "opens_at");

-- CreateIndex
CREATE INDEX "attempt_member_id_state_idx" ON "attempt"("member_id", "state");

-- CreateIndex
CREATE INDEX "attempt_state_deadline_idx" ON "attempt"("state", "deadline");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_quiz_id_member_id_number_key" ON "attempt"("quiz_id", "member_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "receipt_attempt_id_key" ON "receipt"("attempt_id");

-- CreateIndex
CREATE INDEX "response_attempt_id_idx" ON "response"("attempt_id");

-- CreateIndex
CREATE INDEX "response_member_id_question_id_idx" ON "response"("member_id", "question_id");

-- CreateIndex
CREATE INDEX "session_member_id_idx" ON "session"("member_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_member_id_idx" ON "invitation"("member_id");

-- CreateIndex
CREATE INDEX "one_time_code_member_id_idx" ON "one_time_code"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "consent_member_id_notice_version_key" ON "consent"("member_id", "notice_version");

-- CreateIndex
CREATE UNIQUE INDEX "oidc_link_issuer_subject_key" ON "oidc_link"("issuer", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "oidc_link_member_id_issuer_key" ON "oidc_link"("member_id", "issuer");

-- CreateIndex
CREATE INDEX "security_event_at_idx" ON "security_event"("at");

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at");

-- CreateIndex
CREATE INDEX "audit_entry_subject_kind_subject_id_idx" ON "audit_entry"("subject_kind", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "notice_member_id_key_key" ON "notice"("member_id", "key");
