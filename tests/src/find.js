// Finds the visible element of a kind whose accessible name is, begins with or contains the words,
// first in the dialog that is open; `part` narrows it to the smallest group that says those words.
const [selector, words, part] = arguments;
const plain = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
const visible = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
const said = (element) => {
	const copy = element.cloneNode(true);
	for (const other of copy.querySelectorAll('select, textarea, [aria-hidden=true]')) other.remove();
	return plain(copy.textContent);
};
const name = (element) => {
	const by = element.getAttribute('aria-labelledby');
	if (by) return plain(by.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? '').join(' '));
	const label = element.getAttribute('aria-label');
	if (label) return plain(label);
	if (element.labels?.length) return plain([...element.labels].map(said).join(' '));
	return said(element) || plain(element.value ?? element.title);
};
const groups = 'dialog, [role=dialog], fieldset, [role=group], li, tr, [role=row], [role=listitem], article, section, form';
const roots = () => {
	const open = [...document.querySelectorAll('dialog[open], [role=dialog]')].filter(visible).reverse();
	const whole = [...open, document.body];
	if (!part) return whole;
	for (const root of whole) {
		const saying = [...root.querySelectorAll(groups)].filter((group) => visible(group) && plain(group.innerText).includes(part));
		// The smallest first: a group comes after the groups around it.
		if (saying.length) return saying.reverse();
	}
	return [];
};
const seen = [];
for (const root of roots()) {
	const candidates = [...root.querySelectorAll(selector)].filter(visible).map((element) => [name(element), element]);
	const match =
		candidates.find(([name]) => name === words) ??
		candidates.find(([name]) => name.startsWith(words)) ??
		candidates.find(([name]) => name.includes(words));
	if (match) {
		match[1].scrollIntoView({ block: 'center', behavior: 'instant' });
		return match[1];
	}
	seen.push(...candidates.map(([name]) => name));
}
return [...new Set(seen)].slice(0, 40);
