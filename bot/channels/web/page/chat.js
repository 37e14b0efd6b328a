/* The chat page. Three ideas hold it together:
   - whatever the person does goes into an outbox first, which outlives the page, and is sent from
     there in order, always under the same id, until the server has it;
   - the server's stream is the truth about what was said: its echo takes over our own copy;
   - all text is text, never HTML, and all words people read come from the catalogue. */

const MOST_SHOWN = 300;
const LONGEST_SHOWN = 1500; // of the person's own text; the rest unfolds on demand
const DOUBLE_PRESS = 1500; // ms
const PREFIX = "chat-outbox:";
const RESUME = "chat-upload:";
const RESUME_DAYS = 7; // so long the server keeps what came of a file
const PIECE = 512 * 1024; // bytes acknowledged together: what a broken line may cost; proxies pass it
const MOST_FILES = 50; // of one message
const LONGEST_VOICE = 300; // seconds

const all = (query, where = document) => [...where.querySelectorAll(query)];
const ui = Object.fromEntries(all("[id]").map((node) => [node.id, node])); // all that page.html names
const { view, log, text: input, viewer } = ui;
const root = document.documentElement;
const touch = matchMedia("(pointer: coarse)").matches;

function make(tag, attributes, ...inside) {
	const node = document.createElement(tag);
	for (const name in attributes) node.setAttribute(name, attributes[name]);
	node.append(...inside.filter(Boolean));
	return node;
}

function makeButton(kind, onclick, ...inside) {
	return Object.assign(make("button", { type: "button", class: kind }, ...inside), { onclick });
}

function icon(name) {
	const [svg, use] = ["svg", "use"].map((tag) => document.createElementNS("http://www.w3.org/2000/svg", tag));
	svg.setAttribute("aria-hidden", "true");
	use.setAttribute("href", "#i-" + name);
	svg.append(use);
	return svg;
}

const moveFocus = (node) => node.focus({ preventScroll: true }); // the eye stays where it is

// --- words ---

let words = JSON.parse(ui.words.textContent);
let lang = root.lang;
let lastLang = null; // of the newest message
const w = (key) => words[key] || "";

/* Nodes remember their word, so that a change of language needs no redrawing. */
function word(node, key) {
	node.dataset.word = key;
	node.textContent = w(key);
	return node;
}

const wordSpan = (kind, key) => word(make("span", { class: kind }), key);

function label() {
	for (const node of all("[data-word]")) word(node, node.dataset.word);
	for (const node of all("[data-name]")) node.setAttribute("aria-label", w(node.dataset.name));
	input.placeholder = w("placeholder");
	// It names the other language, in that one.
	ui.language.textContent = w("lang_button");
	ui.language.setAttribute("aria-label", w("lang_name") + " (" + w("lang_button") + ")");
	ui.language.lang = w("lang_button").toLowerCase();
	ui.claim.textContent = code ? w("open_code").replace("{code}", code) : w("open_commune");
	settle();
}

async function speak() {
	const wanted = lastLang;
	if (!wanted || wanted === lang) return;
	try {
		const answer = await fetch("/api/words?lang=" + encodeURIComponent(wanted));
		const got = await answer.json();
		if (!got.words || wanted !== lastLang) return;
		words = got.words;
		lang = root.lang = got.lang;
		document.title = ui.title.textContent = got.title;
		label();
	} catch { /* asked again with the next message or connection */ }
}

// --- drawing messages ---

const shown = new Map(); // message id -> article
const keyed = new Map(); // message key -> article
const previews = new Map(); // stored name of a file of ours -> its address in this page
const failed = new Set(); // pictures that did not load, to be tried again when the network is back

const paragraphs = (text) => text.split(/\n\s*\n/).filter((part) => part.trim()).map((part) => make("p", null, part));

function folded(text) {
	if (text.length <= LONGEST_SHOWN) return paragraphs(text);
	const start = make("p", null, text.slice(0, LONGEST_SHOWN / 2) + "…");
	const more = makeButton("plain", () => {
		start.replaceWith(...paragraphs(text));
		more.remove();
		moveFocus(view);
	}, wordSpan("", "show_all"));
	return [start, more];
}

function row(name, hint, href) {
	return make(href ? "a" : "div", href ? { class: "paper", href, download: name } : { class: "paper" }, icon("paper"), make("span", null, name, hint));
}

const downloadRow = (name, address) => row(name || w("open_file"), wordSpan("size", "download"), address);
const canShow = (type) => /^image\/(png|jpe?g|gif|webp|avif|bmp)$/.test(type);

function picture(file, address, source) {
	const image = make("img", { alt: file.alt || file.name || w("picture"), loading: "lazy", decoding: "async" });
	const button = makeButton("picture", () => openPicture(source, address, image.alt), image);
	image.onerror = () => {
		const instead = downloadRow(image.alt, address);
		failed.add(() => instead.replaceWith(picture(file, address, source)));
		button.replaceWith(instead);
	};
	image.src = source;
	return button;
}

const filesBox = (head, views) => make("div", { class: views.length > 1 ? "files many" : "files" }, head, ...views);

