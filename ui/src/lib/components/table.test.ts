import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { actions, columns } from './example/data';
import type { ComponentProps } from 'svelte';
import type { Action } from './example/data';
import Table from './Table.svelte';
import { filtered, sorted, toCsv } from './table';

const references = (): (string | null | undefined)[] =>
	screen.getAllByRole('row').slice(1).map((row) => within(row).queryAllByRole('cell')[0]?.textContent);

// `render` cannot infer what a generic component's rows are.
type Props = Omit<ComponentProps<typeof Table>, 'columns'> & { columns: typeof columns; rows: Action[] };
const show = (props: Partial<Props>): void => {
	render(Table, { caption: 'Actions', rows: actions, columns, ...props } as unknown as ComponentProps<typeof Table>);
};

test('a heading sorts, says so, and sorts the other way', async () => {
	show({});
	const user = userEvent.setup();
	await user.click(screen.getByRole('button', { name: 'Reference' }));
	expect(references()).toEqual(['A26-002', 'A26-009', 'A26-010']);
	expect(screen.getByRole('columnheader', { name: 'Reference' }).getAttribute('aria-sort')).toBe('ascending');
	await user.click(screen.getByRole('button', { name: 'Reference' }));
	expect(references()).toEqual(['A26-010', 'A26-009', 'A26-002']);
	expect(screen.getByRole('columnheader', { name: 'Reference' }).getAttribute('aria-sort')).toBe('descending');
});

test('it exports just what it shows', async () => {
	const onexport = vi.fn();
	show({ onexport, one: 'action' });
	const user = userEvent.setup();
	await user.type(screen.getByLabelText('Filter'), 'okafor before');
	expect(screen.getByText('1 of 3 actions')).toBeTruthy();
	await user.click(screen.getByRole('button', { name: 'Export' }));
	expect(onexport).toHaveBeenCalledWith('Reference,Action,Owner,Due,State\r\nA26-009,Ask before any move,Cllr Okafor,2026-11-30,Open\r\n');
});

test('a long table shows a hundred rows and offers the next', async () => {
	const rows = Array.from({ length: 150 }, (_, at) => ({ ...actions[0]!, id: String(at) }));
	show({ rows });
	expect(references()).toHaveLength(100);
	await userEvent.setup().click(screen.getByRole('button', { name: 'Show 50 more' }));
	expect(references()).toHaveLength(150);
});

test('rows without a value come last either way', () => {
	const rows = [{ due: null }, { due: '2026-01-02' }, { due: '2026-01-01' }];
	const due = [{ key: 'due', label: 'Due', value: (row: (typeof rows)[number]) => row.due }];
	expect(sorted(rows, due, { key: 'due', down: false }).map((row) => row.due)).toEqual(['2026-01-01', '2026-01-02', null]);
	expect(sorted(rows, due, { key: 'due', down: true }).map((row) => row.due)).toEqual(['2026-01-02', '2026-01-01', null]);
});

test('every word of a filter must occur', () => {
	expect(filtered(actions, columns, 'HOMES overdue').map((row) => row.id)).toEqual(['b']);
	expect(filtered(actions, columns, 'homes okafor')).toEqual([]);
});

test('exported text is quoted, and cannot run as a formula', () => {
	const rows = [{ text: '=1+1' }, { text: 'She said "no", twice' }];
	expect(toCsv(rows, [{ key: 'text', label: 'Text', value: (row) => row.text }])).toBe(`Text\r\n'=1+1\r\n"She said ""no"", twice"\r\n`);
});
