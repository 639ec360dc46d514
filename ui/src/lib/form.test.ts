import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { answerWith } from '$lib/backend/fake';
import { notices } from '$lib/notices.svelte';
import { expectAccessible } from '$lib/testing';
import EditStory from './components/example/EditStory.svelte';
import FormStory from './components/example/FormStory.svelte';

beforeEach(() => (notices.list = []));

test('a refused form keeps what was typed, says why beside the field, and goes there', async () => {
	answerWith({
		'history.undo': () => {
			throw { code: 'changed_since', message: 'Cllr Okafor has changed this since. Look at it first.', field: 'entry' };
		}
	});
	const { container } = render(FormStory);
	const user = userEvent.setup();
	const field = screen.getByLabelText<HTMLInputElement>(/Entry/);
	await user.type(field, 'e7');
	await user.click(screen.getByRole('button', { name: 'Undo the entry' }));
	await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
	expect(field.value).toBe('e7');
	expect(document.activeElement).toBe(field);
	expect(screen.getByText(/Cllr Okafor has changed this since/)).toBeTruthy();
	expect(notices.list).toEqual([]);
	await expectAccessible(container);
});

test('a refusal about no field stands above the form', async () => {
	answerWith({
		'history.undo': () => {
			throw { code: 'disk_full', message: 'The disk is full. Nothing was changed; make room and try again.', field: null };
		}
	});
	render(FormStory);
	await userEvent.setup().click(screen.getByRole('button', { name: 'Undo the entry' }));
	expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.');
	expect(document.activeElement?.hasAttribute('data-error-summary')).toBe(true);
});

test('a form sends its request once and says what happened', async () => {
	const asked = answerWith({ 'history.undo': () => ({ result: null, changed: [], entry: null, can_undo: false }) });
	render(FormStory);
	const user = userEvent.setup();
	await user.type(screen.getByLabelText(/Entry/), 'e7');
	await user.click(screen.getByRole('button', { name: 'Undo the entry' }));
	await waitFor(() => expect(notices.list.map((notice) => notice.words)).toEqual(['Entry undone']));
	expect(asked).toEqual([{ name: 'history.undo', request: { entry: 'e7' } }]);
});

test('what is typed at a place is kept, found again, and forgotten once it is sent', async () => {
	let kept: unknown = null;
	const asked = answerWith({
		'drafts.find': () => ({ values: kept }),
		'drafts.keep': ({ values }) => {
			kept = values;
			return { result: null, changed: [], entry: null, can_undo: false };
		},
		'history.undo': () => ({ result: null, changed: [], entry: null, can_undo: false })
	});
	const user = userEvent.setup();
	const first = render(FormStory, { place: 'a box' });
	await user.type(screen.getByLabelText(/Entry/), 'e7');
	await waitFor(() => expect(kept).toMatchObject({ entry: 'e7' }));
	first.unmount();

	render(FormStory, { place: 'a box' });
	await screen.findByText(/What you typed here before is back/);
	expect(screen.getByLabelText<HTMLInputElement>(/Entry/).value).toBe('e7');
	await user.click(screen.getByRole('button', { name: 'Undo the entry' }));
	await waitFor(() => expect(kept).toBeNull());
	expect(asked.filter(({ name }) => name === 'history.undo')).toHaveLength(1);
});

test('starting afresh empties the fields and puts the draft away', async () => {
	let kept: unknown = { entry: 'e7' };
	answerWith({
		'drafts.find': () => ({ values: kept }),
		'drafts.keep': ({ values }) => {
			kept = values;
			return { result: null, changed: [], entry: null, can_undo: false };
		}
	});
	render(FormStory, { place: 'a box' });
	await userEvent.setup().click(await screen.findByRole('button', { name: 'Start afresh' }));
	expect(screen.getByLabelText<HTMLInputElement>(/Entry/).value).toBe('');
	await waitFor(() => expect(kept).toBeNull());
});

