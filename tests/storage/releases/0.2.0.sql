BEGIN TRANSACTION;
CREATE TABLE agreements (
	dossier VARCHAR(12) NOT NULL, 
	author TEXT NOT NULL, 
	agrees BOOLEAN NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_agreements PRIMARY KEY (dossier, author)
);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
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
INSERT INTO "chats" VALUES('web','someone',2,'{"lang": "vi", "place": {"dialog": "eligibility", "asked": "age", "waiting": [], "album": null, "aside": null}, "answers": {"eligibility": {"given": {"who": "one"}, "begun": {}, "shelved": {}, "later": []}}, "shown": [[["\u0110\u1ee7 18 tu\u1ed5i", "eligibility:age/adult"]]], "unanswered": ""}','2026-11-23T02:00:00.000000+00:00','2026-11-23T02:00:00.000000+00:00',NULL);
CREATE TABLE consents (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	channel VARCHAR(20) NOT NULL, 
	chat VARCHAR(80) NOT NULL, 
	purpose TEXT NOT NULL, 
	version TEXT NOT NULL, 
	given BOOLEAN NOT NULL, 
	way VARCHAR(8) NOT NULL, 
	dossier VARCHAR(12), 
	at VARCHAR(32) NOT NULL
);
INSERT INTO "consents" VALUES(1,'web','someone','dossier','v1',1,'chat','7K3M2P','2026-11-23T02:00:00.000000+00:00');
CREATE TABLE dossier_files (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	dossier VARCHAR(12) NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	name VARCHAR(200) NOT NULL, 
	type VARCHAR(100) NOT NULL, 
	size BIGINT NOT NULL, 
	ours BOOLEAN NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	CONSTRAINT uq_dossier_files_dossier_sha256 UNIQUE (dossier, sha256)
);
INSERT INTO "dossier_files" VALUES(1,'7K3M2P','abababababababababababababababababababababababababababababababab','may.jpg','image/jpeg',5,0,'2026-11-23T02:00:00.000000+00:00');
CREATE TABLE dossiers (
	code VARCHAR(12) NOT NULL, 
	state VARCHAR(12) NOT NULL, 
	version INTEGER NOT NULL, 
	answers JSON NOT NULL, 
	helped BOOLEAN NOT NULL, 
	reminders BOOLEAN NOT NULL, 
	returned JSON, 
	opened_at VARCHAR(32) NOT NULL, 
	changed_at VARCHAR(32) NOT NULL, 
	erased_at VARCHAR(32), 
	CONSTRAINT pk_dossiers PRIMARY KEY (code)
);
INSERT INTO "dossiers" VALUES('7K3M2P','submitted',1,'{"given": {"entrant": "one", "title": "M\u00e1y th\u1eed"}, "begun": {"why": {"parts": [{"text": "V\u00ec"}]}}, "shelved": {}, "later": []}',0,1,NULL,'2026-11-23T02:00:00.000000+00:00','2026-11-23T02:00:00.000000+00:00',NULL);
CREATE TABLE files (
	channel VARCHAR(20) NOT NULL, 
	chat VARCHAR(80) NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	name VARCHAR(200) NOT NULL, 
	type VARCHAR(100) NOT NULL, 
	size BIGINT NOT NULL, 
	ours BOOLEAN DEFAULT 0 NOT NULL, 
	at VARCHAR(32) NOT NULL, begun VARCHAR(32), 
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
INSERT INTO "inbox" VALUES(2,'web','someone','d1','{"kind": "say", "text": "2"}','2026-11-23T02:00:00.000000+00:00','done',0,NULL);
INSERT INTO "inbox" VALUES(3,'web','someone','e2','{"kind": "say", "text": "ch\u01b0a tr\u1ea3 l\u1eddi"}','2026-11-23T02:00:00.000000+00:00','new',0,NULL);
CREATE TABLE invitations (
	invitation VARCHAR(12) NOT NULL, 
	dossier VARCHAR(12) NOT NULL, 
	kind VARCHAR(8) NOT NULL, 
	author TEXT, 
	made_at VARCHAR(32) NOT NULL, 
	closed_at VARCHAR(32), 
	CONSTRAINT pk_invitations PRIMARY KEY (invitation)
);
INSERT INTO "invitations" VALUES('7K3M2PAB4','7K3M2P','author','a2','2026-11-23T02:00:00.000000+00:00',NULL);
CREATE TABLE notes (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	dossier VARCHAR(12) NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	what TEXT NOT NULL, 
	detail JSON NOT NULL, 
	"by" VARCHAR(8)
);
INSERT INTO "notes" VALUES(1,'7K3M2P','2026-11-23T02:00:00.000000+00:00','opened','{"helped": false}','owner');
INSERT INTO "notes" VALUES(2,'7K3M2P','2026-11-23T02:00:00.000000+00:00','invited','{"kind": "author", "author": "a2"}','owner');
INSERT INTO "notes" VALUES(3,'7K3M2P','2026-11-23T02:00:00.000000+00:00','handed_in','{"number": 1, "state": "submitted", "done": 2, "of": 2}','owner');
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
CREATE TABLE participants (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	dossier VARCHAR(12) NOT NULL, 
	channel VARCHAR(20) NOT NULL, 
	chat VARCHAR(80) NOT NULL, 
	role VARCHAR(8) NOT NULL, 
	author TEXT NOT NULL, 
	since VARCHAR(32) NOT NULL, 
	until VARCHAR(32)
);
INSERT INTO "participants" VALUES(1,'7K3M2P','web','someone','owner','','2026-11-23T02:00:00.000000+00:00',NULL);
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
CREATE TABLE requests (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	channel VARCHAR(20) NOT NULL, 
	chat VARCHAR(80) NOT NULL, 
	kind VARCHAR(12) NOT NULL, 
	text TEXT NOT NULL, 
	dossier VARCHAR(12), 
	at VARCHAR(32) NOT NULL, 
	answer_by DATE NOT NULL, 
	done_by DATE NOT NULL, 
	done_at VARCHAR(32)
);
CREATE TABLE runs (
	name VARCHAR(60) NOT NULL, 
	date VARCHAR(40) NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_runs PRIMARY KEY (name, date)
);
CREATE TABLE submissions (
	dossier VARCHAR(12) NOT NULL, 
	number INTEGER NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	token TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	items_done INTEGER NOT NULL, 
	items_all INTEGER NOT NULL, 
	changes TEXT NOT NULL, 
	answers JSON, 
	CONSTRAINT pk_submissions PRIMARY KEY (dossier, number), 
	CONSTRAINT uq_submissions_token UNIQUE (token)
);
INSERT INTO "submissions" VALUES('7K3M2P',1,'2026-11-23T02:00:00.000000+00:00','token','d1',2,2,'f1','{"given": {"entrant": "one", "title": "M\u00e1y th\u1eed"}, "begun": {"why": {"parts": [{"text": "V\u00ec"}]}}, "shelved": {}, "later": []}');
CREATE INDEX ix_inbox_channel_chat_number ON inbox (channel, chat, number);
CREATE INDEX ix_inbox_new ON inbox (number) WHERE state = 'new';
CREATE INDEX ix_outbox_channel_chat_id ON outbox (channel, chat, id);
CREATE INDEX ix_outbox_due ON outbox (channel, chat, id) WHERE state = 'due';
CREATE INDEX ix_consents_channel_chat_number ON consents (channel, chat, number);
CREATE INDEX ix_dossiers_state_opened_at ON dossiers (state, opened_at);
CREATE INDEX ix_invitations_dossier ON invitations (dossier);
CREATE INDEX ix_notes_dossier_number ON notes (dossier, number);
CREATE INDEX ix_participants_dossier ON participants (dossier);
CREATE UNIQUE INDEX ix_participants_today ON participants (channel, chat, dossier, role, author) WHERE until IS NULL;
CREATE INDEX ix_requests_channel_chat ON requests (channel, chat);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('inbox',3);
INSERT INTO "sqlite_sequence" VALUES('outbox',1);
INSERT INTO "sqlite_sequence" VALUES('questions',1);
INSERT INTO "sqlite_sequence" VALUES('participants',1);
INSERT INTO "sqlite_sequence" VALUES('notes',3);
INSERT INTO "sqlite_sequence" VALUES('consents',1);
INSERT INTO "sqlite_sequence" VALUES('dossier_files',1);
COMMIT;
