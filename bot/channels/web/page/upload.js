/* The upload page: files go up one after the other, each from where it stopped; the server's list is
   the truth about what came; «done» hands it in. All text is text, never HTML. */

const PIECE = 512 * 1024; // bytes acknowledged together: what a broken line may cost
const RESUME = "page-upload:";
const SILENCE = 90000; // ms without a sign of life of a request

const ui = Object.fromEntries([...document.querySelectorAll("[id]")].map((node) => [node.id, node]));
const words = JSON.parse(ui.words.textContent);
const lang = document.documentElement.lang;
const base = location.pathname.replace(/\/+$/, "");
const headers = { "Accept-Language": lang }; // the person's language may be another than the phone's

const rows = new Map(); // number -> {number, name, size, upload, state, why, blob, key, request}
let numbers = 0;
let open = true; // may anything new be begun?
let over = false; // used, or refused for good

// --- what is shown ---

function make(tag, attributes, ...inside) {
	const node = document.createElement(tag);
	for (const name in attributes) node.setAttribute(name, attributes[name]);
	node.append(...inside);
	return node;
}

const megabytes = (count) => Math.max(count / 1e6, 0.1).toLocaleString(lang, { maximumFractionDigits: 1 }) + " MB";

function draw(row) {
	if (!row.node) {
		row.bar = make("progress", { max: 1, value: 0, "aria-label": row.name });
		row.line = make("p", { class: "state" });
		const remove = make("button", { type: "button", class: "plain" }, words.remove, make("span", { class: "hidden" }, " " + row.name));
		remove.onclick = () => withdraw(row);
		row.node = make("li", null, make("p", null, row.name + " ", make("span", { class: "size" }, megabytes(row.size))),
			row.bar, make("div", { class: "loading" }, row.line, remove));
		ui.list.append(row.node);
	}
	row.node.dataset.state = row.state;
	row.bar.hidden = ["there", "cannot"].includes(row.state);
	row.line.textContent = words[row.state].replace("{why}", row.why || "");
	settle();
}

function counted(...states) {
	return [...rows.values()].filter((row) => states.includes(row.state)).length;
}

function settle() {
	const busy = counted("waiting", "sending", "trouble", "checking");
	const ready = !busy && !counted("lost") && counted("there");
	ui.done.disabled = !ready;
	ui.choose.disabled = ui.camera.disabled = !open && !counted("lost");
	const hint = busy ? "hint_sending" : counted("lost") ? "hint_lost" : ready ? "hint_done" : "hint_none";
	say(words[hint]);
}

function say(text) {
	if (!over && ui.hint.textContent !== text) ui.hint.textContent = text;
}

/* The last word of this page. */
function end(text, good) {
	over = true;
	for (const row of rows.values()) row.request?.abort();
	ui.list.textContent = "";
	ui.foot.hidden = true;
	ui.said.className = "verdict " + (good ? "good" : "bad");
	ui.said.textContent = text;
	ui.view.focus();
}

// --- asking the server ---

class Answer extends Error { // one that is no yes
	constructor(status, message, wait) { super(message || words.refused); Object.assign(this, { status, wait }); }
	get final() { return [404, 410].includes(this.status); }
	get refused() { return [400, 409, 413, 415].includes(this.status); }
}

function judged(status, text, wait) {
	let data = {};
	try { data = JSON.parse(text) || {}; } catch { /* some proxy's own page */ }
	if (status >= 200 && status < 300) return data;
	throw new Answer(status, data.error?.message, Number(wait) || 0);
}

async function ask(path, method = "GET") {
	const stop = new AbortController();
	const timer = setTimeout(() => stop.abort(), 60000);
	try {
		const answer = await fetch(base + path, { method, headers, signal: stop.signal, redirect: "error" });
		return judged(answer.status, await answer.text(), answer.headers.get("Retry-After"));
	} finally {
		clearTimeout(timer);
	}
}

let wake = () => {};
let failures = 0;

/* What failed is tried again, ever more slowly, and at once when the network is back. */
function pause(error) {
	const seconds = Math.max(Math.min(2 ** failures++, 30) * (0.75 + Math.random() / 4), error?.wait || 0);
	return new Promise((then) => setTimeout(wake = then, seconds * 1000));
}

addEventListener("online", () => {
	failures = 0;
	wake();
});
document.addEventListener("visibilitychange", () => document.hidden || wake());

async function insist(path, method) {
	for (;;) {
		try {
			const answer = await ask(path, method);
			failures = 0;
			return answer;
		} catch (error) {
			if (error.refused || error.final) throw error;
			say(words.trouble);
			await pause(error);
		}
	}
}

/* The server's list: what came in earlier visits too, and what can be used of it. */
async function refresh() {
	const answer = await insist("/files");
	open = answer.new;
	for (const file of answer.files) {
		let row = [...rows.values()].find((one) => one.upload === file.upload);
		if (!row) rows.set(numbers, row = { number: numbers++, ...file });
		if (file.whole) Object.assign(row, { state: file.why ? "cannot" : "there", why: file.why, blob: null });
		else if (!row.blob) row.state = "lost";
		draw(row);
		if (row.state === "lost") row.bar.value = file.offset / file.size;
	}
	settle();
}

const atLast = (work) => work().catch((error) => over || end(error.message, false));