function fileViews(message, sources = []) {
	if (!message.files?.length) return null;
	return filesBox(null, message.files.map((file, place) =>
		/^p(icture|hoto)$/.test(file.kind) && canShow(file.type)
			? picture(file, file.url, sources[place] || file.url)
			: downloadRow(file.name, file.url)));
}

function article(kind, { id = "", at }, ...inside) {
	const node = make("article", { class: "msg " + kind, "data-id": id }, word(make("h2", { class: "hidden" }), kind), ...inside);
	node.when = new Date(Date.parse(at) || Date.now());
	return node;
}

function drawBot(message) {
	const { lang, text, note, buttons = [], links = [] } = message;
	const bubble = make("div", { class: "bubble", lang }, ...paragraphs(text || ""), fileViews(message), note && make("p", { class: "note" }, note));
	const node = article("bot", message, bubble);
	node.append(...links.map(({ label, url }) => make("a", { class: "go", href: url, lang, target: "_blank", rel: "noopener" }, label)));
	if (buttons.length) {
		node.append(make("div", { class: "buttons", role: "group", lang, "data-name": "choices", "aria-label": w("choices") },
			...buttons.map(({ label, token }) => makeButton(label.length <= 13 ? "short" : "", () => press(token, label), label))));
	}
	return node;
}

function drawMe(message, text, files) {
	const state = make("p", { class: "state", "aria-live": "off" }); // worth a glance, not an interruption
	return article("me", message, make("div", { class: "bubble" }, files, ...folded(text || "")), state);
}

function drawItem(item) {
	const files = item.files && filesBox(total(item), item.files.map((file) => transfer(item, file)));
	const node = drawMe(item, item.text || item.label || item.caption, files);
	node.item = item;
	shown.set(item.id, node);
	setState(node, trouble || "sending");
	log.append(node);
	settle();
	return node;
}

function setState(node, state) {
	node.dataset.state = state;
	node.classList.toggle("unsent", state !== "sent" && state !== "not_sent");
	const line = node.querySelector(".state");
	if (line.dataset.word !== state) word(line, state);
}

/* What the server knows stands above what it has not got yet. */
const insert = (node) => log.insertBefore(node, log.querySelector(".unsent"));

/* The page's own word, next to what it is about. */
function tell(message, about, ...more) {
	const notice = insert(article("local", {}, make("div", { class: "bubble" }, ...paragraphs(message), ...more)));
	if (about) about.after(notice);
	settle();
}

function discard(node) {
	node.remove();
	if (shown.get(node.dataset.id) === node) shown.delete(node.dataset.id);
	if (keyed.get(node.key) === node) keyed.delete(node.key);
}

/* What depends on the neighbours is done once for a burst of messages. */
let settling = 0;
function settle() {
	settling = settling || setTimeout(tidy, 16);
}

