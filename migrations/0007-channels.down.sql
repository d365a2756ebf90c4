DROP TABLE calendar_feed, dispatch_attempt, notice_dispatch, webhook, notice_choice;
ALTER TABLE person DROP COLUMN mail;
