/** One column of a Table. */
export interface Column<Row> {
	key: string;
	label: string;
	/** What it sorts, filters and exports by; also what it shows unless the table's `cell` snippet does. */
	value: (row: Row) => string | number | null;
	/** What leaves in an export, where that is less than what is shown here. */
	exported?: (row: Row) => string | number | null;
	/** Numbers stand at the right. */
	numeric?: boolean;
	/** For columns whose order means nothing. */
	unsorted?: boolean;
	/** The cell that names its row. */
	heading?: boolean;
}

export interface Order {
	key: string;
	down: boolean;
}

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

/** The rows in order; those without a value always come last. */
export function sorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[], order: Order | null): Row[] {
	const column = columns.find((other) => other.key === order?.key);
	if (!column || !order) return [...rows];
	const sign = order.down ? -1 : 1;
	return rows
		.map((row) => ({ row, value: column.value(row) }))
		.sort((a, b) => {
			if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
			if (typeof a.value === 'number' && typeof b.value === 'number') return sign * (a.value - b.value);
			return sign * collator.compare(String(a.value), String(b.value));
		})
		.map(({ row }) => row);
}

/** The rows in which every word of the filter occurs somewhere. */
export function filtered<Row>(rows: readonly Row[], columns: readonly Column<Row>[], filter: string): Row[] {
	const needles = filter.toLowerCase().split(/\s+/).filter(Boolean);
	if (needles.length === 0) return [...rows];
	return rows.filter((row) => {
		const text = columns.map((column) => column.value(row) ?? '').join(' ').toLowerCase();
		return needles.every((needle) => text.includes(needle));
	});
}

/**
 * The rows as CSV (RFC 4180) with a header. Text that a spreadsheet would run as a formula gets an
 * apostrophe in front, because these files are opened in Excel.
 */
export function toCsv<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
	const cell = (value: string | number | null): string => {
		if (value === null) return '';
		if (typeof value === 'number') return String(value);
		const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
		return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
	};
	const lines = [columns.map((column) => cell(column.label)), ...rows.map((row) => columns.map((column) => cell((column.exported ?? column.value)(row))))];
	return lines.map((line) => `${line.join(',')}\r\n`).join('');
}