function tidy() {
	settling = 0;
	for (const node of [...log.children].slice(0, -MOST_SHOWN)) if (!node.matches(".unsent")) discard(node);

	for (const node of all(".latest")) node.classList.remove("latest");
	all(".buttons").pop()?.parentNode.classList.add("latest");

	// Dates stand where the day changes: "in three days" means little without one.
	let last = new Date().toDateString();
	for (const node of log.children) {
		const day = node.when.toDateString();
		const mark = node.querySelector(".day");
		const date = day === last ? "" : node.when.toLocaleDateString(lang, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
		if (mark && mark.textContent !== date) mark.remove();
		if (date && !mark?.isConnected) node.prepend(make("p", { class: "day" }, date));
		last = day;
	}
	place();
}

// --- what the server says ---

function receive(message, raw) {
	const known = shown.get(message.id);
	if (known?.raw === raw) return;
	const node = message.from === "me" ? receiveMine(message, known) : receiveBot(message, known || keyed.get(message.key));
	node.raw = raw;
	shown.set(message.id, node);
	if (everLive && !follow && !known) unseen = true;
	settle();
}

function receiveBot(message, old) {
	const node = drawBot(message);
	if (old) {
		const focused = all("button, a", old).indexOf(document.activeElement);
		old.replaceWith(node);
		discard(old);
		if (anchor === old) anchor = node;
		if (focused >= 0) moveFocus(all("button, a", node)[focused] || view);
	} else {
		insert(node);
		if (everLive) holdOn(node);
	}
	if (message.key) keyed.set(node.key = message.key, node);
	lastLang = message.lang;
	if (live) speak();
	return node;
}

function receiveMine(message, known) {
	if (outbox.has(message.id)) forget(outbox.get(message.id)); // it is there, whatever became of our request
	if (!known) return insert(drawMe(message, message.text, fileViews(message)));
	// Our own copy of a photo spares a second transfer.
	const views = fileViews(message, known.item?.files?.map((file) => previews.get(file.blob)));
	known.querySelector(".files")?.replaceWith(views || "");
	setState(known, "sent");
	// The stream's order is everybody's order.
	if (!known.raw && known.nextElementSibling?.matches(":not(.unsent):not(.local)")) insert(known);
	return known;
}

// --- staying at the newest ---

let follow = true; // until the person scrolls away
let anchor = null; // the start of what is new: it must not leave at the top before it was read
let anchored = 0;
let target = 0;
let layout = "";
let unseen = false;

function holdOn(node, anew) {
	const old = anchor?.isConnected && Date.now() - anchored < 20000;
	if (old && !anew && anchor.offsetHeight < view.clientHeight * 0.3) return;
	anchor = node;
	anchored = Date.now();
}

const layoutNow = () => view.scrollHeight + "/" + view.clientHeight;

function place() {
	layout = layoutNow();
	if (follow) {
		let top = view.scrollHeight - view.clientHeight;
		if (anchor?.isConnected) top = Math.min(top, anchor.offsetTop - 8);
		view.scrollTop = top;
		target = view.scrollTop;
	}
	showNewest();
}

function showNewest() {
	const atEnd = view.scrollHeight - view.scrollTop - view.clientHeight < 40;
	if (atEnd) unseen = false;
	ui.newest.hidden = atEnd;
	ui.newest.classList.toggle("unseen", unseen);
	word(ui.newest.firstElementChild, unseen ? "new_messages" : "to_end");
	return atEnd;
}

view.addEventListener("scroll", () => {
	const atEnd = showNewest();
	// Our own doing, or the browser's on a change of layout (place() follows)?
	if (Math.abs(view.scrollTop - target) <= 2 || layout !== layoutNow()) return;
	follow = atEnd;
	anchor = null;
	target = view.scrollTop;
}, { passive: true });

ui.newest.onclick = () => {
	follow = true;
	anchor = null;
	place();
	moveFocus(view); // the button is gone now
};

const watch = new ResizeObserver(place); // pictures arriving, the keyboard opening
watch.observe(view);
watch.observe(log);

function fit() {
	const { scale, height, offsetTop } = visualViewport;
	if (scale > 1.01) return; // zoomed in by hand: leave everything where it is
	root.style.setProperty("--height", height + "px");
	root.style.setProperty("--top", offsetTop + "px");
}
visualViewport.onresize = visualViewport.onscroll = fit;

// --- the outbox ---

const outbox = new Map(); // id -> {id, kind, n (its place in line), at, ...}
const stored = new Set(); // ids that localStorage holds as well
const storing = new Map(); // id -> promise: its files are in the browser's store
let trouble = null; // "waiting" | "busy" while nothing gets through

const freshId = () => "w" + [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join("-");
const inOrder = () => [...outbox.values()].sort((a, b) => a.n - b.n);

/* The bytes of files outlive the page in IndexedDB; where there is none they stay in memory. */
const memory = new Map();
let database = null;
async function bytes(mode, work) {
	database = database || new Promise((done, fail) => {
		const request = indexedDB.open("chat-outbox", 1);
		request.onupgradeneeded = () => request.result.createObjectStore("files");
		request.onsuccess = () => done(request.result);
		request.onerror = fail;
		setTimeout(fail, 4000); // some browsers never answer
	});
	const transaction = (await database).transaction("files", mode);
	const request = work(transaction.objectStore("files"));
	return new Promise((done, fail) => {
		transaction.oncomplete = () => done(request.result);
		transaction.onabort = fail; // every error ends there
	});
}

function keepBytes(name, blob) {
	memory.set(name, blob);
	return bytes("readwrite", (store) => store.put(blob, name));
}

function dropBytes(name) {
	memory.delete(name);
	bytes("readwrite", (store) => store.delete(name)).catch(() => {});
}

const getBytes = (name) => bytes("readonly", (store) => store.get(name)).catch(() => {}).then((kept) => kept || memory.get(name));

function store(item) {
	try {
		localStorage.setItem(PREFIX + item.id, JSON.stringify(item));
		stored.add(item.id);
	} catch { /* full or forbidden: it lives as long as the page */ }
}

function forget(item) {
	outbox.delete(item.id);
	if (stored.delete(item.id)) localStorage.removeItem(PREFIX + item.id);
	for (const name of item.blobs || []) dropBytes(name);
}

function add(item, blobs = []) {
	const last = inOrder().pop();
	item = { id: freshId(), n: Math.max(Date.now(), last ? last.n + 1 : 0), at: new Date().toISOString(), ...item };
	outbox.set(item.id, item);
	if (item.kind !== "start") {
		holdOn(drawItem(item), true);
		follow = true;
		unseen = false;
	}
	store(item);
	const kept = Promise.all(blobs.map((blob, place) => keepBytes(item.blobs[place], blob)));
	storing.set(item.id, kept.catch(() => {}).then(() => outbox.has(item.id) || forget(item)));
	pump();
}

function press(token, label) {
	const now = Date.now();
	if (press.token === token && now - press.at < DOUBLE_PRESS) return;
	Object.assign(press, { token, at: now });
	add({ kind: "press", token, label });
}

/* Ahead of all else: who wrote before there was a greeting gets the greeting first. */
let begun = false;
function begin() {
	if (!begun && !inOrder().some((item) => item.kind === "start")) add({ kind: "start", n: 0, id: "start-" + new Date().toISOString().slice(0, 10) });
	begun = true;
}

function showStates() {
	for (const id of outbox.keys()) if (shown.has(id)) setState(shown.get(id), trouble || "sending");
}

/* An item of an earlier visit, or of another tab (which may still be storing its files). */
function adopt(item, elsewhere) {
	if (outbox.has(item.id) || shown.get(item.id)?.raw) return;
	item.elsewhere = elsewhere;
	outbox.set(item.id, item);
	stored.add(item.id);
	if (item.kind !== "start") drawItem(item);
}

function recall() {
	try {
		const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
		keys.map((key) => JSON.parse(localStorage[key])).sort((a, b) => a.n - b.n).forEach((item) => adopt(item, false));
	} catch { /* forbidden or damaged: go on with what there is */ }
	for (const key of resumable()) if (!(resumption(key)?.until > Date.now())) localStorage.removeItem(key);
	const used = inOrder().flatMap((item) => item.blobs || []);
	bytes("readonly", (store) => store.getAllKeys()) // what a crash left behind
		.then((names) => names.forEach((name) => used.includes(name) || dropBytes(name)), () => {});
}

addEventListener("storage", ({ key, newValue }) => {
	if (!key?.startsWith(PREFIX)) return;
	if (newValue) {
		adopt(JSON.parse(newValue), true);
		return pump();
	}
	// Sent or given up in another tab. If it was sent, the stream brings it back at once.
	const id = key.slice(PREFIX.length);
	const node = shown.get(id);
	outbox.delete(id);
	if (uploading?.item.id === id) uploading.abort();
	if (node?.matches(".unsent")) discard(node);
	settle();
});

// --- sending ---

class Refused extends Error { // for good; the person gets the message, and may choose the file again
	constructor(message, again) { super(message).again = again; }
}
class Later extends Error { // after so many seconds; was there an answer, and did it not know us?
	constructor(seconds, busy, unknown) { Object.assign(super(), { seconds, busy, unknown }); }
}

function judge(status, text, wait) {
	let data = {};
	try { data = JSON.parse(text) || {}; } catch { /* some proxy's own page */ }
	if (status >= 200 && status < 300) return data;
	if ([400, 413, 415].includes(status)) throw new Refused(data.error?.message || w(status === 413 ? "too_big" : "refused"));
	const seconds = Number(wait) || (Date.parse(wait) - Date.now()) / 1000 || 0;
	throw new Later(Math.min(Math.max(seconds, 0), 3600), true, status === 401);
}

async function post(path, content) {
	const body = JSON.stringify(content);
	const stop = new AbortController();
	setTimeout(() => stop.abort(), 30000 + body.length); // long texts take long on a bad line
	let answer, text;
	try {
		answer = await fetch(path, { method: "POST", body, headers: { "Content-Type": "application/json" }, signal: stop.signal, redirect: "error" });
		text = await answer.text();
	} catch {
		throw new Later();
	}
	return judge(answer.status, text, answer.headers.get("Retry-After"));
}

let greeted = false; // the server knows this browser
let greeting = null;
function hello() {
	greeting = greeting || post("/api/hello", { lang: lang || null }).then((data) => {
		greeted = true;
		lastLang = lastLang || data.lang;
		if (data.new && cursor) startOver();
		else if (data.new && outbox.size) begin();
	}).catch((error) => {
		throw error instanceof Later ? error : new Later(0, true); // never a reason to drop a message
	}).finally(() => { greeting = null; });
	return greeting;
}

/* We show another chat than the one the server now has for us: show that one. */
function startOver() {
	for (const node of [...log.children]) if (!node.matches(".unsent")) discard(node);
	for (const item of outbox.values()) for (const file of item.files || []) delete file.handle;
	resumable().forEach((key) => localStorage.removeItem(key)); // another chat's
	log.setAttribute("aria-live", "off");
	cursor = "";
	begun = everLive = false;
	connect();
}

async function asKnown(work) {
	if (!greeted) await hello();
	return work().catch(async (error) => {
		if (!error.unknown) throw error;
		greeted = false;
		await hello();
		return work();
	});
}

/* One tab at a time. Twice does no harm, as the ids are the same, so a tab that sleeps while it has
   the turn need not be waited for without end. */
async function inTurn(item, work) {
	const stop = new AbortController();
	setTimeout(() => stop.abort(), item.kind === "files" ? 600000 : 20000);
	try {
		return await (navigator.locks ? navigator.locks.request("chat-outbox", { signal: stop.signal }, work) : work());
	} catch (error) {
		if (error.name !== "AbortError") throw error;
		return work();
	}
}

let pumping = false;
let failures = 0;
let notBefore = 0; // the server asked for patience
let wake = () => {};

const backoff = (count) => Math.min(2 ** count, 30) * (0.75 + Math.random() / 4);

async function pump() {
	if (pumping) return;
	pumping = true;
	for (let item; (item = inOrder()[0]);) {
		try {
			if (!greeted) {
				await hello();
				continue; // it may have put a start before this item
			}
			await inTurn(item, () => deliver(item));
		} catch (error) {
			if (error instanceof Refused) {
				forget(item);
				const node = shown.get(item.id);
				if (node) setState(node, "not_sent");
				tell(error.message, node);
			} else if (outbox.has(item.id)) {
				trouble = error.busy ? "busy" : "waiting";
				showStates();
				const seconds = error.seconds || 0;
				notBefore = Date.now() + seconds * 1000;
				await new Promise((done) => setTimeout(wake = done, Math.max(backoff(failures++), seconds) * 1000));
				continue;
			}
		}
		failures = 0;
		trouble = null;
		showStates();
	}
	pumping = false;
}

function hurry() {
	if (Date.now() < notBefore) return;
	failures = 0;
	wake();
}

/* Done by its echo, taken back, or sent by another tab while we waited for our turn. */
function gone(item) {
	if (stored.has(item.id) && localStorage.getItem(PREFIX + item.id) === null) outbox.delete(item.id);
	return !outbox.has(item.id);
}

async function deliver(item) {
	await storing.get(item.id);
	if (!gone(item) && item.files) await uploadAll(item);
	if (gone(item)) return;
	const { id, kind, text, token, label, caption } = item;
	const files = item.files?.map((file) => ({ file: file.handle, name: file.name, kind: file.kind }));
	await asKnown(() => post("/api/events", { id, kind, text, token, label, files, caption, lang }));
	if (gone(item)) return; // its echo was faster
	forget(item);
	const node = shown.get(id);
	if (node) setState(node, "sent");
	settle();
	// Accepted, so something must come back. If not, the stream is dead and nobody told us.
	setTimeout(() => {
		if (node ? !node.raw : !log.querySelector(".bot")) connect();
	}, 10000);
}

// --- uploads ---

let uploading = null; // a request, with {item, file}

function kindOf({ name, type }) { // some phones do not tell the type
	const [, photo, video, voice] = /\.(?:(jpe?g|png|webp|hei[cf])|(mp4|mov|3gp|webm)|(mp3|m4a|ogg|wav|amr))$/i.exec(type ? "" : name) || [];
	if (photo || type.startsWith("image/")) return "photo";
	if (video || type.startsWith("video/")) return "video";
	return voice || type.startsWith("audio/") ? "voice" : "document";
}

const size = (count) => make("span", { class: "size" }, Math.max(count / 1e6, 0.1).toLocaleString(lang, { maximumFractionDigits: 1 }) + " MB");
const boxOf = (file) => log.querySelector('[data-blob="' + file.blob + '"]');

/* Several buttons look the same; who only hears them must be told which is which. */
const aboutButton = (key, name, onclick) => makeButton("plain", onclick, wordSpan("", key), make("span", { class: "hidden" }, " " + name));

/* A file of ours on its way, how far it is, and how to take it back. */
function transfer(item, file) {
	const plain = row(file.name, size(file.size));
	const cancel = aboutButton("cancel", file.name, () => withdraw(item, [file]));
	cancel.hidden = !!file.handle;
	const bar = make("progress", { max: 1, value: file.handle ? 1 : 0, "aria-label": file.name });
	const show = (address) => {
		previews.set(file.blob, address);
		plain.replaceWith(picture(file, address, address));
		box.className = "thumb";
	};
	const box = make("div", { "data-blob": file.blob }, plain, make("div", { class: "loading" }, bar, cancel));
	if (previews.has(file.blob)) show(previews.get(file.blob));
	else if (canShow(file.type)) getBytes(file.blob).then((blob) => blob && show(URL.createObjectURL(blob)));
	return box;
}

/* How far all files of a message are together. */
function total(item) {
	if (item.files.length < 2) return null;
	return make("div", { class: "loading total" }, make("span"), make("progress", { "data-name": "all_files", "aria-label": w("all_files") }),
		makeButton("plain", () => withdraw(item, item.files), wordSpan("", "cancel_all")));
}

function showTotal(item) {
	if (!item.files) return;
	const box = shown.get(item.id)?.querySelector(".total");
	if (!box) return;
	const sum = (of) => item.files.reduce((all, file) => all + of(file), 0);
	const bar = box.querySelector("progress");
	bar.max = sum((file) => file.size) || 1;
	bar.value = sum((file) => (file.handle ? file.size : file.size * (boxOf(file)?.querySelector("progress")?.value || 0)));
	box.firstElementChild.textContent = sum((file) => (file.handle ? 1 : 0)) + "/" + item.files.length;
	box.hidden = item.files.length < 2;
}

async function uploadAll(item) {
	for (let file; (file = item.files?.find((one) => !one.handle)) && !gone(item);) {
		try {
			const blob = await getBytes(file.blob);
			if (!blob) throw item.elsewhere ? new Later(3) : new Refused(w("file_lost"), true);
			if (!item.files.includes(file)) continue; // taken back meanwhile
			const got = await asKnown(() => upload(item, file, blob));
			if (!got.file) throw new Later(0, true);
			file.handle = got.file;
			if (stored.has(item.id)) store(item);
			boxOf(file).querySelector(".plain").hidden = true;
			boxOf(file).querySelector("progress").value = 1;
			showTotal(item);
		} catch (error) {
			if (gone(item) || !item.files?.includes(file)) continue;
			if (!(error instanceof Refused)) throw error;
			boxOf(file).querySelector(".loading").remove();
			tell(file.name + ": " + error.message, shown.get(item.id), error.again && makeButton("plain", () => ui.files.click(), wordSpan("", "choose_again")));
			without(item, file);
		}
	}
}

/* Where an upload that was begun goes on, by what tells a file from others: so it is found again also
   when the browser lost the file and the person chooses it once more. */
const resumeKey = (file) => RESUME + [file.name, file.size, file.modified].join("/");

function resumable() {
	try { return Object.keys(localStorage).filter((key) => key.startsWith(RESUME)); } catch { return []; }
}

function resumption(key) {
	try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
}

function remember(file, address) {
	try {
		if (address) localStorage.setItem(resumeKey(file), JSON.stringify({ address, until: Date.now() + RESUME_DAYS * 86400000 }));
		else localStorage.removeItem(resumeKey(file));
	} catch { /* full or forbidden: it begins anew after a break */ }
}

let library = null;
function tusLibrary() {
	library = library || new Promise((done, fail) => {
		const script = make("script", { src: "/static/tus.min.js" + new URL(import.meta.url).search });
		script.onload = () => done(window.tus);
		script.onerror = () => {
			script.remove();
			library = null; // tried again with the file
			fail(new Later());
		};
		document.head.append(script);
	});
	return library;
}

async function upload(item, file, blob) {
	const { Upload } = await tusLibrary();
	const address = resumption(resumeKey(file))?.address;
	const bar = boxOf(file).querySelector("progress");
	let timer;
	const got = new Promise((done, fail) => {
		const request = new Upload(blob, {
			endpoint: address ? null : "/api/uploads", // or it would begin anew after any trouble
			uploadUrl: address || null,
			metadata: { filename: file.name, filetype: file.type },
			chunkSize: PIECE,
			retryDelays: null, // pump() does that, for messages and files alike
			storeFingerprintForResuming: false,
			onUploadUrlAvailable: () => remember(file, new URL(request.url, location.href).pathname),
			onProgress: (sent, all) => alive(sent / (all || 1)),
			onChunkComplete: () => { failures = 0; },
			onSuccess: ({ lastResponse }) => done({ file: lastResponse.getHeader("File-Sha256") }),
			onError: ({ originalResponse: answer }) => {
				if (!answer) return fail(new Later());
				const status = answer.getStatus();
				if (status === 404 || status === 410) remember(file, null);
				try {
					judge(status, answer.getBody(), answer.getHeader("Retry-After"));
				} catch (error) {
					return fail(error);
				}
				fail(new Later(0, true));
			},
		});
		const own = uploading = { item, file, at: 0, abort() {
			request.abort();
			fail(new Later());
		} };
		const alive = (part) => {
			own.at = Date.now();
			bar.value = part;
			showTotal(item);
			clearTimeout(timer);
			if (uploading === own) timer = setTimeout(own.abort, 90000);
		};
		alive(0);
		request.start();
	});
	try {
		const known = await got;
		remember(file, null);
		return known;
	} finally {
		clearTimeout(timer);
		uploading = null;
	}
}

function withdraw(item, files) {
	const sending = uploading && files.includes(uploading.file) ? uploading : null;
	for (const file of [...files]) {
		const begun = !file.handle && resumption(resumeKey(file))?.address;
		boxOf(file)?.remove();
		without(item, file);
		remember(file, null);
		if (begun) fetch(begun, { method: "DELETE", headers: { "Tus-Resumable": "1.0.0" } }).catch(() => {});
	}
	sending?.abort();
	if (outbox.has(item.id)) showTotal(item);
	else discard(shown.get(item.id));
	settle();
	moveFocus(view);
}

/* One file less. With none left, what was written along is still said. */
function without(item, file) {
	item.files = item.files.filter((one) => one !== file);
	if (!item.files.length) {
		if (!item.caption) {
			forget(item);
			return setState(shown.get(item.id), "not_sent");
		}
		shown.get(item.id).querySelector(".total")?.remove();
		Object.assign(item, { kind: "say", text: item.caption, files: undefined, caption: undefined });
	}
	if (stored.has(item.id)) store(item);
}

// --- the stream ---

let stream = null;
let cursor = "";
let live = false; // the backlog is in
let everLive = false;
let attempts = 0;
let streamTimer = 0;

function hangUp() {
	clearTimeout(streamTimer);
	stream?.close();
	stream = null;
	live = false;
}

async function connect() {
	hangUp();
	line(everLive || attempts ? "conn_lost" : "connecting", 2000);
	try {
		if (!greeted) await hello();
	} catch (error) {
		return reconnect(error.seconds);
	}
	if (stream) return; // somebody else was faster
	stream = new EventSource("/api/stream" + (cursor ? "?after=" + encodeURIComponent(cursor) : ""));
	// The server gives a sign of life every 20 seconds: a longer silence is a dead line.
	const patience = () => {
		clearTimeout(streamTimer);
		streamTimer = setTimeout(reconnect, live ? 60000 : 30000);
	};
	patience();
	stream.addEventListener("alive", patience);
	stream.onmessage = (event) => {
		patience();
		cursor = event.lastEventId || cursor;
		try { receive(JSON.parse(event.data), event.data); } catch { /* one unreadable message must not stop the rest */ }
	};
	stream.addEventListener("ready", () => {
		ready();
		patience();
	});
	// The browser would come back by itself, but only after some errors.
	stream.onerror = () => {
		if (stream.readyState === 2) greeted = false; // an HTTP error; perhaps we are not known any more
		reconnect();
	};
}

function reconnect(seconds = 0) {
	hangUp();
	line("conn_lost", 1000);
	streamTimer = setTimeout(connect, Math.max(backoff(attempts++), seconds) * 1000);
}

function ready() {
	live = true;
	attempts = 0;
	line(ui.status.dataset.word === "conn_lost" ? "conn_back" : "", 0);
	if (!log.querySelector(".bot, .me:not(.unsent)")) begin();
	for (const again of failed) again();
	failed.clear();
	if (!everLive) {
		everLive = true;
		tidy();
		if (!anchor?.isConnected && log.lastElementChild) holdOn(log.lastElementChild);
		place();
		setTimeout(() => log.setAttribute("aria-live", "polite"), 300);
	}
	speak();
	trouble = null;
	showStates();
	hurry();
	if ((code || commune) && location.search) ui.code.hidden = false;
}

/* The line about the network. It waits a little: a hiccup is not worth a word. */
let saying = "";
let lineTimer = 0;
function line(key, delay) {
	if (key === saying) return;
	saying = key;
	clearTimeout(lineTimer);
	lineTimer = setTimeout(() => {
		word(ui.status, key);
		ui.retry.hidden = key !== "conn_lost";
		if (key === "conn_back") line("", 3000);
	}, delay);
}

function again() {
	attempts = 0;
	if (uploading && Date.now() - uploading.at > 10000) uploading.abort(); // it may only look alive
	hurry();
	connect();
}

ui.retry.onclick = again;
addEventListener("online", again);
addEventListener("offline", () => {
	reconnect();
	trouble = trouble || "waiting";
	showStates();
});

/* A phone that slept may hold a connection that only looks alive. */
let hiddenAt = 0;
document.addEventListener("visibilitychange", () => {
	if (document.hidden) hiddenAt = Date.now();
	else if (!live || Date.now() - hiddenAt > 30000) again();
});

// --- writing ---

let staged = []; // files chosen, not sent yet

function grow() {
	input.style.height = "auto";
	// CSS cuts it at five lines; to measure a very long text would be slow.
	input.style.height = input.value.length < 3000 ? input.scrollHeight + 4 + "px" : "100vh";
	try { // the camera often throws the page out of a small phone's memory: keep what was typed
		sessionStorage.setItem("chat-draft", input.value);
	} catch { /* no draft then */ }
}

function send() {
	const text = input.value.trim();
	if (recorder) return stopRecording(true);
	if (staged.length) {
		for (let start = 0; start < staged.length; start += MOST_FILES) {
			const id = freshId();
			const blobs = staged.slice(start, start + MOST_FILES);
			const files = blobs.map((file, place) => ({ blob: id + "/" + place, name: file.name, kind: kindOf(file), type: file.type, size: file.size, modified: file.lastModified }));
			add({ id, kind: "files", files, blobs: files.map((file) => file.blob), caption: start ? "" : text }, blobs);
		}
		stage([]);
	} else if (text) add({ kind: "say", text });
	else return;
	input.value = "";
	grow();
}

ui.composer.onsubmit = (event) => {
	event.preventDefault();
	send();
};
input.oninput = grow;
input.onkeydown = (event) => {
	// While an input method composes a word, Enter belongs to it.
	if (event.key !== "Enter" || event.shiftKey || touch || event.isComposing || event.keyCode === 229) return;
	event.preventDefault();
	send();
};
ui.send.onmousedown = (event) => {
	if (document.activeElement === input) event.preventDefault(); // keeps the on-screen keyboard open
};

const addresses = new WeakMap(); // of staged files, made once
function addressOf(file) {
	if (!addresses.has(file)) addresses.set(file, URL.createObjectURL(file));
	return addresses.get(file);
}

function stagedView(file) {
	if (canShow(file.type)) return make("img", { src: addressOf(file), alt: "" });
	if (/^audio\//.test(file.type)) return make("audio", { src: addressOf(file), controls: "", "aria-label": file.name });
	return icon("paper");
}

function stage(files) {
	staged = files;
	ui.tray.hidden = !files.length;
	ui.staged.textContent = "";
	ui.staged.append(...files.map((file) => make("li", null,
		stagedView(file),
		make("span", null, file.name + " ", size(file.size)),
		aboutButton("remove", file.name, () => {
			stage(staged.filter((other) => other !== file));
			moveFocus(input);
		}))));
	word(ui.hint, files.length ? "files_ready" : "");
}

for (const [button, chooser] of [[ui.attach, ui.files], [ui.camera, ui.shot]]) {
	button.onclick = () => chooser.click();
	chooser.onchange = () => {
		stage([...staged, ...chooser.files]);
		chooser.value = ""; // so that the same file can be chosen again
		moveFocus(ui.send);
	};
}

function offered(event, data) {
	if (!data.files.length) return;
	event.preventDefault();
	stage([...staged, ...data.files]);
}

addEventListener("paste", (event) => {
	// Word and Excel put a picture of the text beside the text: the text is what was meant.
	if (!event.clipboardData.getData("text/plain")) offered(event, event.clipboardData);
});
const dropping = (is) => document.body.classList.toggle("dropping", is);
addEventListener("dragover", (event) => {
	if (!event.dataTransfer.types.includes("Files")) return;
	event.preventDefault();
	dropping(true);
});
addEventListener("dragleave", (event) => event.relatedTarget || dropping(false));
addEventListener("drop", (event) => {
	dropping(false);
	offered(event, event.dataTransfer);
});

// --- a voice ---

let recorder = null;
let asking = false; // for the microphone
let pressedAt = 0;

async function startRecording() {
	if (recorder || asking) return;
	asking = true;
	let microphone;
	try {
		microphone = await navigator.mediaDevices.getUserMedia({ audio: true });
	} catch {
		return tell(w("no_microphone"));
	} finally {
		asking = false;
	}
	const parts = [];
	const began = Date.now();
	const seconds = () => Math.floor((Date.now() - began) / 1000);
	const own = recorder = new MediaRecorder(microphone, { audioBitsPerSecond: 32000 });
	const show = () => {
		const now = seconds();
		word(ui.voice.lastElementChild, "stop_voice").append(" " + Math.floor(now / 60) + ":" + String(now % 60).padStart(2, "0"));
		if (now >= LONGEST_VOICE) stopRecording();
	};
	const clock = setInterval(show, 1000);
	ui.voice.classList.add("recording");
	ui.voice.setAttribute("aria-pressed", "true");
	show();
	own.ondataavailable = ({ data }) => parts.push(data);
	own.onstop = () => {
		clearInterval(clock);
		microphone.getTracks().forEach((track) => track.stop());
		recorder = null;
		ui.voice.classList.remove("recording");
		ui.voice.setAttribute("aria-pressed", "false");
		word(ui.voice.lastElementChild, "voice");
		const type = (own.mimeType || "audio/webm").split(";")[0];
		const name = w("voice") + " " + new Date(began).toTimeString().slice(0, 8).replace(/:/g, "-") + "." + (type.includes("mp4") ? "m4a" : type.split("/")[1]);
		stage([...staged, new File(parts, name, { type })]);
		if (own.thenSend) send();
		else moveFocus(ui.send);
	};
	own.start();
}

function stopRecording(thenSend) {
	recorder.thenSend = thenSend;
	if (recorder.state !== "inactive") recorder.stop();
}

/* Tapped: until tapped again. Held: until let go. */
ui.voice.onpointerdown = () => {
	pressedAt = recorder ? 0 : Date.now();
	if (pressedAt) startRecording();
};
ui.voice.onpointerup = ui.voice.onpointercancel = () => {
	if (pressedAt && Date.now() - pressedAt > 700 && recorder) stopRecording();
};
ui.voice.onclick = () => {
	const began = pressedAt; // this very press began it
	pressedAt = 0;
	if (began) return;
	if (recorder) stopRecording();
	else startRecording();
};
ui.voice.oncontextmenu = (event) => event.preventDefault();

ui.menu.onclick = () => press("menu/open", w("menu"));
ui.language.onclick = () => press("menu/lang", w("lang_name"));
ui.skip.onclick = (event) => {
	event.preventDefault();
	input.focus();
};

// --- a picture, large ---

/* Without showModal(), which old Safari lacks: CSS hides the rest from eye and key. */
let opener = null;

const togglePicture = () => viewer.toggleAttribute("open", document.body.classList.toggle("looking"));

function openPicture(src, address, alt) {
	opener = document.activeElement;
	Object.assign(ui.large, { src, alt });
	ui.whole.href = address;
	togglePicture();
	history.pushState({ picture: true }, ""); // the phone's Back closes the picture, not the chat
	ui.close.focus();
}

function closePicture() {
	if (!viewer.hasAttribute("open")) return;
	togglePicture();
	if (history.state?.picture) history.back();
	moveFocus(opener);
}

ui.close.onclick = closePicture;
addEventListener("popstate", closePicture);
addEventListener("keydown", (event) => event.key === "Escape" && closePicture());

// --- a code from a paper, or a commune's own link or poster ---

const params = new URLSearchParams(location.search);
const carried = (name, form) => form.test(params.get(name)) ? params.get(name) : "";
const code = carried("ma", /^[A-Za-z0-9-]{3,32}$/);
const commune = carried("xa", /^[a-z0-9-]{2,48}$/);

ui.claim.onclick = () => { // a press, so that whatever only looks at links does nothing
	add(code ? { kind: "say", text: code } : { kind: "press", token: "commune/at/" + commune, label: ui.claim.textContent });
	ui.code.hidden = true;
	history.replaceState(null, "", location.pathname);
	moveFocus(view);
};

// --- begin ---

label();
for (const control of [ui.menu, ui.language, ui.composer]) control.hidden = false;
ui.camera.hidden = !touch;
ui.voice.hidden = !(window.MediaRecorder && navigator.mediaDevices?.getUserMedia);
try { input.value = sessionStorage.getItem("chat-draft") || ""; } catch { /* no draft then */ }
fit();
grow();
recall();
connect();
pump();
