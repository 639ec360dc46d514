import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { answerWith } from '$lib/backend/fake';
import { answers } from '$lib/backend/fakes/trail.answers';
import { expectAccessible } from '$lib/testing';
import Trail from './Trail.svelte';
import TrailFold from './TrailFold.svelte';

test('the five steps stand in their order, each with its state in words and what is missing', async () => {
	answerWith(answers);
	const { container } = render(Trail, { of: 'voice', id: 'v1', here: '/voices/v1' });
	await screen.findByRole('list', { name: 'The loop, step by step' });
	expect(screen.getAllByRole('heading', { level: 3 }).map((it) => it.textContent)).toEqual(['You said', 'We will', 'How will we know?', 'We did', 'We told you']);
	expect(screen.getByText('Nothing measures promise 2 yet.')).toBeTruthy();
	expect(screen.getByText('Late')).toBeTruthy();
	expect(screen.getByText('Exempt · paragraph 1')).toBeTruthy();
	await expectAccessible(container);
});

test('each record leads to its page, and the page itself has no link to itself', async () => {
	answerWith(answers);
	render(Trail, { of: 'voice', id: 'v1', here: '/voices/v1' });
	const leads = async (name: string): Promise<string | null> => (await screen.findByRole('link', { name })).getAttribute('href');
	expect(await leads('What children told us')).toBe('/meetings/m1/minutes#item-i1');
	expect(await leads('Tell schools on the same day')).toBe('/actions/a1');
	expect(await leads('What happened at the meeting?')).toBe('/voices?printed=d1');
	expect(screen.queryByRole('link', { name: /I moved three times/ })).toBeNull();
	expect(screen.getByRole('link', { name: 'A voice that is not to be shared' }).getAttribute('href')).toBe('/voices/v2');
});

test('a long step is shortened until somebody asks', async () => {
	answerWith(answers);
	render(Trail, { of: 'promise', id: 'p2' });
	await screen.findByText('Homes near school');
	expect(screen.queryByText('We ring your school.')).toBeNull();
	await userEvent.setup().click(screen.getByRole('button', { name: 'Show 2 more of We will' }));
	expect(screen.getByText('We ring your school.')).toBeTruthy();
});

test('where many records stand, the way is walked when somebody asks', async () => {
	const asked = answerWith(answers);
	const { container } = render(TrailFold, { of: 'item', id: 'i1', about: 'from item 4' });
	expect(asked).toEqual([]);
	container.querySelector('details')!.open = true;
	await screen.findByText('What children told us');
	expect(asked.map((it) => it.request)).toEqual([{ of: 'item', id: 'i1' }]);
});
