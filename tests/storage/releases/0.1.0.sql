BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE chats (
	channel VARCHAR(20) NOT NULL, 
	chat VARCHAR(80) NOT NULL, 
	version INTEGER NOT NULL, 
	state JSON NOT NULL, 
	first_at VARCHAR(32) NOT NULL, 
	last_at VARCHAR(32) NOT NULL, 
	gone_at VARCHAR(32), 
	CONSTRAINT pk_chats PRIMARY KEY (channel, chat)
);
INSERT INTO "chats" VALUES('web','someone',1,'{"lang": "vi", "place": {"dialog": "eligibility", "asked": "age", "waiting": [], "album": null, "aside": null}, "answers": {"eligibility": {"given": {"who": "one"}, "begun": {}, "shelved": {}}}, "shown": [[["\u0110\u1ee7 18 tu\u1ed5i", "eligibility:age/adult"]]], "unanswered": ""}','2026-11-23T02:00:00.000000+00:00','2026-11-23T02:00:00.000000+00:00',NULL);
CREATE TABLE files (
	channel VARCHAR(20) NOT NULL, 
	chat VARCHAR(80) NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	name VARCHAR(200) NOT NULL, 
	type VARCHAR(100) NOT NULL, 
	size BIGINT NOT NULL, 
	ours BOOLEAN DEFAULT 0 NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_files PRIMARY KEY (channel, chat, sha256)
);
CREATE TABLE inbox (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	channel VARCHAR(20) NOT NULL, 
	chat VARCHAR(80) NOT NULL, 
	event VARCHAR(120) NOT NULL, 
	payload JSON, 
	at VARCHAR(32) NOT NULL, 
	state VARCHAR(8) NOT NULL, 
	starts INTEGER DEFAULT '0' NOT NULL, 
	why VARCHAR(200), 
	CONSTRAINT uq_inbox_channel_event UNIQUE (channel, event)
);
INSERT INTO "inbox" VALUES(1,'web','someone','e1','{"kind": "say", "text": "1"}','2026-11-23T02:00:00.000000+00:00','done',0,NULL);
INSERT INTO "inbox" VALUES(2,'web','someone','e2','{"kind": "say", "text": "ch\u01b0a tr\u1ea3 l\u1eddi"}','2026-11-23T02:00:00.000000+00:00','new',0,NULL);
CREATE TABLE outbox (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	channel VARCHAR(20) NOT NULL, 
	chat VARCHAR(80) NOT NULL, 
	"after" INTEGER NOT NULL, 
	"key" VARCHAR(60), 
	body JSON, 
	at VARCHAR(32) NOT NULL, 
	due VARCHAR(32) NOT NULL, 
	state VARCHAR(8) NOT NULL, 
	tries INTEGER DEFAULT '0' NOT NULL, 
	receipt TEXT, 
	sent_at VARCHAR(32)
);
INSERT INTO "outbox" VALUES(1,'web','someone',1,NULL,'{"text": "C\u00e2u 2/8", "lang": "vi"}','2026-11-23T02:00:00.000000+00:00','2026-11-23T02:00:00.000000+00:00','due',0,NULL,NULL);
CREATE TABLE questions (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	channel VARCHAR(20) NOT NULL, 
	chat VARCHAR(80) NOT NULL, 
	kind VARCHAR(12) NOT NULL, 
	text TEXT NOT NULL, 
	topic VARCHAR(60), 
	lang VARCHAR(8) NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	answered_at VARCHAR(32)
);
INSERT INTO "questions" VALUES(1,'web','someone','human','Máy nặng thì sao?',NULL,'vi','2026-11-23T02:00:00.000000+00:00',NULL);
CREATE TABLE runs (
	name VARCHAR(60) NOT NULL, 
	date VARCHAR(40) NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_runs PRIMARY KEY (name, date)
);
CREATE INDEX ix_inbox_channel_chat_number ON inbox (channel, chat, number);
CREATE INDEX ix_inbox_new ON inbox (number) WHERE state = 'new';
CREATE INDEX ix_outbox_channel_chat_id ON outbox (channel, chat, id);
CREATE INDEX ix_outbox_due ON outbox (channel, chat, id) WHERE state = 'due';
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('inbox',2);
INSERT INTO "sqlite_sequence" VALUES('outbox',1);
INSERT INTO "sqlite_sequence" VALUES('questions',1);
COMMIT;