// --- sending ---

function remember(key, upload) {
	try {
		if (upload) localStorage.setItem(RESUME + key, upload);
		else localStorage.removeItem(RESUME + key);
	} catch { /* forbidden: after a break it begins anew */ }
}

function remembered(key) {
	try { return localStorage.getItem(RESUME + key); } catch { return null; }
}

function pick(files) {
	for (const blob of files) {
		const key = [blob.name, blob.size, blob.lastModified].join("/");
		const upload = remembered(key);
		let row = [...rows.values()].find((one) => (upload && one.upload === upload) || one.key === key);
		if (row && row.state !== "lost") continue; // chosen twice
		if (!row && !open) continue;
		if (!row) rows.set(numbers, row = { number: numbers++, name: blob.name, size: blob.size });
		Object.assign(row, { blob, key, state: "waiting" });
		draw(row);
	}
	pump();
}

let pumping = false;
async function pump() {
	if (pumping) return;
	pumping = true;
	for (let row; !over && (row = [...rows.values()].find((one) => ["waiting", "trouble"].includes(one.state)));) {
		try {
			row.state = "sending";
			draw(row);
			await upload(row);
			failures = 0;
			remember(row.key, null);
			row.state = "checking";
			draw(row);
			await atLast(refresh);
		} catch (error) {
			if (over || !rows.has(row.number)) continue;
			if (error.refused) {
				Object.assign(row, { state: "cannot", why: error.message });
				draw(row);
			} else if (error.final && row.upload) { // the server has it no more; or has it nothing of this page?
				remember(row.key, null);
				Object.assign(row, { upload: null, state: "waiting" });
				await atLast(refresh);
			} else if (error.final) { // its time is over: what came before can still be handed in
				Object.assign(row, { state: "cannot", why: error.message });
				await atLast(refresh);
				if (!over) draw(row);
			} else {
				row.state = "trouble";
				draw(row);
				await pause(error);
			}
		}
	}
	pumping = false;
}

let library = null;
function tusLibrary() {
	library = library || new Promise((done, fail) => {
		const script = make("script", { src: "/static/tus.min.js" + new URL(import.meta.url).search });
		script.onload = () => done(window.tus);
		script.onerror = () => {
			script.remove();
			library = null; // tried again with the file
			fail(new Answer(0));
		};
		document.head.append(script);
	});
	return library;
}

async function upload(row) {
	const { Upload } = await tusLibrary();
	let timer;
	try {
		await new Promise((done, fail) => {
			const request = new Upload(row.blob, {
				endpoint: row.upload ? null : base + "/uploads",
				uploadUrl: row.upload ? base + "/uploads/" + row.upload : null,
				headers,
				metadata: { filename: row.name, filetype: row.blob.type },
				chunkSize: PIECE,
				retryDelays: null, // pump() does that
				storeFingerprintForResuming: false,
				onUploadUrlAvailable: () => {
					row.upload = new URL(request.url, location.href).pathname.split("/").pop();
					remember(row.key, row.upload);
				},
				onProgress: (sent, all) => alive(sent / (all || 1)),
				onChunkComplete: () => { failures = 0; },
				onSuccess: done,
				onError: ({ originalResponse: answer }) => {
					if (!answer) return fail(new Answer(0));
					try {
						judged(answer.getStatus(), answer.getBody(), answer.getHeader("Retry-After"));
						fail(new Answer(0));
					} catch (error) {
						// the offset was not what we thought: asking again tells it
						if (error.status === 409) error.status = 0;
						fail(error);
					}
				},
			});
			row.request = { abort() {
				request.abort();
				fail(new Answer(0));
			} };
			const alive = (part) => {
				row.bar.value = part;
				clearTimeout(timer);
				timer = setTimeout(row.request.abort, SILENCE);
			};
			alive(0);
			request.start();
		});
	} finally {
		clearTimeout(timer);
		row.request = null;
	}
}

function withdraw(row) {
	rows.delete(row.number);
	row.node.remove();
	row.request?.abort();
	if (row.key) remember(row.key, null);
	if (row.upload) fetch(base + "/uploads/" + row.upload, { method: "DELETE", headers: { "Tus-Resumable": "1.0.0" } }).catch(() => {});
	settle();
	ui.choose.focus();
}

// --- done ---

async function finish() {
	ui.done.disabled = ui.choose.disabled = ui.camera.disabled = true;
	say(words.finishing);
	try {
		await insist("/done", "POST");
		end(words.finished, true);
	} catch (error) {
		if (error.final) return end(error.message, false);
		await atLast(refresh);
		say(error.message);
	}
}

// --- begin ---

for (const name of ["choose", "camera", "done"]) ui[name].textContent = words[name];
for (const [button, chooser] of [[ui.choose, ui.files], [ui.camera, ui.shot]]) {
	button.onclick = () => chooser.click();
	chooser.onchange = () => {
		pick(chooser.files);
		chooser.value = ""; // so that the same file can be chosen again
	};
}
ui.done.onclick = finish;
ui.camera.hidden = !matchMedia("(pointer: coarse)").matches || !ui.files.accept.includes("image/");
ui.work.hidden = false;
addEventListener("beforeunload", (event) => {
	if (!over && rows.size) event.preventDefault(); // nothing is handed in yet
});
settle();
atLast(refresh);