test('what somebody else changed stands beside what was typed, and nothing is saved until each is chosen', async () => {
	const stored = { id: 'a1', version: 4, text: 'Ring every school', plain_text: 'We ring your school.', due: '2026-12-01' };
	const asked = answerWith({
		'actions.save': (request: { version: number }) => {
			if (request.version !== 4) throw { code: 'stale', message: 'Someone else changed this action.', field: null, current: stored };
			return { result: null, changed: ['action'], entry: 'e1', can_undo: true };
		}
	} as never);
	const { container } = render(EditStory, { record: { id: 'a1', version: 3, text: 'Ring the school', plain_text: 'We ring.', due: '2026-11-30' } });
	const user = userEvent.setup();
	const field = screen.getByLabelText<HTMLInputElement>('Action');
	await user.clear(field);
	await user.type(field, 'Write to the school');
	await user.click(screen.getByRole('button', { name: 'Save' }));

	await screen.findByText(/Nothing was overwritten/);
	expect(screen.getByText('Ring every school')).toBeTruthy();
	expect(screen.getByText(/They changed, and it is shown here now: In plain words/)).toBeTruthy();
	expect(screen.getByLabelText<HTMLInputElement>('In plain words').value).toBe('We ring your school.');
	await expectAccessible(container);

	const sent = () => asked.filter(({ name }) => name === 'actions.save').length;
	await user.click(screen.getByRole('button', { name: 'Save' }));
	expect(sent()).toBe(1);
	await user.click(screen.getByRole('button', { name: 'Keep mine for Action' }));
	await user.click(screen.getByRole('button', { name: 'Save' }));
	await waitFor(() => expect(sent()).toBe(2));
	// The due date is no field of this form: theirs stays.
	expect(asked.at(-1)?.request).toEqual({ id: 'a1', version: 4, text: 'Write to the school', plain_text: 'We ring your school.', due: '2026-12-01' });
});

test('a record that was read anew meanwhile does not let an older text through', async () => {
	const asked = answerWith({ 'actions.save': () => ({ result: null, changed: [], entry: null, can_undo: false }) } as never);
	const record = { id: 'a1', version: 3, text: 'Ring the school', plain_text: 'We ring.', due: null };
	const { rerender } = render(EditStory, { record });
	await rerender({ record: { ...record, version: 4, text: 'Ring every school' } });
	await userEvent.setup().click(screen.getByRole('button', { name: 'Save' }));
	await waitFor(() => expect(asked).toHaveLength(1));
	expect(asked[0]?.request).toMatchObject({ version: 3, text: 'Ring the school' });
});

test('what was typed before somebody else changed the record comes back beside their change', async () => {
	let kept: unknown = null;
	const answers = {
		'drafts.find': () => ({ values: kept }),
		'drafts.keep': ({ values }: { values: unknown }) => {
			kept = values;
			return { result: null, changed: [], entry: null, can_undo: false };
		},
		'actions.save': () => ({ result: null, changed: ['action'], entry: 'e1', can_undo: true })
	} as never;
	const asked = answerWith(answers);
	const record = { id: 'a1', version: 3, text: 'Ring the school', plain_text: 'We ring.', due: null };
	const user = userEvent.setup();
	const first = render(EditStory, { record, place: 'actions.save/a1' });
	await user.type(screen.getByLabelText('Action'), ' today');
	await waitFor(() => expect(kept).toMatchObject({ text: 'Ring the school today' }));
	first.unmount();

	render(EditStory, { record: { ...record, version: 4, text: 'Ring every school', plain_text: 'We ring your school.' }, place: 'actions.save/a1' });
	await screen.findByText(/Nothing was overwritten/);
	expect(screen.getByLabelText<HTMLInputElement>('Action').value).toBe('Ring the school today');
	expect(screen.getByText('Ring every school')).toBeTruthy();
	expect(screen.getByLabelText<HTMLInputElement>('In plain words').value).toBe('We ring your school.');
	await user.click(screen.getByRole('button', { name: 'Keep mine for Action' }));
	await user.click(screen.getByRole('button', { name: 'Save' }));
	await waitFor(() => expect(asked.at(-1)?.name).toMatch(/actions.save|drafts.keep/));
	const sent = asked.find(({ name }) => name === 'actions.save');
	expect(sent?.request).toMatchObject({ version: 4, text: 'Ring the school today', plain_text: 'We ring your school.' });
});
