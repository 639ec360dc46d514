import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { desk, type Desk, type Paper } from '$lib/backend';
import { answerWith, type Asked } from '$lib/backend/fake';
import { agenda, answers } from '$lib/backend/fakes/agenda.answers';
import { answers as deskAnswers } from '$lib/backend/fakes/desk.answers';
import { expectAccessible } from '$lib/testing';
import PaperLine from './PaperLine.svelte';

const { chooseWhereToSave } = vi.hoisted(() => ({ chooseWhereToSave: vi.fn(async () => '/elsewhere/homes.pdf') }));
vi.mock('$lib/backend/shell', async (original) => ({ ...(await original<object>()), chooseWhereToSave }));

const paper: Paper = {
	id: 'pa1', version: 1, title: 'Homes near school', plain_summary: '', file_name: 'homes.pdf', bytes: 9, hash: 'h', pages: 1,
	access: 'exempt', paragraphs: [1], access_reason: 'It names a home.', added_on: '2026-11-20'
};
const opened = deskAnswers['desk.show']?.({}) as Desk;

async function show(isProtected: boolean): Promise<{ container: HTMLElement; asked: Asked[] }> {
	const asked = answerWith({ ...answers, 'agenda.copy_paper': () => null, 'desk.show': () => ({ ...opened, board: { ...opened.board!, protected: isProtected } }) });
	await desk.reload();
	const { container } = render(PaperLine, { paper, line: agenda.items[1]!, view: agenda, paragraphs: [] });
	await userEvent.setup().click(screen.getByRole('button', { name: 'Save a copy Homes near school' }));
	return { container, asked };
}

const copies = (asked: Asked[]) => asked.filter(({ name }) => name === 'agenda.copy_paper').map(({ request }) => request);

beforeEach(() => chooseWhereToSave.mockClear());

test('a copy of a protected board’s paper is saved only after the warning', async () => {
	const { container, asked } = await show(true);
	expect(await screen.findByRole('heading', { name: 'The copy is not protected' })).toBeTruthy();
	expect(chooseWhereToSave).not.toHaveBeenCalled();
	await expectAccessible(container);
	const user = userEvent.setup();
	await user.click(screen.getByRole('button', { name: 'Do not save it' }));
	expect(copies(asked)).toEqual([]);
	await user.click(screen.getByRole('button', { name: 'Save a copy Homes near school' }));
	await user.click(await screen.findByRole('button', { name: 'Save an unprotected copy' }));
	await vi.waitFor(() => expect(copies(asked)).toEqual([{ paper_id: 'pa1', path: '/elsewhere/homes.pdf' }]));
});

test('a board that is not protected has nothing to warn of', async () => {
	const { asked } = await show(false);
	await vi.waitFor(() => expect(copies(asked)).toEqual([{ paper_id: 'pa1', path: '/elsewhere/homes.pdf' }]));
});
